import type { Actor } from '@/lib/access/actor'
import { fromDate, fromDateOrNull, holdingOn, plusDays, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { now } from '@/lib/core/now'
import type { Prisma } from '@/lib/core/prisma/client'
import { holdersOf } from '@/lib/users/policy'
import { fromOffice, type Office } from '@/lib/users/schema'
import { leaverSubject, type LeaverSubject } from './subject-queries'
import { estateOf, type Estate } from './estate-queries'
import { canBeginCover, canEndCover, coverablePosts, visibleCovers } from './policy'

export type CoverRow = {
  id: string
  alliance: { name: string; nameEn: string; shortName: string; sortOrder: number }
  coordinator: string
  deputy: string
  from: Day
  lastDay: Day
  reason: string
  state: 'UPCOMING' | 'CURRENT' | 'OVER'
  mayEnd: boolean
}

function stateOf(from: Day, endsOn: Day, today: Day): CoverRow['state'] {
  if (endsOn <= today) return 'OVER'
  return from > today ? 'UPCOMING' : 'CURRENT'
}

const shownMax = 20

/** Who stands or stood in, of one alliance or all, the latest first; what was taken back before it began is left out. */
export async function listCovers(actor: Actor, allianceId?: string): Promise<CoverRow[]> {
  const rows = await db.cover.findMany({
    where: { AND: [allianceId ? { appointment: { allianceId } } : {}, visibleCovers(actor)] },
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      reason: true,
      deputy: { select: { name: true } },
      appointment: {
        select: {
          insurerId: true,
          coordinatorId: true,
          coordinator: { select: { name: true } },
          alliance: { select: { name: true, nameEn: true, shortName: true, sortOrder: true } },
        },
      },
    },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    take: shownMax,
  })
  return rows
    .filter(({ startsOn, endsOn }) => endsOn > startsOn)
    .map(({ id, startsOn, endsOn, reason, deputy, appointment }) => {
      const state = stateOf(fromDate(startsOn), fromDate(endsOn), actor.today)
      return {
        id,
        alliance: appointment.alliance,
        coordinator: appointment.coordinator.name,
        deputy: deputy.name,
        from: fromDate(startsOn),
        lastDay: plusDays(fromDate(endsOn), -1),
        reason,
        state,
        mayEnd: state !== 'OVER' && canEndCover(actor, appointment),
      }
    })
}

type Person = { id: string; name: string }

const postSelect = {
  id: true,
  insurerId: true,
  coordinatorId: true,
  endsOn: true,
  coordinator: { select: { name: true } },
  insurer: { select: { shortName: true } },
  alliance: { select: { name: true, nameEn: true, shortName: true, sortOrder: true } },
} satisfies Prisma.InsurerAppointmentSelect

export type CoverablePost = Prisma.InsurerAppointmentGetPayload<{ select: typeof postSelect }>

/** Today's posts for which the actor may arrange a cover, in the order of the notice. */
export async function listCoverablePosts(actor: Actor): Promise<CoverablePost[]> {
  const posts = await db.insurerAppointment.findMany({
    where: { AND: [coverablePosts(actor), holdingOn(actor.today)] },
    select: postSelect,
    orderBy: { alliance: { sortOrder: 'asc' } },
  })
  return posts.filter((post) => canBeginCover(actor, post))
}

export type CoverPlan = { post: CoverablePost; lastDay: Day | null; people: Person[] }

/** One of these posts, with who of the insurer could stand in. */
export async function getCoverPlan(actor: Actor, appointmentId: string): Promise<CoverPlan | null> {
  if (!isId(appointmentId)) return null
  const post = await db.insurerAppointment.findFirst({
    where: { AND: [{ id: appointmentId }, coverablePosts(actor), holdingOn(actor.today)] },
    select: postSelect,
  })
  if (!post || !canBeginCover(actor, post)) return null
  const people = await db.user.findMany({
    where: {
      id: { not: post.coordinatorId },
      disabledAt: null,
      appointments: { some: { insurerId: post.insurerId, ...holdingOn(actor.today) } },
    },
    select: { id: true, name: true },
    orderBy: [{ namePinyin: 'asc' }, { id: 'asc' }],
  })
  const endsOn = fromDateOrNull(post.endsOn)
  return { post, lastDay: endsOn && plusDays(endsOn, -1), people }
}

export type Leaving = LeaverSubject & { officeText: string; estate: Estate; successors: Person[] }

/** What a person leaves behind in an office, and who of it could take over. */
export async function getLeaving(actor: Actor, userId: string, office: Office): Promise<Leaving | null> {
  if (!isId(userId)) return null
  const officeText = fromOffice(office)
  const leaver = await leaverSubject(db, actor, { userId, office: officeText })
  if (!leaver) return null
  const [estate, successors] = await Promise.all([
    estateOf(db, { userId, office: leaver.office }, { today: actor.today, at: now() }),
    db.user.findMany({
      where: {
        AND: [{ id: { not: userId }, disabledAt: null }, { OR: holdersOf(office) }, holdsToday(office, actor.today)],
      },
      select: { id: true, name: true },
      orderBy: [{ namePinyin: 'asc' }, { id: 'asc' }],
    }),
  ])
  return { ...leaver, officeText, estate, successors }
}

/** People of an office as of today: by appointment, and in an enterprise by mandate too. */
export const holdsToday = ({ role, officeId }: Office, today: Day) => ({
  OR: [
    {
      appointments: {
        some: {
          role,
          ...(role === 'JURISDICTION' && { jurisdictionId: officeId }),
          ...(role === 'INSURER' && { insurerId: officeId }),
          ...(role === 'ENTERPRISE' && { enterpriseId: officeId }),
          ...holdingOn(today),
        },
      },
    },
    ...(role === 'ENTERPRISE' && officeId
      ? [
          {
            mandates: {
              some: {
                enterpriseId: officeId,
                validFrom: { lte: toDate(today) },
                OR: [{ validTo: null }, { validTo: { gte: toDate(today) } }],
              },
            },
          },
        ]
      : []),
  ],
})
