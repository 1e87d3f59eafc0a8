import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { ReaderList } from '@/components/practices/reader-list'
import { canSeePracticeReaders } from '@/lib/practices/policy'
import { listPracticeReaders } from '@/lib/practices/queries'
import { pageTitle } from '@/lib/text/page-title'
import { openPractice, shownOf, type PracticeParams } from '../practice'

export const generateMetadata = pageTitle('practices.readers.title')

export default async function PracticeReadersPage({ params }: { params: PracticeParams }) {
  const { actor, practice, path } = await openPractice(params, '/readers')
  if (!canSeePracticeReaders(actor, practice)) notFound()
  const [t, readers] = await Promise.all([getTranslations('practices'), listPracticeReaders(actor, practice)])
  const { title } = shownOf(actor, practice, undefined)

  return (
    <>
      <PageHeader
        title={t('readers.title')}
        crumbs={[{ href: path, label: title || t('list.untitled') }]}
        note={t('readers.note')}
      />
      <ReaderList {...readers} />
    </>
  )
}
