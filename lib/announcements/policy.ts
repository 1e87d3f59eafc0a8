import { insures, isMunicipal, isSignedIn, leads, nothing, oversees, type Actor } from '@/lib/access/actor'
import { toDate, type Day } from '@/lib/core/clock'
import type { Announcement, Prisma } from '@/lib/core/prisma/client'
import type { AnnouncementAudience } from '@/lib/core/prisma/enums'

/** Readable by time alone: its hour has come, and it was not taken back. */
export const publishedAt = (at: Date): Prisma.AnnouncementWhereInput => ({
  AND: [{ publishAt: { lte: at } }, { withdrawnAt: null }],
})

/** Whom it is for, seen from the reader. The bureaus read what their alliances are told, the municipal bureau everything. */
function addressedTo(actor: Actor): Prisma.AnnouncementWhereInput {
  const { hat } = actor
  if (!isSignedIn(actor)) return { audience: 'PUBLIC' }
  if (hat.kind === 'MUNICIPAL') return {}
  const open: Prisma.AnnouncementWhereInput = { audience: { in: ['PUBLIC', 'EVERYONE'] } }
  if (hat.kind === 'JURISDICTION')
    return { OR: [open, { audience: 'ALLIANCES' }, { addressees: { some: { jurisdictionId: hat.jurisdictionId } } }] }
  if (hat.kind === 'INSURER') return { OR: [open, { addressees: { some: { allianceId: { in: hat.allianceIds } } } }] }
  if (hat.kind === 'NONE') return open
  const supervised = { jurisdiction: { supervised: { some: { id: hat.enterpriseId } } } }
  return { OR: [open, { addressees: { some: { OR: [{ allianceId: { in: hat.allianceIds } }, supervised] } } }] }
}

/** What the actor's own office announces, in whatever state. Who serves or leads no more keeps none of it. */
export function ownAnnouncements({ hat }: Actor): Prisma.AnnouncementWhereInput {
  if (hat.kind === 'MUNICIPAL') return { authorRole: 'MUNICIPAL' }
  if (hat.kind === 'JURISDICTION') return { jurisdictionId: hat.jurisdictionId }
  if (hat.kind === 'INSURER')
    return {
      AND: [{ insurerId: hat.insurerId }, { addressees: { some: { allianceId: { in: hat.allianceIds } } } }],
    }
  if (hat.kind === 'ENTERPRISE')
    return {
      AND: [{ enterpriseId: hat.enterpriseId }, { addressees: { some: { allianceId: { in: hat.leadAllianceIds } } } }],
    }
  return nothing
}

/** The one rule of reading, for lists, counts, search, files and the public pages: `at` is the instant of asking. */
export const visibleAnnouncements = (actor: Actor, at: Date): Prisma.AnnouncementWhereInput => ({
  OR: [{ AND: [publishedAt(at), addressedTo(actor)] }, ownAnnouncements(actor)],
})

/** What a reader reads: published, whether by one's own office or another. */
export const readableAnnouncements = (actor: Actor, at: Date): Prisma.AnnouncementWhereInput => ({
  AND: [publishedAt(at), visibleAnnouncements(actor, at)],
})

export const publicAnnouncements = (actor: Actor, at: Date): Prisma.AnnouncementWhereInput => ({
  AND: [{ audience: 'PUBLIC' }, readableAnnouncements(actor, at)],
})

/** Files belong to whoever sees the announcement; one that was taken away is seen by nobody until it is put back. */
export const visibleAnnouncementFiles = (actor: Actor, at: Date): Prisma.AnnouncementFileWhereInput => ({
  AND: [{ removedAt: null }, { announcement: visibleAnnouncements(actor, at) }],
})

export const removedAnnouncementFiles = (actor: Actor): Prisma.AnnouncementFileWhereInput => ({
  AND: [{ removedAt: { not: null } }, { announcement: ownAnnouncements(actor) }],
})

export type Addressees = { audience: AnnouncementAudience; jurisdictionIds: string[]; allianceIds: string[] }

