import type { Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { appointInsurer } from '@/lib/alliances/insurer-mutations'
import { appointLead } from '@/lib/alliances/lead-mutations'
import { fromDate, toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import type { CopyPlan } from './copy-queries'
import { copyKey, type AlliancePlan } from './rules'
import type { CopyYearInput, MadeByCopy } from './schema'
import type { YearCopy } from './undo-queries'

type Press = Pick<CopyYearInput, 'fingerprint' | 'take' | 'withSteps' | 'reason'> & {
  madeById: string
  today: Day
  at: Date
}

/** What a part of a copy made, and its names for the trail. */
type Part<Row> = { made: Row[]; names: string[] }

/**
 * Makes the ticked lines of the preview. The plan was read in this transaction behind a lock; when it is not the one that
 * was looked at, nothing is made: whoever pressed sees the new one. So a second press, or a second officer, makes
 * nothing twice; the unique and exclusion constraints would refuse it too.
 */
export async function copyYear(tx: Tx, plan: CopyPlan, press: Press): Promise<Outcome<{ copyId: string }>> {
  const latest = Number(press.today.slice(0, 4)) + 1
  if (plan.to > latest) throw new Refusal('ALLIANCE_YEAR_TOO_FAR', { to: 'TOO_BIG' }, { latest })
  refuseUnless(plan.fingerprint === press.fingerprint, 'YEAR_COPY_OUTDATED')
  const isTaken = new Set(press.take)
  const years = await makeYears(tx, plan, isTaken)
  const topics = await makeTopics(tx, plan, isTaken, press)
  const leads = await renewLeads(tx, plan, isTaken, press)
  const insurers = await continueInsurers(tx, plan, isTaken, press)
  const parts = { years, topics, leads, insurers }
  refuseUnless(
    Object.values(parts).some(({ made }) => made.length > 0),
    'YEAR_COPY_TAKES_NOTHING',
  )
  const made: MadeByCopy = { years: years.made, topics: topics.made, leads: leads.made, insurers: insurers.made }
  const { id } = await tx.yearCopy.create({
    data: { fromYear: plan.from, toYear: plan.to, made, madeById: press.madeById, madeAt: press.at },
    select: { id: true },
  })
  return { data: { copyId: id }, record: facts(id, plan, changesOf(parts, press.reason)) }
}

const changesOf = (parts: Record<string, Part<unknown>>, reason: string): Changes => ({
  ...Object.fromEntries(
    Object.entries(parts).flatMap(([part, { names }]): [string, [string[], string[]]][] =>
      names.length > 0 ? [[part, [[], names]]] : [],
    ),
  ),
  ...(reason && { reason: [null, reason] }),
})

const facts = (id: string, years: { from: number; to: number }, changes: Changes) => ({
  subjectType: 'yearCopy',
  subjectId: id,
  subjectLabel: `${years.from} → ${years.to}`,
  changes,
})

type Taken = Set<string>

async function makeYears(
  tx: Tx,
  { alliances, to }: CopyPlan,
  taken: Taken,
): Promise<Part<MadeByCopy['years'][number]>> {
  const chosen = alliances.filter(({ id, year }) => year.status === 'NEW' && taken.has(copyKey.year(id)))
  const made = await tx.allianceYear.createManyAndReturn({
    data: chosen.map(({ id, year: { meetingTarget, trainingMinimum } }) => ({
      ...{ allianceId: id, year: to, meetingTarget, trainingMinimum },
    })),
    skipDuplicates: true,
    select: { id: true, allianceId: true },
  })
  refuseUnless(made.length === chosen.length, 'YEAR_COPY_OUTDATED')
  return { made, names: chosen.map(({ name }) => name) }
}

async function makeTopics(
  tx: Tx,
  { alliances, to }: CopyPlan,
  taken: Taken,
  { withSteps, at }: Press,
): Promise<Part<MadeByCopy['topics'][number]>> {
  const chosen = alliances.flatMap((alliance) =>
    alliance.topics.flatMap((topic) =>
      topic.status === 'NEW' && taken.has(copyKey.topic(topic.id)) ? [{ ...topic, alliance }] : [],
    ),
  )
  const allianceIds = chosen.map(({ alliance }) => alliance.id)
  const years = await tx.allianceYear.findMany({
    where: { year: to, allianceId: { in: allianceIds }, state: { not: 'CLOSED' } },
    select: { id: true, allianceId: true },
  })
  const sources = await tx.topic.findMany({
    where: { id: { in: chosen.map(({ id }) => id) } },
    select: { id: true, source: true },
  })
  const rows = chosen.map(({ id, title, owner, steps, alliance }) => {
    const year = years.find(({ allianceId }) => allianceId === alliance.id)
    if (!year) throw new Refusal('YEAR_COPY_TOPIC_NEEDS_YEAR', {}, { name: alliance.name, title })
    const source = sources.find((one) => one.id === id)?.source ?? 'OWN'
    return { allianceYearId: year.id, title, ownerId: owner?.id ?? null, source, updatedAt: at, steps }
  })
  const made = await tx.topic.createManyAndReturn({
    data: rows.map(({ steps: _, ...row }) => row),
    skipDuplicates: true,
    select: { id: true, title: true, allianceYear: { select: { allianceId: true } }, allianceYearId: true },
  })
  refuseUnless(made.length === chosen.length, 'YEAR_COPY_OUTDATED')
  if (withSteps) await makeSteps(tx, rows, made)
  return {
    made: made.map(({ id, allianceYear }) => ({ id, allianceId: allianceYear.allianceId })),
    names: made.map(({ title }) => title),
  }
}

type TopicRow = { allianceYearId: string; title: string }

const makeSteps = (
  tx: Tx,
  rows: (TopicRow & { steps: { title: string; dueOn: Day }[] })[],
  made: (TopicRow & { id: string })[],
) =>
  tx.milestone.createMany({
    data: made.flatMap(({ id, allianceYearId, title }) => {
      const row = rows.find((one) => one.allianceYearId === allianceYearId && one.title === title)
      return (row?.steps ?? []).map((step) => ({ topicId: id, title: step.title, dueOn: toDate(step.dueOn) }))
    }),
  })

const chosenFor = (alliances: AlliancePlan[], part: 'lead' | 'insurer', taken: Taken): AlliancePlan[] =>
  alliances.filter((alliance) => alliance[part].status === 'NEW' && taken.has(copyKey[part](alliance.id)))

const refuseWithoutReason = (chosen: unknown[], reason: string): void => {
  if (chosen.length > 0 && !reason) throw new Refusal('INVALID', { reason: 'REQUIRED' })
}

/** At most nine, each by the rules of an appointment. */
async function renewLeads(
  tx: Tx,
  { alliances }: CopyPlan,
  taken: Taken,
  { reason, madeById, today }: Press,
): Promise<Part<MadeByCopy['leads'][number]>> {
  const chosen = chosenFor(alliances, 'lead', taken)
  refuseWithoutReason(chosen, reason)
  const standing = await tx.membership.findMany({
    where: { kind: 'LEAD', leftOn: null, allianceId: { in: chosen.map(({ id }) => id) } },
    select: { id: true, allianceId: true },
  })
  const made: MadeByCopy['leads'] = []
  for (const alliance of chosen) {
    const { enterprise, startsOn, lastDay } = alliance.lead
    const before = standing.find(({ allianceId }) => allianceId === alliance.id)
    if (!enterprise || !before) throw new Refusal('YEAR_COPY_OUTDATED')
    const decided = { startsOn, termEndsOn: lastDay, reason, decidedById: madeById, decidedOn: today }
    const { data } = await appointLead(tx, alliance, { enterpriseId: enterprise.id, ...decided })
    made.push({ membershipId: data.membershipId, beforeId: before.id, allianceId: alliance.id })
  }
  return { made, names: chosen.map(({ lead }) => lead.enterprise?.name ?? '') }
}

async function continueInsurers(
  tx: Tx,
  { alliances }: CopyPlan,
  taken: Taken,
  { reason }: Press,
): Promise<Part<MadeByCopy['insurers'][number]>> {
  const chosen = chosenFor(alliances, 'insurer', taken)
  refuseWithoutReason(chosen, reason)
  const made: MadeByCopy['insurers'] = []
  for (const alliance of chosen) {
    const { insurer, coordinator, deputy, startsOn, lastDay } = alliance.insurer
    if (!insurer || !coordinator) throw new Refusal('YEAR_COPY_OUTDATED')
    const people = { insurerId: insurer.id, coordinatorId: coordinator.id, deputyId: deputy?.id ?? null }
    const { data } = await appointInsurer(tx, alliance, { ...people, startsOn, lastDay, reason })
    made.push({ appointmentId: data.appointmentId, allianceId: alliance.id })
  }
  return { made, names: chosen.map(({ name }) => name) }
}

/** Takes a copy back whole, for as long as nothing stands on it. Each statement repeats what it relies on. */
export async function undoYearCopy(
  tx: Tx,
  copy: YearCopy,
  { by, at }: { by: string; at: Date },
): Promise<Outcome<null>> {
  const { made, obstacle } = copy
  if (obstacle) throw new Refusal(obstacle.code, {}, obstacle.params)
  const { count } = await tx.yearCopy.updateMany({
    where: { id: copy.id, undoneAt: null },
    data: { undoneAt: at, undoneById: by },
  })
  refuseUnless(count === 1, 'YEAR_COPY_UNDONE')
  await takeBackLeads(tx, made.leads)
  const topics = await tx.topic.deleteMany({
    where: { id: { in: made.topics.map(({ id }) => id) }, version: 1, updatedAt: copy.madeAt },
  })
  const insurers = await tx.insurerAppointment.deleteMany({
    where: { id: { in: made.insurers.map(({ appointmentId }) => appointmentId) } },
  })
  const years = await tx.allianceYear.deleteMany({
    where: { id: { in: made.years.map(({ id }) => id) }, state: 'PLANNED', version: 1, topics: { none: {} } },
  })
  const isWhole =
    topics.count === made.topics.length && insurers.count === made.insurers.length && years.count === made.years.length
  refuseUnless(isWhole, 'CONFLICT')
  const counts = Object.entries(made).map(([part, rows]): [string, [number, number]] => [part, [rows.length, 0]])
  const changes: Changes = Object.fromEntries(counts.filter(([, [before]]) => before > 0))
  return { data: null, record: facts(copy.id, { from: copy.fromYear, to: copy.toYear }, changes) }
}

/** The renewed terms go, and the terms before them stand open again. */
async function takeBackLeads(tx: Tx, leads: MadeByCopy['leads']): Promise<void> {
  const renewed = leads.map(({ membershipId }) => membershipId)
  const rows = await tx.membership.findMany({ where: { id: { in: renewed } }, select: { id: true, joinedOn: true } })
  await tx.leadDecision.deleteMany({ where: { membershipId: { in: renewed } } })
  const { count } = await tx.membership.deleteMany({ where: { id: { in: renewed }, leftOn: null } })
  refuseUnless(count === renewed.length, 'CONFLICT')
  for (const { membershipId, beforeId } of leads) {
    const joinedOn = rows.find(({ id }) => id === membershipId)?.joinedOn
    if (!joinedOn) throw new Refusal('CONFLICT')
    const before = await tx.membership.updateMany({
      where: { id: beforeId, leftOn: toDate(fromDate(joinedOn)) },
      data: { leftOn: null, leaveReason: '' },
    })
    refuseUnless(before.count === 1, 'CONFLICT')
  }
}
