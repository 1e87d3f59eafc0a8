import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { PracticeLines } from '@/components/public/practice-lines'
import { visitor } from '@/lib/access/session'
import { listPublicPractices } from '@/lib/practices/public-queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('practices.public.title')

export default async function PublicPracticesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query] = await Promise.all([visitor(), searchParams])
  const [t, { rows, ...page }] = await Promise.all([
    getTranslations('practices.public'),
    listPublicPractices(actor, queryValue(query, 'cursor')),
  ])

  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('title')} note={t('note')} />
      <PracticeLines rows={rows} />
      <Pager path="/practices" query={query} {...page} />
    </div>
  )
}
