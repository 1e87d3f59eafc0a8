import { notFound } from 'next/navigation'
import { AccountHead } from '@/components/account/account-head'
import { queryValue, type Query } from '@/components/list/href'
import { NoticeChoices } from '@/components/notifications/notice-choices'
import { requireActor } from '@/lib/access/session'
import { getNoticeChoices } from '@/lib/notifications/choice-queries'
import { fixedGroups, notificationWays } from '@/lib/notifications/delivery-rules'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('notifications.choices.title')

export default async function NoticesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/account/notices')
  const [found, query] = await Promise.all([getNoticeChoices(actor), searchParams])
  if (!found) notFound()

  return (
    <>
      <AccountHead current="notices" />
      <NoticeChoices
        {...found}
        ways={notificationWays}
        fixed={fixedGroups}
        isSaved={queryValue(query, 'done') === 'saved'}
      />
    </>
  )
}
