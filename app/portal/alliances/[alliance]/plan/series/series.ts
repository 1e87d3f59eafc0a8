import { queryValue, type Query } from '@/components/list/href'
import type { Actor } from '@/lib/access/actor'
import type { AllianceHead } from '@/lib/alliances/year-queries'
import { fieldCodes } from '@/lib/core/issues'
import { getSeriesPreview } from '@/lib/plans/preview-queries'
import { seriesFields } from '@/lib/plans/schema'

/** What most coordinators arrange: a meeting each quarter, on a Wednesday afternoon. */
const defaults = {
  kind: 'EXCHANGE_MEETING',
  title: '',
  mode: 'ON_SITE',
  place: '',
  startTime: '14:00',
  endTime: '16:00',
  every: '3',
  count: '4',
  on: 'WEEKDAY',
  nth: '2',
  weekday: '3',
  day: '15',
}

type Asked = { alliance: AllianceHead; year: number }

/** The series that an address describes: what the form shows, what is wrong with it, and its preview once it is whole. */
export async function seriesOfQuery(actor: Actor, asked: Asked, query: Query) {
  const present = Number(actor.today.slice(0, 4))
  // Of the year that runs, what lies ahead is planned.
  const firstMonth = asked.year === present ? Math.min(Number(actor.today.slice(5, 7)) + 1, 12) : 3
  const start = { ...defaults, firstMonth: String(firstMonth) }
  const isAsked = queryValue(query, 'kind') !== undefined
  const values: Record<string, string> = Object.fromEntries(
    Object.entries(start).map(([name, value]) => [name, queryValue(query, name) ?? value]),
  )
  if (!isAsked) return { values, errors: {}, preview: null }
  const parsed = seriesFields.safeParse(values)
  if (!parsed.success) return { values, errors: fieldCodes(parsed.error, values), preview: null }
  const preview = await getSeriesPreview(actor, asked, parsed.data)
  return { values, errors: {}, preview: { ...preview, series: parsed.data } }
}
