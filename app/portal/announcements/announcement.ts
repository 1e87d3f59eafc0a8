import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/session'
import { canReviseAnnouncement } from '@/lib/announcements/policy'
import { getAnnouncement } from '@/lib/announcements/queries'

export type AnnouncementParams = Promise<{ announcement: string }>

/** The gate of an announcement's page: who asks, and the announcement as it stands for them. */
export async function openAnnouncement(params: AnnouncementParams, part = '') {
  const { announcement: id } = await params
  const path = `/portal/announcements/${id}`
  const actor = await requireActor(`${path}${part}`)
  const announcement = (await getAnnouncement(actor, id)) ?? notFound()
  const t = await getTranslations('announcements')
  const crumbs = [
    { href: '/portal/announcements', label: t('title') },
    ...(part ? [{ href: path, label: announcement.title }] : []),
  ]
  return { actor, announcement, path, t, crumbs }
}

/** The same for the pages of the office that wrote it, while it was not withdrawn. */
export async function openOwnAnnouncement(params: AnnouncementParams, part: string) {
  const opened = await openAnnouncement(params, part)
  const { actor, announcement } = opened
  if (!canReviseAnnouncement(actor, announcement) || announcement.state === 'WITHDRAWN') notFound()
  return opened
}
