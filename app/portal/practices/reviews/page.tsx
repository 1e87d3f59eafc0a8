import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { PracticeTabs } from '@/components/practices/practice-tabs'
import { WaitingPractices } from '@/components/practices/work-lists'
import { isMunicipal } from '@/lib/access/actor'
import { requireActor } from '@/lib/access/session'
import { listWaitingVersions } from '@/lib/practices/list-queries'
import { canReviewPractices } from '@/lib/practices/policy'
import { pageTitle } from '@/lib/text/page-title'
import { tabsOf } from '../tabs'

export const generateMetadata = pageTitle('practices.list.reviews')

export default async function PracticeReviewsPage() {
  const actor = await requireActor('/portal/practices/reviews')
  if (!canReviewPractices(actor) && !isMunicipal(actor)) notFound()
  const [t, rows, tabs] = await Promise.all([
    getTranslations('practices.list'),
    listWaitingVersions(actor),
    tabsOf(actor),
  ])

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <PracticeTabs {...tabs} current={isMunicipal(actor) ? 'toPublish' : 'reviews'} />
      <WaitingPractices rows={rows} />
    </>
  )
}
