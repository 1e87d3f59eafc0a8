import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import { FilterBar, type FilterField } from '@/components/list/filter-bar'
import type { Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { ButtonLink } from '@/components/ui/button'
import { ViewBar, type Views } from '@/components/views/view-bar'
import { formatInstant } from '@/lib/text/format'
import type { ListedUser } from '@/lib/users/queries'
import { userStates } from '@/lib/users/schema'
import { hatsText } from './office-name'

const path = '/portal/users'
const roles = ['MUNICIPAL', 'JURISDICTION', 'INSURER', 'ENTERPRISE'] as const

type Props = {
  page: { rows: ListedUser[]; total: number; previous: string | null; next: string | null }
  query: Query
  isFiltered: boolean
  /** Of all organisations, not of one's own. */
  isPortalWide: boolean
  views: Views
}

export async function UserList({ page, query, isFiltered, isPortalWide, views }: Props) {
  const [t, locale] = await Promise.all([getTranslations('users'), getLocale()])
  const states = Object.fromEntries(userStates.map((state) => [state, t(`state.${state}`)]))
  const columns: Column[] = [
    { key: 'name', label: t('field.name'), kind: 'link', href: `${path}/{id}`, isTitle: true },
    { key: 'account', label: t('field.account') },
    { key: 'hats', label: t('field.hats'), isLong: true },
    {
      key: 'state',
      label: t('field.state'),
      kind: 'badge',
      labels: states,
      tones: { ACTIVE: 'success', INVITED: 'warning', DISABLED: 'neutral' },
    },
    { key: 'lastSeenAt', label: t('field.lastSeenAt'), kind: 'day' },
  ]
  const rows = page.rows.map((user): Row => [
    user.id,
    user.name,
    user.account,
    hatsText(t, user.hats) || t('noHat'),
    user.state,
    user.lastSeenAt ? formatInstant(locale, user.lastSeenAt) : t('neverSeen'),
  ])
  const fields: FilterField[] = [
    { name: 'q', label: t('search'), type: 'text', isWide: true },
    ...(isPortalWide
      ? [
          {
            name: 'role',
            label: t('field.role'),
            type: 'select' as const,
            options: roles.map((role) => ({ value: role, label: t(`role.${role}`) })),
          },
        ]
      : []),
    {
      name: 'state',
      label: t('field.state'),
      type: 'select',
      options: userStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
    },
  ]

  return (
    <>
      <PageHeader
        title={t('title')}
        note={isPortalWide ? t('listLeadAll') : t('listLead')}
        actions={
          <ButtonLink href={`${path}/new`} variant="primary">
            {t('invite.action')}
          </ButtonLink>
        }
      />
      <ViewBar {...views} query={query} />
      <FilterBar path={path} query={query} fields={fields} />
      {rows.length === 0 ? (
        <EmptyState
          {...(isFiltered
            ? { kind: 'no-match', clearHref: path }
            : { kind: 'nothing', title: t('empty'), text: t('emptyText') })}
        />
      ) : (
        <DataTable id="users" label={t('title')} columns={columns} rows={rows} query={query} />
      )}
      <Pager path={path} query={query} total={page.total} previous={page.previous} next={page.next} />
    </>
  )
}
