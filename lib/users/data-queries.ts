import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access/audit'
import { fromDate, fromDateOrNull, holdingOn, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type {
  AttendanceMethod,
  MandateKind,
  NotificationGroup,
  NotificationWay,
  RegistrationState,
} from '@/lib/core/prisma/enums'

type Trail = { at: Date; verb: string; person: string; hat: string; subjectType: string; subject: string }
type Look = { at: Date; kind: string; person: string; hat: string; enterprise: string }

/** Everything that the portal holds about one person, as far as the person is the one it is about. */
export type OwnData = {
  account: {
    name: string
    email: string | null
    phone: string | null
    createdAt: Date
    lastSeenAt: Date | null
    usesCodes: boolean
  }
  appointments: { office: string; isAdministrator: boolean; from: Day; to: Day | null }[]
  mandates: { enterprise: string; kind: MandateKind; from: Day; to: Day | null }[]
  sessions: { from: Date; seenAt: Date; to: Date; device: string }[]
  registrations: { activity: string; startsAt: Date; enterprise: string; state: RegistrationState; reason: string }[]
  attendances: { activity: string; at: Date; enterprise: string; method: AttendanceMethod; undoneAt: Date | null }[]
  notifications: { at: Date; kind: string; href: string; readAt: Date | null }[]
  notices: { group: NotificationGroup; way: NotificationWay }[]
  /** What the person did, and what was done about the account; the newest of them. */
  done: Trail[]
  about: Trail[]
  /** What the person looked at, and who looked at the phones of the person's enterprises. */
  looked: Look[]
  seen: Look[]
}

/** Rows of one part at most: a file, not an archive. The page says how many there are in all. */
const rowsMax = 5_000

const newest = { orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }], take: rowsMax }

