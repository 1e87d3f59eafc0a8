import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { EnterpriseDetail } from '@/components/enterprises/enterprise-detail'
import { ParticipationTiles } from '@/components/enterprises/participation-tiles'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { listEnterpriseMemberships } from '@/lib/alliances/member-queries'
import { listHistory } from '@/lib/enterprises/history-queries'
import { canGrantMandate, canRegisterEnterprise, hasDossiers } from '@/lib/enterprises/policy'
import { listMandates } from '@/lib/enterprises/mandate-queries'
import { getEnterprise } from '@/lib/enterprises/queries'
import { canReadParticipationOf } from '@/lib/reports/policy'
import { getParticipationTotals } from '@/lib/reports/queries'
import { filterOf, reportQuery } from '@/lib/reports/schema'
import { pageTitle } from '@/lib/text/page-title'
import { actionsPart } from '../actions-part'
import { fitnessPart } from '../fitness-part'
import { mergeParts } from '../merge-parts'

export const generateMetadata = pageTitle('enterprises.detail.title')

export default async function EnterprisePage({ params }: { params: Promise<{ enterprise: string }> }) {
  const { enterprise: id } = await params
  const actor = await requireActor(`/portal/enterprises/${encodeURIComponent(id)}`)
  const enterprise = (await getEnterprise(actor, id)) ?? notFound()
  const year = Number(actor.today.slice(0, 4))
  const [t, memberships, mandates, history, fitness, merged, totals] = await Promise.all([
    getTranslations('enterprises'),
    listEnterpriseMemberships(actor, id),
    listMandates(actor, id),
    listHistory(actor, id),
    fitnessPart(actor, id, canRegisterEnterprise(actor)),
    mergeParts(actor, id),
    canReadParticipationOf(actor, enterprise)
      ? getParticipationTotals(actor, { ...filterOf(reportQuery.parse({}), year), enterpriseId: id })
      : null,
  ])

  return (
    <EnterpriseDetail
      enterprise={enterprise}
      memberships={memberships}
      mandates={mandates}
      history={history}
      hasList={hasDossiers(actor)}
      actions={!merged.mergedInto && actionsPart(actor, enterprise)}
      mandateAction={
        canGrantMandate(actor, enterprise) &&
        !merged.mergedInto && <ButtonLink href={`/portal/enterprises/${id}/people`}>{t('mandates.open')}</ButtonLink>
      }
      fitness={fitness}
      {...merged}
      participation={totals && <ParticipationTiles enterpriseId={id} year={year} totals={totals} />}
    />
  )
}
