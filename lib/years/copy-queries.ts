import { createHash } from 'node:crypto'
import { isMunicipal, type Actor } from '@/lib/access/actor'
import { periodOf } from '@/lib/alliances/rules'
import { fromDate, fromDateOrNull } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { settingsOn } from '@/lib/settings/queries'
import { planOf, type AlliancePlan, type CopySource } from './rules'

/** What copying one year into another would do, as of now. */
export type CopyPlan = { from: number; to: number; alliances: AlliancePlan[]; fingerprint: string }

type Years = { from: number; to: number }

const firm = { id: true, name: true } as const

const personSelect = {
  ...firm,
  disabledAt: true,
  appointments: { where: { role: 'INSURER' }, select: { insurerId: true, startsOn: true, endsOn: true } },
} satisfies Prisma.UserSelect

const sourceSelect = ({ from, to }: Years) =>
  ({
    id: true,
    slug: true,
    name: true,
    nameEn: true,
    sortOrder: true,
    years: {
      where: { year: { in: [from, to] } },
      select: {
        year: true,
        state: true,
        meetingTarget: true,
        trainingMinimum: true,
        topics: {
          select: {
            id: true,
            title: true,
            state: true,
            owner: { select: { ...firm, memberships: { where: { leftOn: null }, select: { allianceId: true } } } },
            milestones: {
              where: { doneOn: null },
              select: { title: true, dueOn: true },
              orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
            },
          },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        },
      },
    },
    memberships: {
      where: { kind: 'LEAD', leftOn: null },
      select: {
        joinedOn: true,
        enterprise: { select: { ...firm, closedOn: true } },
        leadDecision: { select: { termEndsOn: true } },
      },
    },
    insurerAppointments: {
      select: {
        startsOn: true,
        endsOn: true,
        insurer: { select: firm },
        coordinator: { select: personSelect },
        deputy: { select: personSelect },
      },
      orderBy: { startsOn: 'desc' },
      take: 1,
    },
  }) satisfies Prisma.AllianceSelect

type SourceRecord = Prisma.AllianceGetPayload<{ select: ReturnType<typeof sourceSelect> }>
type YearRecord = SourceRecord['years'][number]
type PersonRecord = Prisma.UserGetPayload<{ select: typeof personSelect }>

async function readPlan(client: Tx, actor: Actor, { from, to }: Years): Promise<CopyPlan> {
  // Nothing else that the caller knows of the years gets into the fingerprint.
  const years = { from, to }
  const records = await client.alliance.findMany({ select: sourceSelect(years), orderBy: { sortOrder: 'asc' } })
  const { year: defaults } = await settingsOn(client, actor.today)
  const asked = { ...years, today: actor.today, defaults }
  const alliances = records.map((record) => planOf(asSource(record, years), asked))
  const fingerprint = createHash('sha256').update(JSON.stringify({ years, alliances })).digest('hex')
  return { ...years, alliances, fingerprint }
}

function asSource({ years, memberships, insurerAppointments, ...own }: SourceRecord, { from, to }: Years): CopySource {
  const [lead] = memberships
  const [standing] = insurerAppointments
  return {
    ...own,
    from: sourceYear(own.id, years, from),
    to: targetYear(years, to),
    lead: lead
      ? {
          enterprise: { ...lead.enterprise, closedOn: fromDateOrNull(lead.enterprise.closedOn) },
          joinedOn: fromDate(lead.joinedOn),
          termEndsOn: fromDateOrNull(lead.leadDecision?.termEndsOn ?? null),
        }
      : null,
    insurer: standing
      ? {
          insurer: standing.insurer,
          coordinator: asPerson(standing.coordinator, standing.insurer.id),
          deputy: standing.deputy && asPerson(standing.deputy, standing.insurer.id),
          startsOn: fromDate(standing.startsOn),
          endsOn: fromDateOrNull(standing.endsOn),
        }
      : null,
  }
}

function sourceYear(allianceId: string, years: YearRecord[], year: number): CopySource['from'] {
  const found = years.find((one) => one.year === year)
  if (!found) return null
  const { meetingTarget, trainingMinimum, topics } = found
  return {
    meetingTarget,
    trainingMinimum,
    topics: topics.map(({ id, title, state, owner, milestones }) => ({
      id,
      title,
      state,
      owner: owner && {
        id: owner.id,
        name: owner.name,
        isStillMember: owner.memberships.some((membership) => membership.allianceId === allianceId),
      },
      steps: milestones.map((step) => ({ title: step.title, dueOn: fromDate(step.dueOn) })),
    })),
  }
}

function targetYear(years: YearRecord[], year: number): CopySource['to'] {
  const found = years.find((one) => one.year === year)
  if (!found) return null
  const { meetingTarget, trainingMinimum, state, topics } = found
  return {
    meetingTarget,
    trainingMinimum,
    isClosed: state === 'CLOSED',
    topics: topics.map(({ title }) => ({ title })),
  }
}

const asPerson = ({ id, name, disabledAt, appointments }: PersonRecord, insurerId: string) => ({
  id,
  name,
  isDisabled: disabledAt !== null,
  offices: appointments
    .filter((office) => office.insurerId === insurerId)
    .map(({ startsOn, endsOn }) => periodOf(startsOn, endsOn)),
})

/** The preview, for whoever may copy. */
export const getCopyPlan = async (actor: Actor, years: Years): Promise<CopyPlan | null> =>
  isMunicipal(actor) ? readPlan(db, actor, years) : null

/** The plan inside the copying transaction. Whoever copies, or sets years up, waits for whoever does so already. */
export async function copyPlanSubject(tx: Tx, actor: Actor, years: Years): Promise<CopyPlan> {
  await lockAlliances(tx)
  return readPlan(tx, actor, years)
}

/** In one order, and without standing in the way of rows that point at an alliance. */
export const lockAlliances = (tx: Tx): Promise<unknown> =>
  tx.$queryRaw`SELECT id FROM alliances ORDER BY id FOR NO KEY UPDATE`
