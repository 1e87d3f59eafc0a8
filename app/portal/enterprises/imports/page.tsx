import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ImportList } from '@/components/imports/import-list'
import { UploadForm } from '@/components/imports/upload-form'
import { PageHeader } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { uploadBytesMax } from '@/lib/imports/documents'
import { canUploadWorkbook } from '@/lib/imports/policy'
import { listImports } from '@/lib/imports/queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('imports.page.title')

export default async function ImportsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/enterprises/imports')
  if (!canUploadWorkbook(actor)) notFound()
  const problem = queryValue(await searchParams, 'problem') ?? null
  const [t, imports] = await Promise.all([getTranslations('imports.page'), listImports(actor)])

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <UploadForm problem={problem} limitMegabytes={uploadBytesMax / 1_000_000} />
      <ImportList imports={imports} />
    </>
  )
}