/**
 * Whom an office may address: the bureau everybody, a jurisdiction its own enterprises, the insurer's people and the lead
 * company their alliances (四(一), 三(一)).
 */
export function canAnnounceTo(actor: Actor, { audience, jurisdictionIds, allianceIds }: Addressees): boolean {
  if (isMunicipal(actor)) return true
  if (audience === 'JURISDICTIONS') return jurisdictionIds.every((id) => oversees(actor, id))
  return audience === 'ALLIANCES' && allianceIds.every((id) => insures(actor, id) || leads(actor, id))
}

/** Whether the actor has anybody to address. */
export function canAnnounce({ hat }: Actor): boolean {
  if (hat.kind === 'MUNICIPAL' || hat.kind === 'JURISDICTION') return true
  if (hat.kind === 'INSURER') return hat.allianceIds.length > 0
  return hat.kind === 'ENTERPRISE' && hat.leadAllianceIds.length > 0
}

export type OneAnnouncement = Pick<Announcement, 'authorRole' | 'jurisdictionId' | 'insurerId' | 'enterpriseId'> & {
  addressees: { allianceId: string | null }[]
}

/** The same rule as `ownAnnouncements`, for a row. */
function keeps(actor: Actor, row: OneAnnouncement): boolean {
  const { hat } = actor
  const isOfOneOf = (ids: string[]) => row.addressees.some(({ allianceId }) => allianceId && ids.includes(allianceId))
  if (hat.kind === 'MUNICIPAL') return row.authorRole === 'MUNICIPAL'
  if (hat.kind === 'JURISDICTION') return row.jurisdictionId === hat.jurisdictionId
  if (hat.kind === 'INSURER') return row.insurerId === hat.insurerId && isOfOneOf(hat.allianceIds)
  return hat.kind === 'ENTERPRISE' && row.enterpriseId === hat.enterpriseId && isOfOneOf(hat.leadAllianceIds)
}

export const canReviseAnnouncement = (actor: Actor, row: OneAnnouncement): boolean => keeps(actor, row)
export const canPublishAnnouncement = (actor: Actor, row: OneAnnouncement): boolean => keeps(actor, row)
export const canWithdrawAnnouncement = (actor: Actor, row: OneAnnouncement): boolean => keeps(actor, row)
export const canPinAnnouncement = (actor: Actor, row: OneAnnouncement): boolean => keeps(actor, row)
export const canAddAnnouncementFile = (actor: Actor, row: OneAnnouncement): boolean => keeps(actor, row)
export const canRemoveAnnouncementFile = (actor: Actor, row: OneAnnouncement): boolean => keeps(actor, row)
/** Which firms have noted it is the office's that wrote it. */
export const canSeeReaders = (actor: Actor, row: OneAnnouncement): boolean => keeps(actor, row)

/** Whoever reads it with a hat on may note it; whoever wrote it has nothing to note. */
export const canNoteAnnouncement = (actor: Actor, row: OneAnnouncement): boolean =>
  isSignedIn(actor) && !keeps(actor, row)

type Reach = {
  audience: AnnouncementAudience
  addressees: { jurisdictionId: string | null; allianceId: string | null }[]
}

/** The firms that it is addressed to, as they are on a day; a closed one is asked nothing. */
export function addressedEnterprises({ audience, addressees }: Reach, today: Day): Prisma.EnterpriseWhereInput {
  const open: Prisma.EnterpriseWhereInput = { OR: [{ closedOn: null }, { closedOn: { gt: toDate(today) } }] }
  const ids = (key: 'jurisdictionId' | 'allianceId') => addressees.flatMap((row) => row[key] ?? [])
  if (audience === 'JURISDICTIONS') return { AND: [open, { supervisingJurisdictionId: { in: ids('jurisdictionId') } }] }
  if (audience === 'PUBLIC' || audience === 'EVERYONE') return open
  const held = { joinedOn: { lte: toDate(today) }, OR: [{ leftOn: null }, { leftOn: { gt: toDate(today) } }] }
  return { AND: [open, { memberships: { some: { allianceId: { in: ids('allianceId') }, ...held } } }] }
}
