import { isMunicipal, type Actor } from '@/lib/access/actor'
import { startOfDay, toDate } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { lockAlliances } from './copy-queries'
import { madeByCopy, type MadeByCopy } from './schema'

/** Why a copy cannot be taken back: a refusal's code with what its sentence names. */
export type Obstacle = { code: string; params: Record<string, string | number> }

const copySelect = {
  id: true,
  fromYear: true,
  toYear: true,
  made: true,
  madeAt: true,
  undoneAt: true,
  madeBy: { select: { name: true } },
  undoneBy: { select: { name: true } },
} satisfies Prisma.YearCopySelect

type CopyRecord = Prisma.YearCopyGetPayload<{ select: typeof copySelect }>

export type YearCopy = Omit<CopyRecord, 'made'> & { made: MadeByCopy; obstacle: Obstacle | null }

/** Inside the transaction, after everybody else who sets years up. */
export async function yearCopySubject(tx: Tx, actor: Actor, { copyId }: { copyId: string }): Promise<YearCopy | null> {
  if (!isMunicipal(actor)) return null
  await lockAlliances(tx)
  const record = await tx.yearCopy.findUnique({ where: { id: copyId }, select: copySelect })
  return record && withObstacle(tx, record)
}

/** The latest copy into a year, for whoever may take it back. */
export async function getLatestCopy(actor: Actor, toYear: number): Promise<YearCopy | null> {
  if (!isMunicipal(actor)) return null
  const record = await db.yearCopy.findFirst({
    where: { toYear },
    select: copySelect,
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
  })
  return record && withObstacle(db, record)
}

type Client = Pick<Tx, 'activity' | 'allianceYear' | 'topic' | 'membership' | 'insurerAppointment'>

async function withObstacle(client: Client, record: CopyRecord): Promise<YearCopy> {
  const copy = { ...record, made: madeByCopy.parse(record.made) }
  return { ...copy, obstacle: await obstacleOf(client, copy) }
}

type Copy = Omit<YearCopy, 'obstacle'>

/** The first thing that was built on a copy, in the order in which it would be taken down. */
async function obstacleOf(client: Client, copy: Copy): Promise<Obstacle | null> {
  if (copy.undoneAt) return { code: 'YEAR_COPY_UNDONE', params: {} }
  const looks = [activityOf, changedYearOf, addedTopicOf, changedTopicOf, changedLeadOf, changedInsurerOf]
  for (const look of looks) {
    const obstacle = await look(client, copy)
    if (obstacle) return obstacle
  }
  return null
}

type Look = (client: Client, copy: Copy) => Promise<Obstacle | null>

const allianceName = { alliance: { select: { name: true } } } as const

/** An activity that was scheduled in the year, by an alliance whose year or insurer came of the copy, since then. */
const activityOf: Look = async (client, { made, madeAt, toYear }) => {
  const found = await client.activity.findFirst({
    where: {
      hostAllianceId: { in: [...made.years, ...made.insurers].map(({ allianceId }) => allianceId) },
      startsAt: { gte: startOfDay(`${toYear}-01-01`), lt: startOfDay(`${toYear + 1}-01-01`) },
      createdAt: { gt: madeAt },
      state: { not: 'CANCELLED' },
    },
    select: { title: true, hostAlliance: { select: { name: true } } },
    orderBy: { id: 'asc' },
  })
  return found && { code: 'YEAR_COPY_HAS_ACTIVITY', params: { name: found.hostAlliance.name, title: found.title } }
}

const changedYearOf: Look = async (client, { made }) => {
  const found = await client.allianceYear.findFirst({
    where: { id: { in: made.years.map(({ id }) => id) }, OR: [{ state: { not: 'PLANNED' } }, { version: { not: 1 } }] },
    select: allianceName,
    orderBy: { id: 'asc' },
  })
  return found && { code: 'YEAR_COPY_YEAR_CHANGED', params: { name: found.alliance.name } }
}

const addedTopicOf: Look = async (client, { made }) => {
  const found = await client.topic.findFirst({
    where: { allianceYearId: { in: made.years.map(({ id }) => id) }, id: { notIn: made.topics.map(({ id }) => id) } },
    select: { title: true },
    orderBy: { id: 'asc' },
  })
  return found && { code: 'YEAR_COPY_TOPIC_ADDED', params: { title: found.title } }
}

/** Whatever happens to a topic moves the instant of its latest news. */
const changedTopicOf: Look = async (client, { made, madeAt }) => {
  const found = await client.topic.findFirst({
    where: {
      id: { in: made.topics.map(({ id }) => id) },
      OR: [{ version: { not: 1 } }, { updatedAt: { not: madeAt } }],
    },
    select: { title: true },
    orderBy: { id: 'asc' },
  })
  return found && { code: 'YEAR_COPY_TOPIC_CHANGED', params: { title: found.title } }
}

const changedLeadOf: Look = async (client, { made }) => {
  const found = await client.membership.findFirst({
    where: { id: { in: made.leads.map(({ membershipId }) => membershipId) }, leftOn: { not: null } },
    select: allianceName,
    orderBy: { id: 'asc' },
  })
  return found && { code: 'YEAR_COPY_LEAD_CHANGED', params: { name: found.alliance.name } }
}

const changedInsurerOf: Look = async (client, { made, toYear }) => {
  const found = await client.insurerAppointment.findFirst({
    where: {
      id: { in: made.insurers.map(({ appointmentId }) => appointmentId) },
      NOT: { endsOn: toDate(`${toYear + 1}-01-01`) },
    },
    select: allianceName,
    orderBy: { id: 'asc' },
  })
  return found && { code: 'YEAR_COPY_INSURER_CHANGED', params: { name: found.alliance.name } }
}
