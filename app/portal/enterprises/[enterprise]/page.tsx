import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { EnterpriseDetail } from '@/components/enterprises/enterprise-detail'
import { ParticipationTiles } from '@/components/enterprises/participation-tiles'
import { DossierActions } from '@/components/registry/dossier-actions'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { listEnterpriseMemberships } from '@/lib/alliances/member-queries'
import { listHistory } from '@/lib/enterprises/history-queries'
import { canCorrectEnterprise, canGrantMandate, hasDossiers } from '@/lib/enterprises/policy'
import { listMandates } from '@/lib/enterprises/mandate-queries'
import { getEnterprise } from '@/lib/enterprises/queries'
import { canMoveEnterprise, canProposeCorrection } from '@/lib/registry/policy'
import { canReadParticipationOf } from '@/lib/reports/policy'
import { getParticipationTotals } from '@/lib/reports/queries'
import { filterOf, reportQuery } from '@/lib/reports/schema'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('enterprises.detail.title')

export default async function EnterprisePage({ params }: { params: Promise<{ enterprise: string }> }) {
  const { enterprise: id } = await params
  const actor = await requireActor(`/portal/enterprises/${encodeURIComponent(id)}`)
  const enterprise = (await getEnterprise(actor, id)) ?? notFound()
  const year = Number(actor.today.slice(0, 4))
  const [t, memberships, mandates, history, totals] = await Promise.all([
    getTranslations('enterprises'),
    listEnterpriseMemberships(actor, id),
    listMandates(actor, id),
    listHistory(actor, id),
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
      actions={
        <DossierActions
          enterpriseId={id}
          mayCorrect={canCorrectEnterprise(actor, enterprise)}
          mayPropose={canProposeCorrection(actor, enterprise)}
          mayMove={canMoveEnterprise(actor, enterprise)}
        />
      }
      mandateAction={
        canGrantMandate(actor, enterprise) && (
          <ButtonLink href={`/portal/enterprises/${id}/people`}>{t('mandates.open')}</ButtonLink>
        )
      }
      participation={totals && <ParticipationTiles enterpriseId={id} year={year} totals={totals} />}
    />
  )
}
