import type { Actor } from '@/lib/access/actor'
import { fromDate, fromDateOrNull, holdingOn, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import type { AppointmentRole, MandateKind } from '@/lib/core/prisma/enums'
import { visibleUsers } from './policy'
import { isUserId, type Office, type UserFilter, type UserState } from './schema'
import { officeOf } from './subject-queries'

const officeSelect = {
  role: true,
  isAdministrator: true,
  jurisdictionId: true,
  insurerId: true,
  enterpriseId: true,
  jurisdiction: { select: { shortName: true, name: true } },
  insurer: { select: { shortName: true, name: true } },
  enterprise: { select: { name: true } },
} satisfies Prisma.AppointmentSelect

type OfficeRow = Prisma.AppointmentGetPayload<{ select: typeof officeSelect }>

/** How an office is called; null for the municipal bureau, whose name is in lib/text. */
const officeName = (row: OfficeRow): string | null =>
  row.jurisdiction?.name ?? row.insurer?.name ?? row.enterprise?.name ?? null

const stateOf = (row: { passwordHash: string | null; disabledAt: Date | null }): UserState => {
  if (row.disabledAt) return 'DISABLED'
  return row.passwordHash ? 'ACTIVE' : 'INVITED'
}

const whereState: Record<UserState, Prisma.UserWhereInput> = {
  ACTIVE: { disabledAt: null, passwordHash: { not: null } },
  INVITED: { disabledAt: null, passwordHash: null },
  DISABLED: { disabledAt: { not: null } },
}

/** What holds on a day, for appointments (half open) and mandates (both days inclusive). */
const holding = (day: Day) => ({
  appointment: holdingOn(day),
  mandate: { validFrom: { lte: toDate(day) }, OR: [{ validTo: null }, { validTo: { gte: toDate(day) } }] },
})

function whereUsers(actor: Actor, { q, role, state }: UserFilter): Prisma.UserWhereInput {
  const { appointment, mandate } = holding(actor.today)
  const words: Prisma.UserWhereInput[] = q
    ? [
        { name: { contains: q } },
        { namePinyin: { contains: q.toLowerCase() } },
        { email: { contains: q.toLowerCase() } },
        { phone: { contains: q.replaceAll(/\D/g, '') || q } },
      ]
    : []
  const holders: Prisma.UserWhereInput[] = role
    ? [
        { appointments: { some: { AND: [{ role }, appointment] } } },
        ...(role === 'ENTERPRISE' ? [{ mandates: { some: mandate } }] : []),
      ]
    : []
  return {
    AND: [
      visibleUsers(actor),
      state ? whereState[state] : {},
      words.length > 0 ? { OR: words } : {},
      holders.length > 0 ? { OR: holders } : {},
    ],
  }
}

export type ListedUser = {
  id: string
  name: string
  account: string
  state: UserState
  hats: { role: AppointmentRole; office: string | null; isAdministrator: boolean }[]
  lastSeenAt: Date | null
}

/** Accounts by the pinyin of their names, with what holds today. */
export async function listUsers(actor: Actor, filter: UserFilter): Promise<Page<ListedUser> & { total: number }> {
  const where = whereUsers(actor, filter)
  const cursor = decodeCursor(filter.cursor)
  const isBackwards = cursor?.direction === 'before'
  const [read, total] = await Promise.all([
    db.user.findMany({
      where: { AND: [where, cursor ? beyond(cursor.value, cursor.id, isBackwards) : {}] },
      orderBy: isBackwards ? [{ namePinyin: 'desc' }, { id: 'desc' }] : [{ namePinyin: 'asc' }, { id: 'asc' }],
      take: pageSize + 1,
      select: listSelect(actor.today),
    }),
    db.user.count({ where }),
  ])
  const { rows, previous, next } = cutPage(read, cursor, (row) => row.namePinyin)
  return { rows: rows.map(toListed), previous, next, total }
}

function beyond(value: string | number | null, id: string, isBackwards: boolean): Prisma.UserWhereInput {
  const namePinyin = String(value ?? '')
  return isBackwards
    ? { OR: [{ namePinyin: { lt: namePinyin } }, { namePinyin, id: { lt: id } }] }
    : { OR: [{ namePinyin: { gt: namePinyin } }, { namePinyin, id: { gt: id } }] }
}

const listSelect = (today: Day) =>
  ({
    id: true,
    name: true,
    namePinyin: true,
    email: true,
    phone: true,
    passwordHash: true,
    disabledAt: true,
    appointments: { where: holding(today).appointment, select: officeSelect, orderBy: { id: 'asc' } },
    mandates: {
      where: holding(today).mandate,
      select: { enterpriseId: true, enterprise: { select: { name: true } } },
      orderBy: { id: 'asc' },
    },
    sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
  }) satisfies Prisma.UserSelect

type ListRow = Prisma.UserGetPayload<{ select: ReturnType<typeof listSelect> }>

const toListed = (row: ListRow): ListedUser => ({
  id: row.id,
  name: row.name,
  account: row.email ?? row.phone ?? '',
  state: stateOf(row),
  hats: [
    ...row.appointments.map((appointment) => ({
      role: appointment.role,
      office: officeName(appointment),
      isAdministrator: appointment.isAdministrator,
    })),
    // One hat for an enterprise, whether held by mandate, by appointment, or both.
    ...row.mandates
      .filter(({ enterpriseId }) => row.appointments.every((appointment) => appointment.enterpriseId !== enterpriseId))
      .map(({ enterprise }) => ({ role: 'ENTERPRISE' as const, office: enterprise.name, isAdministrator: false })),
  ],
  lastSeenAt: row.sessions[0]?.lastSeenAt ?? null,
})

export type UserDetail = {
  id: string
  name: string
  account: string
  state: UserState
  createdAt: Date
  lastSeenAt: Date | null
  /** Held today or later: what decides whose the account is to keep. */
  offices: Office[]
  appointments: {
    id: string
    office: Office
    officeName: string | null
    isAdministrator: boolean
    startsOn: Day
    endsOn: Day | null
    hasEnded: boolean
  }[]
  mandates: {
    id: string
    enterpriseId: string
    enterprise: string
    kind: MandateKind
    validFrom: Day
    validTo: Day | null
  }[]
}

/** One account with all its appointments and mandates, past ones too; null where the actor does not see it. */
export async function getUser(actor: Actor, id: string): Promise<UserDetail | null> {
  if (!isUserId(id)) return null
  const row = await db.user.findFirst({
    where: { AND: [visibleUsers(actor), { id }] },
    select: {
      id: true,
      name: true,
      email: true,
      phone: true,
      passwordHash: true,
      disabledAt: true,
      createdAt: true,
      appointments: {
        select: { id: true, startsOn: true, endsOn: true, ...officeSelect },
        orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
      },
      mandates: {
        select: {
          id: true,
          kind: true,
          validFrom: true,
          validTo: true,
          enterpriseId: true,
          enterprise: { select: { name: true } },
        },
        orderBy: [{ validFrom: 'desc' }, { id: 'asc' }],
      },
      sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: 'desc' }, take: 1 },
    },
  })
  return row && toDetail(row, actor.today)
}

