import { createHash } from 'node:crypto'
import { createTranslator } from 'next-intl'
import type { Actor } from '@/lib/access/actor'
import { canInviteAlliance, visibleActivities } from '@/lib/activities/policy'
import { activitySubjectSelect, type ActivitySubject } from '@/lib/activities/queries'
import { enterableAlliances } from '@/lib/alliances/policy'
import { dayOf, fromLocal, toLocal, yearPeriod, type Day } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import type { ActivityKind } from '@/lib/core/prisma/enums'
import { listHolidays } from '@/lib/settings/holiday-queries'
import { messagesOf } from '@/lib/text/messages'
import { dayTable, movedDay, movedTitle, originOf, seriesDays, statusOf } from './rules'
import type { DayTable, LineStatus, PlannedDay } from './rules'
import type { SeriesFields } from './schema'

type OneAlliance = { id: string; slug: string; name: string }

/** A draft that would come of a press. `key` is what it is made of. */
export type PlanLine = {
  key: string
  kind: ActivityKind
  title: string
  date: PlannedDay
  startsAt: Date
  endsAt: Date
  allianceIds: string[]
  status: LineStatus
}

/** What a press would make, as of now; the same press names its fingerprint. */
export type PlanPreview = { alliance: OneAlliance; year: number; lines: PlanLine[]; fingerprint: string }

/** A line of a copy with the activity of the year before, and the alliances that the actor cannot invite to it any more. */
export type CopyLine = PlanLine & { source: ActivitySubject; lost: string[] }
export type CopyPreview = Omit<PlanPreview, 'lines'> & { lines: CopyLine[] }

type Asked = { alliance: OneAlliance; year: number }

type Standing = { table: DayTable; made: ReadonlySet<string>; today: Day }

async function standingOf(client: Tx, actor: Actor, { alliance, year }: Asked): Promise<Standing> {
  // One after the other: inside a transaction there is one connection.
  const holidays = await listHolidays(year, client)
  const made = await client.plannedActivity.findMany({
    where: { allianceId: alliance.id, year, activity: { state: { not: 'CANCELLED' } } },
    select: { origin: true },
  })
  return { table: dayTable(holidays), made: new Set(made.map(({ origin }) => origin)), today: actor.today }
}

/** Everything that a press would write, and nothing else. */
const fingerprintOf = (year: number, lines: PlanLine[], also: unknown): string =>
  createHash('sha256')
    .update(
      JSON.stringify({ year, also, lines: lines.map(({ key, title, date, status }) => [key, title, date, status]) }),
    )
    .digest('hex')

/** The dates of a series; more than one are numbered. Titles are data, so the number is written in Chinese. */
async function readSeries(client: Tx, actor: Actor, asked: Asked, series: SeriesFields): Promise<PlanPreview> {
  const standing = await standingOf(client, actor, asked)
  const { nth, weekday, day, on, kind, startTime, endTime } = series
  const rule = on === 'WEEKDAY' ? { on, nth, weekday } : { on, day }
  const dates = seriesDays({ ...series, year: asked.year, rule }, standing.table)
  const t = createTranslator({ locale: 'zh-CN', messages: messagesOf('zh-CN'), namespace: 'plans.series' })
  const lines = dates.map((date, index): PlanLine => {
    const key = originOf.series(series, date.meant)
    const title = dates.length > 1 ? t('numbered', { title: series.title, number: index + 1 }) : series.title
    return {
      ...{ key, kind, title, date },
      startsAt: fromLocal(`${date.day}T${startTime}`),
      endsAt: fromLocal(`${date.day}T${endTime}`),
      allianceIds: [asked.alliance.id],
      status: statusOf(key, date.day, standing),
    }
  })
  return { ...asked, lines, fingerprint: fingerprintOf(asked.year, lines, { allianceId: asked.alliance.id, series }) }
}

/** What the alliance held or published in the year before, each in the same week of this one. */
async function readCopy(client: Tx, actor: Actor, asked: Asked): Promise<CopyPreview> {
  const { alliance, year } = asked
  const { from, to } = yearPeriod(year - 1)
  const standing = await standingOf(client, actor, asked)
  const sources = await client.activity.findMany({
    where: {
      AND: [
        { hostAllianceId: alliance.id, state: { notIn: ['DRAFT', 'CANCELLED'] }, startsAt: { gte: from, lt: to } },
        visibleActivities(actor),
      ],
    },
    select: activitySubjectSelect,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  const lines = sources.map((source): CopyLine => {
    const key = originOf.copy(source.id)
    const date = movedDay(dayOf(source.startsAt), 1, standing.table)
    const startsAt = fromLocal(`${date.day}${toLocal(source.startsAt).slice(10)}`)
    const isKept = ({ allianceId }: { allianceId: string }) => canInviteAlliance(actor, allianceId)
    const alliances = source.alliances.filter(isKept)
    return {
      ...{ key, kind: source.kind, title: movedTitle(source.title, year - 1, year), date, startsAt },
      endsAt: new Date(startsAt.getTime() + source.endsAt.getTime() - source.startsAt.getTime()),
      allianceIds: alliances.map(({ allianceId }) => allianceId),
      status: statusOf(key, date.day, standing),
      source: { ...source, alliances },
      lost: source.alliances.filter((one) => !isKept(one)).map((one) => one.alliance.shortName),
    }
  })
  const inOrder = lines.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  return { ...asked, lines: inOrder, fingerprint: fingerprintOf(year, inOrder, alliance.id) }
}

export const getSeriesPreview = (actor: Actor, asked: Asked, series: SeriesFields): Promise<PlanPreview> =>
  readSeries(db, actor, asked, series)

export const getCopyPreview = (actor: Actor, asked: Asked): Promise<CopyPreview> => readCopy(db, actor, asked)

type Pressed = { allianceId: string; year: number }

/** The alliance, if the actor knows it from within, behind a lock: whoever plans its year waits for whoever does so already. */
async function lockedAlliance(tx: Tx, actor: Actor, { allianceId }: Pressed): Promise<OneAlliance | null> {
  const alliance = await tx.alliance.findFirst({
    where: { AND: [{ id: allianceId }, enterableAlliances(actor)] },
    select: { id: true, slug: true, name: true },
  })
  if (alliance) await tx.$queryRaw`SELECT id FROM alliances WHERE id = ${allianceId}::uuid FOR NO KEY UPDATE`
  return alliance
}

/** The preview inside the creating transaction. */
export async function seriesSubject(
  tx: Tx,
  actor: Actor,
  { series, ...pressed }: Pressed & { series: SeriesFields },
): Promise<PlanPreview | null> {
  const alliance = await lockedAlliance(tx, actor, pressed)
  return alliance && readSeries(tx, actor, { alliance, year: pressed.year }, series)
}

/** The preview inside the copying transaction. */
export async function copySubject(tx: Tx, actor: Actor, pressed: Pressed): Promise<CopyPreview | null> {
  const alliance = await lockedAlliance(tx, actor, pressed)
  return alliance && readCopy(tx, actor, { alliance, year: pressed.year })
}
