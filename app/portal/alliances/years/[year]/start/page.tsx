import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { StartCheck } from '@/components/years/start-check'
import { listAllianceOverviews } from '@/lib/alliances/year-queries'
import { pageTitle } from '@/lib/text/page-title'
import { openDesk, type DeskParams } from '../desk'

export const generateMetadata = pageTitle('years.desk.startTitle')

export default async function StartYearPage({ params }: { params: DeskParams }) {
  const { actor, year, path } = await openDesk(params, '/start')
  const [t, alliances] = await Promise.all([getTranslations('years.desk'), listAllianceOverviews(actor, year)])

  return (
    <>
      <PageHeader title={t('startTitle')} crumbs={[{ href: path, label: t('title', { year: String(year) }) }]} />
      <StartCheck year={year} alliances={alliances} />
    </>
  )
}
