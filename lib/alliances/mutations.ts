import { changesBetween, type AuditFacts, type Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { yearPeriod, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { settingsOn } from '@/lib/settings/queries'
import type { AllianceYearState } from '@/lib/core/prisma/enums'
import { nextState } from './rules'
import type { ConfigureAllianceYearInput } from './schema'
import type { AllianceYearSubject } from './subject-queries'

const yearFacts = (year: AllianceYearSubject, changes: Changes): AuditFacts => ({
  subjectType: 'allianceYear',
  subjectId: year.id,
  subjectLabel: `${year.alliance.name} ${year.year}`,
  changes,
})

/**
 * Opens the year for every alliance that does not have it yet, with the targets of the year before, or the defaults of the settings. Pressing twice opens
 * nothing twice. At most one year ahead: targets are decided when a year comes near.
 */
export async function openAllianceYears(
  tx: Tx,
  { year, today }: { year: number; today: Day },
): Promise<Outcome<{ opened: number }>> {
  const latest = Number(today.slice(0, 4)) + 1
  if (year > latest) throw new Refusal('ALLIANCE_YEAR_TOO_FAR', { year: 'TOO_BIG' }, { latest })
  const alliances = await tx.alliance.findMany({
    select: {
      id: true,
      years: { where: { year: year - 1 }, select: { meetingTarget: true, trainingMinimum: true } },
    },
  })
  const defaults = (await settingsOn(tx, today)).year
  const opened = await tx.allianceYear.createManyAndReturn({
    data: alliances.map(({ id, years }) => ({ allianceId: id, year, ...(years[0] ?? defaults) })),
    skipDuplicates: true,
    select: { alliance: { select: { name: true } } },
  })
  if (opened.length === 0) return { data: { opened: 0 }, record: null }
  const changes: Changes = { alliances: [[], opened.map(({ alliance }) => alliance.name)] }
  return {
    data: { opened: opened.length },
    record: { subjectType: 'allianceYear', subjectId: null, subjectLabel: String(year), changes },
  }
}

/** Sets targets and note. A form filled from an older version is refused with what stands there now, so that nothing is lost. */
export async function configureAllianceYear(
  tx: Tx,
  year: AllianceYearSubject,
  { version, meetingTarget, trainingMinimum, note }: ConfigureAllianceYearInput,
): Promise<Outcome<{ version: number }>> {
  const changes = changesBetween(year, { meetingTarget, trainingMinimum, note })
  const isUntouched = Object.keys(changes).length === 0 && year.state !== 'CLOSED'
  if (isUntouched) return { data: { version: year.version }, record: null }
  const { count } = await tx.allianceYear.updateMany({
    where: { id: year.id, version, state: { not: 'CLOSED' } },
    data: { meetingTarget, trainingMinimum, note, version: { increment: 1 } },
  })
  if (count === 0) throw await whyNotConfigured(tx, year.id)
  return { data: { version: version + 1 }, record: yearFacts(year, changes) }
}

async function whyNotConfigured(tx: Tx, id: string): Promise<Refusal> {
  const stands = await tx.allianceYear.findUniqueOrThrow({
    where: { id },
    select: { state: true, version: true, meetingTarget: true, trainingMinimum: true, note: true },
  })
  if (stands.state === 'CLOSED') return new Refusal('ALLIANCE_YEAR_CLOSED')
  const last = await tx.auditEvent.findFirst({
    where: { subjectType: 'allianceYear', subjectId: id },
    select: { actorName: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return new Refusal(
    'ALLIANCE_YEAR_CHANGED',
    {},
    {
      version: stands.version,
      meetingTarget: stands.meetingTarget ?? '',
      trainingMinimum: stands.trainingMinimum,
      note: stands.note,
      changedBy: last?.actorName ?? '',
    },
  )
}

export async function startAllianceYear(tx: Tx, year: AllianceYearSubject): Promise<Outcome<null>> {
  const { count } = await tx.allianceYear.updateMany({
    where: { id: year.id, state: 'PLANNED' },
    data: { state: 'RUNNING', version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'ALLIANCE_YEAR_NOT_PLANNED')
  return { data: null, record: moved(year, 'PLANNED') }
}

/**
 * Closes a running year. The notice's one MUST (三(三)) is part of the write itself: trainings that the alliance held in
 * the Beijing year are counted in the statement that closes it.
 */
export async function closeAllianceYear(tx: Tx, year: AllianceYearSubject): Promise<Outcome<null>> {
  const { from, to } = yearPeriod(year.year)
  const count = await tx.$executeRaw`
    UPDATE alliance_years y SET state = 'CLOSED', version = version + 1
    WHERE y.id = ${year.id}::uuid AND y.state = 'RUNNING' AND y.training_minimum <= (
      SELECT count(*) FROM activities a
      WHERE a.host_alliance_id = y.alliance_id AND a.kind = 'TRAINING' AND a.state IN ('HELD', 'CLOSED')
        AND a.starts_at >= ${from} AND a.starts_at < ${to})`
  if (count === 0) {
    const { state } = await tx.allianceYear.findUniqueOrThrow({ where: { id: year.id }, select: { state: true } })
    refuseUnless(state === 'RUNNING', 'ALLIANCE_YEAR_NOT_RUNNING')
    throw new Refusal('TRAINING_MINIMUM_NOT_HELD', {}, { minimum: year.trainingMinimum, year: year.year })
  }
  return { data: null, record: moved(year, 'RUNNING') }
}

const moved = (year: AllianceYearSubject, from: AllianceYearState): AuditFacts =>
  yearFacts(year, { state: [from, nextState[from]] })
