import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ImportCourse } from '@/components/imports/import-course'
import { ImportDecision } from '@/components/imports/import-decision'
import { PreviewTable } from '@/components/imports/preview-table'
import { PageHeader } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { Badge } from '@/components/ui/badge'
import { AudienceLink } from '@/components/visibility/audience-link'
import { requireActor } from '@/lib/access/session'
import { isId } from '@/lib/core/id'
import { decodeCursor } from '@/lib/core/paging'
import { ImportVerdict } from '@/lib/core/prisma/enums'
import { countNamedMemberships, getImport, listPreviewRows } from '@/lib/imports/queries'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ import: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('imports.page.title')

export default async function ImportPage({ params, searchParams }: Props) {
  const { import: id } = await params
  const query = await searchParams
  const path = `/portal/enterprises/imports/${id}`
  const actor = await requireActor(path)
  const found = (isId(id) && (await getImport(actor, id))) || notFound()
  const asked = Object.values(ImportVerdict).find((verdict) => verdict === queryValue(query, 'verdict'))
  const verdict = asked ?? (found.wrongRows > 0 ? 'WRONG' : 'NEW')
  const [t, words, page, memberships] = await Promise.all([
    getTranslations('imports.page'),
    getTranslations('imports'),
    listPreviewRows(actor, id, { verdict, cursor: decodeCursor(queryValue(query, 'cursor')) }),
    countNamedMemberships(actor, id),
  ])
  const isChecked = found.state === 'CHECKED' || found.state === 'DONE'

  return (
    <>
      <PageHeader
        title={found.file.fileName}
        crumbs={[{ href: '/portal/enterprises/imports', label: t('title') }]}
        note={
          <>
            <Badge tone="primary">{words(`state.${found.state}`)}</Badge>
            <AudienceLink kind="import" id={id} />
          </>
        }
      />
      <ImportCourse found={found} path={path} verdict={verdict} />
      <ImportDecision found={found} memberships={memberships} today={actor.today} />
      {isChecked && <PreviewTable page={page} verdict={verdict} path={path} query={query} found={found} />}
    </>
  )
}
