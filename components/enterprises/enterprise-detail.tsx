import { getLocale, getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { Banner } from '@/components/layout/banner'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { AudienceLink } from '@/components/visibility/audience-link'
import type { EnterpriseMembership } from '@/lib/alliances/member-queries'
import type { HistoryEntry } from '@/lib/enterprises/history-queries'
import type { MandateRow } from '@/lib/enterprises/mandate-queries'
import type { EnterpriseDetail as Detail } from '@/lib/enterprises/queries'
import { formatDay } from '@/lib/text/format'
import { BasicFacts, PeopleFacts } from './enterprise-facts'
import { HistoryList } from './history-list'
import { LicenceTable } from './licence-table'
import { MandateTable, MembershipTable } from './standing-tables'

type Props = {
  enterprise: Detail
  memberships: EnterpriseMembership[]
  mandates: MandateRow[]
  history: { entries: HistoryEntry[]; total: number }
  /** Whether there is a list to go back to. */
  hasList: boolean
  actions: ReactNode
  /** The way to where people are named, for whoever names them. */
  mandateAction: ReactNode
  participation: ReactNode
  /** Whether the notice takes it in, and where it would suit. */
  fitness: ReactNode
  /** Where it is now, if it was merged; and what was merged into it. */
  mergedInto: ReactNode
  merges: ReactNode
}

/** One enterprise, as far as its viewer may know it. */
export async function EnterpriseDetail({ enterprise, memberships, mandates, history, ...page }: Props) {
  const [t, locale] = await Promise.all([getTranslations('enterprises'), getLocale()])
  const { profile, dossier, closedOn } = enterprise
  return (
    <Words of={['enterprises']}>
      <PageHeader
        title={enterprise.name}
        crumbs={page.hasList ? [{ href: '/portal/enterprises', label: t('list.title') }] : []}
        note={
          <>
            {dossier && <span className="font-mono">{dossier.creditCode}</span>}
            <AudienceLink kind="enterprise" id={enterprise.id} />
          </>
        }
        actions={page.actions}
      />
      {page.mergedInto}
      {closedOn && !page.mergedInto && (
        <Banner tone="warning">{t('detail.closedOn', { day: formatDay(locale, closedOn) })}</Banner>
      )}
      {!profile && <Banner>{t('detail.namesOnly')}</Banner>}
      <BasicFacts enterprise={enterprise} />
      <PeopleFacts enterprise={enterprise} />
      {dossier && <LicenceTable licences={dossier.licences} />}
      {page.fitness}
      <MembershipTable memberships={memberships} seesFacts={profile !== null} />
      {(dossier || mandates.length > 0) && <MandateTable mandates={mandates} action={page.mandateAction} />}
      {page.participation}
      {page.merges}
      {dossier && <HistoryList {...history} />}
    </Words>
  )
}
