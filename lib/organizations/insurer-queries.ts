import type { Actor } from '@/lib/access/actor'
import { fromDate, fromDateOrNull, holdingOn, plusDays, type Day } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import { canListInsurers, visibleInsurers } from './policy'

export type ListedInsurer = {
  id: string
  name: string
  shortName: string
  /** People who work there today. */
  people: number
  /** Alliances that it serves today. */
  alliances: { id: string; sortOrder: number; shortName: string }[]
}

/** Every insurer with what it does today; there are a handful. Nobody but the municipal bureau gets any. */
export async function listInsurers(actor: Actor): Promise<ListedInsurer[]> {
  if (!canListInsurers(actor)) return []
  const today = holdingOn(actor.today)
  const rows = await db.insurer.findMany({
    where: visibleInsurers(actor),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      shortName: true,
      _count: { select: { appointments: { where: { AND: [today, { user: { disabledAt: null } }] } } } },
      insurerAppointments: {
        where: today,
        orderBy: { alliance: { sortOrder: 'asc' } },
        select: { alliance: { select: { id: true, sortOrder: true, shortName: true } } },
      },
    },
  })
  return rows.map(({ _count, insurerAppointments, ...row }) => ({
    ...row,
    people: _count.appointments,
    alliances: insurerAppointments.map(({ alliance }) => alliance),
  }))
}

export type InsurerDetail = {
  id: string
  name: string
  shortName: string
  /** Nothing refers to it, or ever did: it may still be taken out. */
  isUnused: boolean
  people: { id: string; name: string; isAdministrator: boolean; startsOn: Day; endsOn: Day | null }[]
  standings: {
    id: string
    alliance: { slug: string; name: string; sortOrder: number; shortName: string }
    coordinator: string
    deputy: string | null
    from: Day
    /** Inclusive, as contracts say it; null: open. */
    lastDay: Day | null
    isCurrent: boolean
  }[]
}

const detailSelect = (today: Day) =>
  ({
    id: true,
    name: true,
    shortName: true,
    _count: { select: { appointments: true, insurerAppointments: true, activities: true } },
    appointments: {
      where: { AND: [holdingOn(today), { user: { disabledAt: null } }] },
      orderBy: [{ user: { namePinyin: 'asc' } }, { id: 'asc' }],
      select: { userId: true, isAdministrator: true, startsOn: true, endsOn: true, user: { select: { name: true } } },
    },
    insurerAppointments: {
      orderBy: [{ startsOn: 'desc' }, { alliance: { sortOrder: 'asc' } }],
      select: {
        id: true,
        startsOn: true,
        endsOn: true,
        alliance: { select: { slug: true, name: true, sortOrder: true, shortName: true } },
        coordinator: { select: { name: true } },
        deputy: { select: { name: true } },
      },
    },
  }) satisfies Prisma.InsurerSelect

/** One insurer with its people of today and every alliance that it serves or served; null: absent or not the actor's. */
export async function getInsurer(actor: Actor, id: string): Promise<InsurerDetail | null> {
  if (!canListInsurers(actor) || !isId(id)) return null
  const row = await db.insurer.findFirst({
    where: { AND: [visibleInsurers(actor), { id }] },
    select: detailSelect(actor.today),
  })
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    shortName: row.shortName,
    isUnused: Object.values(row._count).every((count) => count === 0),
    people: row.appointments.map(({ userId, user, isAdministrator, startsOn, endsOn }) => ({
      id: userId,
      name: user.name,
      isAdministrator,
      startsOn: fromDate(startsOn),
      endsOn: fromDateOrNull(endsOn),
    })),
    standings: row.insurerAppointments.map(({ startsOn, endsOn, coordinator, deputy, ...standing }) => {
      const [from, end] = [fromDate(startsOn), fromDateOrNull(endsOn)]
      return {
        ...standing,
        coordinator: coordinator.name,
        deputy: deputy?.name ?? null,
        from,
        lastDay: end && plusDays(end, -1),
        isCurrent: from <= actor.today && (end === null || end > actor.today),
      }
    }),
  }
}

export type InsurerSubject = { id: string; name: string; shortName: string }

/** The insurer that an input names, if it is there for the actor. */
export const insurerSubject = (
  tx: Tx,
  actor: Actor,
  { insurerId }: { insurerId: string },
): Promise<InsurerSubject | null> =>
  tx.insurer.findFirst({
    where: { AND: [visibleInsurers(actor), { id: insurerId }] },
    select: { id: true, name: true, shortName: true },
  })