type DetailRow = Omit<ListRow, 'namePinyin' | 'appointments' | 'mandates'> & {
  createdAt: Date
  appointments: (OfficeRow & { id: string; startsOn: Date; endsOn: Date | null })[]
  mandates: {
    id: string
    kind: MandateKind
    validFrom: Date
    validTo: Date | null
    enterpriseId: string
    enterprise: { name: string }
  }[]
}

function toDetail(row: DetailRow, today: Day): UserDetail {
  const appointments = row.appointments.map((appointment) => ({
    id: appointment.id,
    office: officeOf(appointment),
    officeName: officeName(appointment),
    isAdministrator: appointment.isAdministrator,
    startsOn: fromDate(appointment.startsOn),
    endsOn: fromDateOrNull(appointment.endsOn),
    hasEnded: appointment.endsOn !== null && fromDate(appointment.endsOn) <= today,
  }))
  const mandates = row.mandates.map(({ enterprise, validFrom, validTo, ...mandate }) => ({
    ...mandate,
    enterprise: enterprise.name,
    validFrom: fromDate(validFrom),
    validTo: fromDateOrNull(validTo),
  }))
  const offices = [
    ...appointments.filter(({ hasEnded }) => !hasEnded).map(({ office }) => office),
    ...mandates
      .filter(({ validTo }) => validTo === null || validTo >= today)
      .map(({ enterpriseId }) => ({ role: 'ENTERPRISE' as const, officeId: enterpriseId })),
  ]
  return {
    id: row.id,
    name: row.name,
    account: row.email ?? row.phone ?? '',
    state: stateOf(row),
    createdAt: row.createdAt,
    lastSeenAt: row.sessions[0]?.lastSeenAt ?? null,
    offices,
    appointments,
    mandates,
  }
}
