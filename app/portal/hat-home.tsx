import { getTranslations } from 'next-intl/server'
import { BureauHome } from '@/components/home/bureau-home'
import { CoordinatorHome } from '@/components/home/coordinator-home'
import { EnterpriseHome } from '@/components/home/enterprise-home'
import { OwedPairs } from '@/components/inspections/owed-pairs'
import { EmptyState } from '@/components/layout/empty-state'
import { ButtonLink } from '@/components/ui/button'
import type { Actor } from '@/lib/access/actor'
import { countNotCome } from '@/lib/activations/queries'
import { listOwnSelfChecks } from '@/lib/cases/check-queries'
import { listOpenDisputes } from '@/lib/disputes/queries'
import { listOwnOpenItems } from '@/lib/followups/queries'
import { listOwnAdvice } from '@/lib/guidances/queries'
import { listHostingAsked } from '@/lib/hosts/queries'
import { listOwedPairs } from '@/lib/inspections/queries'
import { listUnansweredPolls } from '@/lib/polls/queries'
import { listOwnTodos } from '@/lib/problems/todo-queries'
import { listComingActivities, listNextActivities, listOwedActivities } from '@/lib/reports/home-queries'
import { listOwnParticipation } from '@/lib/reports/queries'
import { filterOf, reportQuery } from '@/lib/reports/schema'
import { bureauPart } from './bureau-part'

/** What each hat begins its day with. */
export async function HatHome({ actor }: { actor: Actor }) {
  const t = await getTranslations('reports.home')
  const year = Number(actor.today.slice(0, 4))
  const filter = filterOf(reportQuery.parse({}), year)

  if (actor.hat.kind === 'ENTERPRISE') {
    const [coming, record, open, todos, advice, checks, polls, hosting, pairs] = await Promise.all([
      listNextActivities(actor, 6),
      listOwnParticipation(actor, filter),
      listOwnOpenItems(actor),
      listOwnTodos(actor),
      listOwnAdvice(actor),
      listOwnSelfChecks(actor),
      listUnansweredPolls(actor),
      listHostingAsked(actor),
      listOwedPairs(actor),
    ])
    const ownHref = `/portal/enterprises/${actor.hat.enterpriseId}`
    return (
      <EnterpriseHome
        enterprise={actor.hatLabel}
        ownHref={ownHref}
        coming={coming}
        record={record}
        open={open}
        todos={todos}
        advice={advice}
        today={actor.today}
        checks={checks}
        polls={polls}
        hosting={hosting}
        inspections={<OwedPairs pairs={pairs} enterpriseId={actor.hat.enterpriseId} />}
      />
    )
  }
  if (actor.hat.kind === 'INSURER') {
    const [week, owed, notCome, open, disputes] = await Promise.all([
      listComingActivities(actor, 7, 20),
      listOwedActivities(actor, 20),
      countNotCome(actor),
      listOwnOpenItems(actor),
      listOpenDisputes(actor),
    ])
    const schedule = t('newActivity')
    const actions =
      actor.hat.allianceIds.length > 0 ? (
        <ButtonLink href="/portal/activities/new" variant="primary">
          {schedule}
        </ButtonLink>
      ) : null
    return (
      <CoordinatorHome
        name={actor.name}
        week={week}
        owed={owed}
        open={open}
        disputes={disputes}
        actions={actions}
        notCome={notCome}
      />
    )
  }
  if (actor.hat.kind === 'NONE') return <EmptyState kind="no-right" title={t('noHat')} text={t('noHatText')} />

  const [week, { totals, part }, notCome] = await Promise.all([
    listComingActivities(actor, 7, 12),
    bureauPart(actor, filter),
    countNotCome(actor),
  ])
  return <BureauHome name={actor.name} year={year} totals={totals} week={week} part={part} notCome={notCome} />
}
