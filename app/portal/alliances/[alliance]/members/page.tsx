import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import { DataTable } from '@/components/list/data-table'
import { queryValue, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { AdmitLink, ManageMembersLinks } from '@/components/memberships/member-links'
import { requireActor } from '@/lib/access/session'
import { listMembers } from '@/lib/alliances/member-queries'
import { formatDay } from '@/lib/text/format'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance } from '../../year'
import { RosterFilter } from './roster-filter'
import { memberColumns, memberFilter, memberRows, memberView } from './roster'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('alliances.tabs.members')

export default async function MembersPage({ params, searchParams }: Props) {
  const [{ alliance: slug }, query] = await Promise.all([params, searchParams])
  const path = `/portal/alliances/${slug}/members`
  const actor = await requireActor(path)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const filter = memberFilter(query, actor, alliance.id)
  const [t, locale, page] = await Promise.all([
    getTranslations('memberships.members'),
    getLocale(),
    listMembers(actor, filter, queryValue(query, 'cursor')),
  ])
  const view = memberView(actor, alliance, filter.asOf)
  const isFiltered = Boolean(filter.name ?? filter.jurisdiction ?? filter.size)
  const admit = view.mayManage && <AdmitLink slug={slug} />

  return (
    <Section
      title={t('asOfNote', { day: formatDay(locale, filter.asOf) })}
      actions={view.mayManage && <ManageMembersLinks slug={slug} />}
    >
      <RosterFilter actor={actor} path={path} query={query} asOf={filter.asOf} view={view} />
      {page.rows.length === 0 && isFiltered && <EmptyState kind="no-match" clearHref={path} />}
      {page.rows.length === 0 && !isFiltered && (
        <EmptyState kind="nothing" title={t('empty')} text={admit ? t('emptyText') : undefined} action={admit} />
      )}
      {page.rows.length > 0 && (
        <DataTable
          id="members"
          label={t('listLabel')}
          columns={await memberColumns(slug, view)}
          rows={memberRows(page.rows, locale, view, t('manage'))}
        />
      )}
      <Pager path={path} query={query} total={page.total} previous={page.previous} next={page.next} />
    </Section>
  )
}
