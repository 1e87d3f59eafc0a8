import type { Query } from '@/components/list/href'
import { NotificationList } from '@/components/notifications/notification-list'
import { requireActor } from '@/lib/access/session'
import { countNotifications, listNotifications } from '@/lib/notifications/queries'
import { notificationFilter } from '@/lib/notifications/schema'
import { pageTitle } from '@/lib/text/page-title'
import { visibleLeads } from './leads'

export const generateMetadata = pageTitle('notifications.title')

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/notifications')
  const query = await searchParams
  const filter = notificationFilter.parse(query)
  const [page, all, unread] = await Promise.all([
    listNotifications(actor, filter),
    countNotifications(actor, {}),
    countNotifications(actor, { show: 'unread' }),
  ])
  const leads = await visibleLeads(
    actor,
    page.rows.map(({ href }) => href),
  )

  return <NotificationList page={page} query={query} totals={{ all, unread }} show={filter.show} leads={leads} />
}
