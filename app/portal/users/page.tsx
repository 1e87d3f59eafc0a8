import { notFound } from 'next/navigation'
import type { Query } from '@/components/list/href'
import { UserList } from '@/components/users/user-list'
import { isPortalAdministrator } from '@/lib/access/actor'
import { requireActor } from '@/lib/access/session'
import { pageTitle } from '@/lib/text/page-title'
import { canListUsers } from '@/lib/users/policy'
import { listUsers } from '@/lib/users/queries'
import { userFilter } from '@/lib/users/schema'
import { openViews } from '../views'

export const generateMetadata = pageTitle('users.title')

export default async function UsersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/users')
  if (!canListUsers(actor)) notFound()
  const query = await searchParams
  const views = await openViews(actor, 'users', query)
  const filter = userFilter.parse(query)
  const page = await listUsers(actor, filter)
  const isFiltered = Boolean(filter.q ?? filter.role ?? filter.state)

  return (
    <UserList
      page={page}
      query={query}
      isFiltered={isFiltered}
      isPortalWide={isPortalAdministrator(actor)}
      views={views}
    />
  )
}
