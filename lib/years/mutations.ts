import type { Actor } from '@/lib/access/actor'
import { changesBetween, record, type AuditFacts, type Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { Refusal } from '@/lib/core/result'
import type { ConfigureAllYearsInput } from './schema'
import type { StandingYear } from './year-queries'

type Row = ConfigureAllYearsInput['rows'][number]
type Standing = { year: number; years: StandingYear[] }

const facts = (year: number, { id, alliance }: StandingYear, changes: Changes): AuditFacts => ({
  subjectType: 'allianceYear',
  subjectId: id,
  subjectLabel: `${alliance.name} ${year}`,
  changes,
})

/**
 * Targets of several alliances in one press: all of the changed lines or none. A line that somebody else changed
 * meanwhile comes back with what stands there now. Each line has its own record, as if it had been saved alone.
 */
export async function configureAllYears(
  tx: Tx,
  { year, years }: Standing,
  { rows, actor }: { rows: Row[]; actor: Actor },
): Promise<Outcome<{ rows: Row[] }>> {
  const known = new Map(years.map((standing) => [standing.id, standing]))
  const changed = rows.flatMap((row) => {
    const standing = known.get(row.allianceYearId)
    if (!standing) throw new Refusal('NOT_FOUND')
    const { meetingTarget, trainingMinimum } = row
    const changes = changesBetween(standing, { meetingTarget, trainingMinimum })
    return Object.keys(changes).length > 0 ? [{ row, standing, changes }] : []
  })
  if (changed.length === 0) return { data: { rows: [] }, record: null }
  const saved = await tx.$queryRaw<{ id: string; version: number }[]>`
    UPDATE alliance_years y
    SET meeting_target = v."meetingTarget", training_minimum = v."trainingMinimum", version = y.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(changed.map(({ row }) => row))}::jsonb)
      AS v("allianceYearId" uuid, version int, "meetingTarget" int, "trainingMinimum" int)
    WHERE y.id = v."allianceYearId" AND y.version = v.version AND y.state <> 'CLOSED'
    RETURNING y.id, y.version`
  if (saved.length < changed.length) {
    const missed = changed.filter(({ row }) => !saved.some(({ id }) => id === row.allianceYearId))
    throw await whyNotSaved(
      tx,
      missed.map(({ standing }) => standing),
    )
  }
  for (const { standing, changes } of changed)
    await record(tx, actor, 'year.configure-all', facts(year, standing, changes))
  const versions = new Map(saved.map(({ id, version }) => [id, version]))
  return {
    data: { rows: changed.map(({ row }) => ({ ...row, version: versions.get(row.allianceYearId) ?? row.version })) },
    record: null,
  }
}

/** What stands now, under `<id>.<field>` for each line, so that the form can lay both versions beside each other. */
async function whyNotSaved(tx: Tx, missed: StandingYear[]): Promise<Refusal> {
  const closed = missed.find(({ state }) => state === 'CLOSED')
  if (closed) return new Refusal('ALLIANCE_YEAR_OF_ONE_CLOSED', {}, { name: closed.alliance.name })
  const events = await tx.auditEvent.findMany({
    where: { subjectType: 'allianceYear', subjectId: { in: missed.map(({ id }) => id) } },
    select: { subjectId: true, actorName: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    distinct: ['subjectId'],
  })
  const params = missed.flatMap(({ id, version, meetingTarget, trainingMinimum }): [string, string | number][] => [
    [`${id}.version`, version],
    [`${id}.meetingTarget`, meetingTarget ?? ''],
    [`${id}.trainingMinimum`, trainingMinimum],
    [`${id}.changedBy`, events.find(({ subjectId }) => subjectId === id)?.actorName ?? ''],
  ])
  const names = missed.map(({ alliance }) => alliance.name).join('、')
  return new Refusal('ALLIANCE_YEARS_CHANGED', {}, { ...Object.fromEntries(params), names })
}

/** Starts every alliance of the year that is still being planned; pressing twice starts nothing twice. */
export async function startAllYears(
  tx: Tx,
  { year, years }: Standing,
  { actor }: { actor: Actor },
): Promise<Outcome<{ started: number }>> {
  if (years.length === 0) throw new Refusal('NOT_FOUND')
  const started = await tx.$queryRaw<{ id: string }[]>`
    UPDATE alliance_years SET state = 'RUNNING', version = version + 1
    WHERE year = ${year} AND state = 'PLANNED' RETURNING id`
  const ids = new Set(started.map(({ id }) => id))
  for (const standing of years.filter(({ id }) => ids.has(id)))
    await record(tx, actor, 'year.start-all', facts(year, standing, { state: ['PLANNED', 'RUNNING'] }))
  return { data: { started: started.length }, record: null }
}