/** The enterprises that the person stands for today: whose phones are the person's business. */
async function ownEnterprises(actor: Actor): Promise<Map<string, string>> {
  const userId = actor.userId ?? ''
  const day = toDate(actor.today)
  const rows = await db.enterprise.findMany({
    where: {
      OR: [
        { mandates: { some: { userId, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] } } },
        { appointments: { some: { userId, ...holdingOn(actor.today) } } },
      ],
    },
    select: { id: true, name: true },
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Reads it all; for nobody else than the actor. */
export async function getOwnData(actor: Actor): Promise<OwnData | null> {
  if (!actor.userId) return null
  const userId = actor.userId
  const enterprises = await ownEnterprises(actor)
  const [person, attended, trail, looks] = await Promise.all([
    readPerson(userId),
    readAttended(userId),
    readTrail(userId),
    readLooks(userId, enterprises),
  ])
  return person && { ...person, ...attended, ...trail, ...looks }
}

async function readPerson(userId: string) {
  const [user, sessions, notifications] = await Promise.all([
    db.user.findUnique({
      where: { id: userId },
      select: {
        name: true,
        email: true,
        phone: true,
        createdAt: true,
        lastSeenAt: true,
        oneTimeSecret: { select: { confirmedAt: true } },
        noticeChoices: { select: { group: true, way: true }, orderBy: { group: 'asc' } },
        appointments: {
          orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
          select: {
            isAdministrator: true,
            startsOn: true,
            endsOn: true,
            jurisdiction: { select: { name: true } },
            insurer: { select: { name: true } },
            enterprise: { select: { name: true } },
          },
        },
        mandates: {
          orderBy: [{ validFrom: 'desc' }, { id: 'asc' }],
          select: { kind: true, validFrom: true, validTo: true, enterprise: { select: { name: true } } },
        },
      },
    }),
    db.session.findMany({
      where: { userId },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      take: rowsMax,
      select: { createdAt: true, lastSeenAt: true, expiresAt: true, revokedAt: true, userAgent: true },
    }),
    db.notification.findMany({
      where: { userId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: rowsMax,
      select: { createdAt: true, kind: true, href: true, readAt: true },
    }),
  ])
  if (!user) return null
  const { appointments, mandates, oneTimeSecret, noticeChoices: notices, ...account } = user
  return {
    account: { ...account, usesCodes: Boolean(oneTimeSecret?.confirmedAt) },
    appointments: appointments.map((row) => ({
      office: row.jurisdiction?.name ?? row.insurer?.name ?? row.enterprise?.name ?? '市应急管理局',
      isAdministrator: row.isAdministrator,
      from: fromDate(row.startsOn),
      to: fromDateOrNull(row.endsOn),
    })),
    mandates: mandates.map(({ kind, validFrom, validTo, enterprise }) => ({
      enterprise: enterprise.name,
      kind,
      from: fromDate(validFrom),
      to: fromDateOrNull(validTo),
    })),
    sessions: sessions.map((row) => ({
      from: row.createdAt,
      seenAt: row.lastSeenAt,
      to: row.revokedAt ?? row.expiresAt,
      device: row.userAgent,
    })),
    notifications: notifications.map(({ createdAt, ...row }) => ({ at: createdAt, ...row })),
    notices,
  }
}

const where = { activity: { select: { title: true, startsAt: true } }, enterprise: { select: { name: true } } }

async function readAttended(userId: string): Promise<Pick<OwnData, 'registrations' | 'attendances'>> {
  const [registrations, attendances] = await Promise.all([
    db.registration.findMany({
      where: { userId },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      take: rowsMax,
      select: { state: true, leaveReason: true, ...where },
    }),
    db.attendance.findMany({
      where: { userId },
      orderBy: [{ checkedInAt: 'desc' }, { id: 'asc' }],
      take: rowsMax,
      select: { checkedInAt: true, method: true, undoneAt: true, ...where },
    }),
  ])
  return {
    registrations: registrations.map(({ activity, enterprise, state, leaveReason }) => ({
      activity: activity.title,
      startsAt: activity.startsAt,
      enterprise: enterprise.name,
      state,
      reason: leaveReason,
    })),
    attendances: attendances.map(({ activity, enterprise, checkedInAt, method, undoneAt }) => ({
      activity: activity.title,
      at: checkedInAt,
      enterprise: enterprise?.name ?? '',
      method,
      undoneAt,
    })),
  }
}

async function readTrail(userId: string): Promise<Pick<OwnData, 'done' | 'about'>> {
  const select = { at: true, verb: true, actorName: true, actorHat: true, subjectType: true, subjectLabel: true }
  const [done, about] = await Promise.all([
    db.auditEvent.findMany({ where: { actorId: userId }, select, ...newest }),
    db.auditEvent.findMany({
      where: { subjectType: 'user', subjectId: userId, NOT: { actorId: userId } },
      select,
      ...newest,
    }),
  ])
  const asTrail = (row: (typeof done)[number]): Trail => ({
    at: row.at,
    verb: row.verb,
    person: row.actorName,
    hat: row.actorHat,
    subjectType: row.subjectType,
    subject: row.subjectLabel,
  })
  return { done: done.map(asTrail), about: about.map(asTrail) }
}

async function readLooks(userId: string, enterprises: Map<string, string>): Promise<Pick<OwnData, 'looked' | 'seen'>> {
  const select = { at: true, kind: true, actorName: true, actorHat: true, subjectId: true }
  const [looked, seen] = await Promise.all([
    db.accessEvent.findMany({ where: { actorId: userId }, select, ...newest }),
    db.accessEvent.findMany({
      where: { kind: 'UNMASK_PHONE', subjectType: 'enterprise', subjectId: { in: [...enterprises.keys()] } },
      select,
      ...newest,
    }),
  ])
  const asLook = (row: (typeof looked)[number]): Look => ({
    at: row.at,
    kind: row.kind,
    person: row.actorName,
    hat: row.actorHat,
    enterprise: enterprises.get(row.subjectId ?? '') ?? '',
  })
  return { looked: looked.map(asLook), seen: seen.map(asLook) }
}

/** The same for a file; that it was taken is in the access log. */
export async function exportOwnData(actor: Actor): Promise<OwnData | null> {
  const data = await getOwnData(actor)
  if (!data) return null
  await recordAccess(db, actor, { kind: 'EXPORT', subjectType: 'user', subjectId: actor.userId })
  return data
}
