import { LatestAnnouncements } from '@/components/announcements/latest-announcements'
import { requireActor } from '@/lib/access/session'
import { listLatest } from '@/lib/announcements/list-queries'
import { pageTitle } from '@/lib/text/page-title'
import { HatHome } from './hat-home'

const latestShown = 3

export const generateMetadata = pageTitle('shell.item.home')

export default async function PortalHomePage() {
  const actor = await requireActor('/portal')
  const latest = await listLatest(actor, latestShown)
  return (
    <>
      <HatHome actor={actor} />
      <LatestAnnouncements rows={latest} />
    </>
  )
}
