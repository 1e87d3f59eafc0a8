import type { Outcome } from '@/lib/access/perform'
import { copyActivity, scheduleActivity } from '@/lib/activities/mutations'
import type { Tx } from '@/lib/core/db'
import { refuseUnless } from '@/lib/core/result'
import type { CopyPreview, PlanLine, PlanPreview } from './preview-queries'
import type { SeriesFields } from './schema'

type Press = { fingerprint: string; take: string[]; createdById: string; at: Date }

type Made = Outcome<{ made: number }>

/**
 * Makes the ticked dates of a series as drafts. The preview was read in this transaction behind a lock on the alliance; when
 * it is not the one that was looked at, nothing is made. So a second press makes nothing twice, and the unique origin of
 * each date would refuse it too.
 */
export async function createSeries(
  tx: Tx,
  preview: PlanPreview,
  press: Press & { series: SeriesFields },
): Promise<Made> {
  const { createdById, at, series } = press
  const { kind, mode, place } = series
  const open = { capacity: null, registrationOpensAt: null, registrationClosesAt: null, allianceIds: [], agenda: [] }
  const what = { ...open, hostAllianceId: preview.alliance.id, kind, mode, place, onlineUrl: '', description: '' }
  return makeEach(tx, preview, chosenOf(preview, press), ({ title, startsAt, endsAt }) =>
    scheduleActivity(tx, { input: { ...what, title, startsAt, endsAt }, createdById, at }),
  )
}

/** Makes the ticked activities of the year before as drafts of this year: each with its agenda, its length and its place. */
export async function copyDates(tx: Tx, preview: CopyPreview, press: Press): Promise<Made> {
  const { createdById, at } = press
  return makeEach(tx, preview, chosenOf(preview, press), ({ source, title, startsAt }) =>
    copyActivity(tx, { activity: { ...source, title }, startsAt, createdById, at }),
  )
}

function chosenOf<Line extends PlanLine>(
  { lines, fingerprint }: { lines: Line[]; fingerprint: string },
  press: Press,
): Line[] {
  refuseUnless(fingerprint === press.fingerprint, 'PLAN_OUTDATED')
  const taken = new Set(press.take)
  const chosen = lines.filter(({ key, status }) => status === 'NEW' && taken.has(key))
  refuseUnless(chosen.length > 0, 'PLAN_TAKES_NOTHING')
  return chosen
}

/** One after another, because each is made by the rules of an activity; there are `datesMax` at most. */
async function makeEach<Line extends PlanLine>(
  tx: Tx,
  { alliance, year }: Pick<PlanPreview, 'alliance' | 'year'>,
  chosen: Line[],
  make: (line: Line) => Promise<{ id: string }>,
): Promise<Made> {
  const made: { origin: string; activityId: string }[] = []
  for (const line of chosen) made.push({ origin: line.key, activityId: (await make(line)).id })
  await keepOrigins(tx, { allianceId: alliance.id, year }, made)
  const dates = chosen.map(({ date, title }) => `${date.day} ${title}`)
  const changes = { year: [null, year] as [null, number], dates: [[], dates] as [string[], string[]] }
  return {
    data: { made: made.length },
    record: { subjectType: 'alliance', subjectId: alliance.id, subjectLabel: alliance.name, changes },
  }
}

/** What was cancelled gives its place to what is made anew; what stands does not. */
async function keepOrigins(
  tx: Tx,
  { allianceId, year }: { allianceId: string; year: number },
  made: { origin: string; activityId: string }[],
): Promise<void> {
  const kept = await tx.$executeRaw`
    INSERT INTO planned_activities AS p (id, alliance_id, year, origin, activity_id)
    SELECT gen_random_uuid(), ${allianceId}::uuid, ${year}, m.origin, m.activity_id
    FROM unnest(${made.map(({ origin }) => origin)}::text[], ${made.map(({ activityId }) => activityId)}::uuid[])
      AS m(origin, activity_id)
    ON CONFLICT (alliance_id, year, origin) DO UPDATE SET activity_id = EXCLUDED.activity_id
      WHERE (SELECT a.state FROM activities a WHERE a.id = p.activity_id) = 'CANCELLED'`
  refuseUnless(kept === made.length, 'PLAN_OUTDATED')
}
