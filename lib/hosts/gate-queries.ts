import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access/audit'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleRegistrations } from '@/lib/registrations/policy'
import { heldPlace, visibleGateLists } from './policy'

const visitorSelect = {
  id: true,
  enterpriseId: true,
  userId: true,
  user: { select: { name: true } },
  enterprise: { select: { name: true } },
  activity: {
    select: {
      id: true,
      title: true,
      hostAllianceId: true,
      visitHosts: { where: { state: 'AGREED' }, select: { asksDocument: true, asksNumberPlate: true } },
    },
  },
} satisfies Prisma.RegistrationSelect

export type VisitorSubject = Prisma.RegistrationGetPayload<{ select: typeof visitorSelect }>

export const visitorSubject = (
  tx: Tx,
  actor: Actor,
  { registrationId }: { registrationId: string },
): Promise<VisitorSubject | null> =>
  tx.registration.findFirst({
    where: { AND: [{ id: registrationId }, visibleRegistrations(actor)] },
    select: visitorSelect,
  })

/** One who will stand at the gate; a place without a name has nothing to say yet. */
export type Visitor = {
  registrationId: string
  person: string | null
  enterprise: string
  document: Prisma.GateDetailGetPayload<object>['document']
  numberPlate: string
  isGiven: boolean
}

type Wanted = { activityId: string; where: Prisma.RegistrationWhereInput }

async function listVisitors({ activityId, where }: Wanted): Promise<Visitor[]> {
  const [places, details] = await Promise.all([
    db.registration.findMany({
      where: { AND: [{ activityId, ...heldPlace }, where] },
      select: { id: true, userId: true, user: { select: { name: true } }, enterprise: { select: { name: true } } },
      orderBy: [{ enterprise: { name: 'asc' } }, { user: { namePinyin: 'asc' } }, { id: 'asc' }],
    }),
    db.gateDetail.findMany({
      where: { activityId, user: { registrations: { some: { AND: [{ activityId, ...heldPlace }, where] } } } },
      select: { userId: true, document: true, numberPlate: true },
    }),
  ])
  const detailOf = new Map(details.map((detail) => [detail.userId, detail]))
  return places.map(({ id, userId, user, enterprise }) => {
    const detail = userId === null ? undefined : detailOf.get(userId)
    return {
      registrationId: id,
      person: user?.name ?? null,
      enterprise: enterprise.name,
      document: detail?.document ?? null,
      numberPlate: detail?.numberPlate ?? '',
      isGiven: detail !== undefined,
    }
  })
}

/** An enterprise's own visitors, and oneself, with what the gate knows of each. */
export async function listOwnVisitors(actor: Actor, activityId: string): Promise<Visitor[]> {
  const { hat, userId } = actor
  if (userId === null) return []
  const own = hat.kind === 'ENTERPRISE' ? { OR: [{ enterpriseId: hat.enterpriseId }, { userId }] } : { userId }
  return listVisitors({ activityId, where: { AND: [visibleRegistrations(actor), own] } })
}

const gateSelect = {
  id: true,
  enterprise: { select: { name: true } },
  meetingPoint: true,
  meetsMinutes: true,
  asksDocument: true,
  asksNumberPlate: true,
  activity: { select: { id: true, title: true, startsAt: true, endsAt: true } },
} satisfies Prisma.VisitHostSelect

export type Gate = Prisma.VisitHostGetPayload<{ select: typeof gateSelect }>

export type GateList = { gate: Gate; visitors: Visitor[] }

/** Who comes to the gate, by enterprise and name; null where it is not for this actor or nobody has agreed to host. */
export async function getGateList(actor: Actor, hostId: string): Promise<GateList | null> {
  if (!isId(hostId)) return null
  const gate = await db.visitHost.findFirst({
    where: { AND: [{ id: hostId }, visibleGateLists(actor)] },
    select: gateSelect,
  })
  return gate && { gate, visitors: await listVisitors({ activityId: gate.activity.id, where: {} }) }
}

/** The list for a file, and the note in the access log that it was taken. */
export async function exportGateList(actor: Actor, hostId: string): Promise<GateList | null> {
  const list = await getGateList(actor, hostId)
  if (!list) return null
  await recordAccess(db, actor, {
    kind: 'EXPORT',
    subjectType: 'gateList',
    subjectId: list.gate.activity.id,
    detail: { rows: list.visitors.length },
  })
  return list
}
