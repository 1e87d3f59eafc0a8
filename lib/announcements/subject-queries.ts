import { isSignedIn, type Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import { removedAnnouncementFiles, visibleAnnouncementFiles, visibleAnnouncements, type Addressees } from './policy'

const announcementSelect = {
  id: true,
  title: true,
  body: true,
  audience: true,
  authorRole: true,
  jurisdictionId: true,
  insurerId: true,
  enterpriseId: true,
  publishAt: true,
  withdrawnAt: true,
  pinnedUntil: true,
  toldAt: true,
  version: true,
  addressees: {
    select: {
      jurisdictionId: true,
      allianceId: true,
      jurisdiction: { select: { name: true } },
      alliance: { select: { name: true } },
    },
    orderBy: { id: 'asc' },
  },
} satisfies Prisma.AnnouncementSelect

export type AnnouncementSubject = Prisma.AnnouncementGetPayload<{ select: typeof announcementSelect }>

export const announcementSubject = (
  tx: Tx,
  actor: Actor,
  { id }: { id: string },
): Promise<AnnouncementSubject | null> =>
  tx.announcement.findFirst({
    where: { AND: [{ id }, visibleAnnouncements(actor, now())] },
    select: announcementSelect,
  })

/** Whom a form addresses, with their names: only the ids that its audience asks for, and all of them known. */
export type AudienceSubject = Addressees & { names: string[] }

export async function audienceSubject(tx: Tx, actor: Actor, input: Addressees): Promise<AudienceSubject | null> {
  if (!isSignedIn(actor)) return null
  const { audience } = input
  const where = (ids: string[]) => ({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const asked = new Set(audience === 'JURISDICTIONS' ? input.jurisdictionIds : [])
  const askedAlliances = new Set(audience === 'ALLIANCES' ? input.allianceIds : [])
  const [jurisdictions, alliances] = await Promise.all([
    asked.size > 0 ? tx.jurisdiction.findMany({ ...where([...asked]), orderBy: { sortOrder: 'asc' } }) : [],
    askedAlliances.size > 0
      ? tx.alliance.findMany({ ...where([...askedAlliances]), orderBy: { sortOrder: 'asc' } })
      : [],
  ])
  if (jurisdictions.length < asked.size || alliances.length < askedAlliances.size) return null
  return {
    audience,
    jurisdictionIds: jurisdictions.map(({ id }) => id),
    allianceIds: alliances.map(({ id }) => id),
    names: [...jurisdictions, ...alliances].map(({ name }) => name),
  }
}

export type RevisionSubject = { announcement: AnnouncementSubject; audience: AudienceSubject }

export async function revisionSubject(
  tx: Tx,
  actor: Actor,
  input: Addressees & { id: string },
): Promise<RevisionSubject | null> {
  const announcement = await announcementSubject(tx, actor, input)
  const audience = announcement && (await audienceSubject(tx, actor, input))
  return audience && { announcement, audience }
}

const fileSelect = {
  id: true,
  file: { select: { fileName: true } },
  announcement: { select: announcementSelect },
} satisfies Prisma.AnnouncementFileSelect

export type AnnouncementFileSubject = Prisma.AnnouncementFileGetPayload<{ select: typeof fileSelect }>

/** A file that the actor sees, or could put back. */
export const announcementFileSubject = (
  tx: Tx,
  actor: Actor,
  { id }: { id: string },
): Promise<AnnouncementFileSubject | null> =>
  tx.announcementFile.findFirst({
    where: { AND: [{ id }, { OR: [visibleAnnouncementFiles(actor, now()), removedAnnouncementFiles(actor)] }] },
    select: fileSelect,
  })
