import { plusDays, toDate, type Day } from '@/lib/core/clock'
import type { ActivityKind, ActivityMode, ActivityState } from '@/lib/core/prisma/enums'
import { nineAlliances, type AllianceSlug } from '../nine-alliances'
import { allianceFacts } from './alliance-facts'
import type { Random } from './random'

/** A place in the calendar for one activity; what is left out is drawn. */
export type Slot = {
  slug: AllianceSlug
  kind: ActivityKind
  day: Day
  time?: string
  state?: ActivityState
  mode?: ActivityMode
  capacity?: number
  opensOn?: Day
  alsoFor?: AllianceSlug[]
  filled?: number
  /** Laid out by hand around the anchor day. */
  isNear?: boolean
}

/** Activities of the six smaller kinds per alliance and year: in the small city and at full scale. */
const furtherKinds: readonly (readonly [ActivityKind, { small: number; full: number }])[] = [
  ['SITE_VISIT', { small: 1, full: 3 }],
  ['DISCUSSION', { small: 0.6, full: 2 }],
  ['EXPERIENCE_SHARING', { small: 0.6, full: 2 }],
  ['MUTUAL_INSPECTION', { small: 1.5, full: 22 }],
  ['EXCHANGE_VISIT', { small: 0.8, full: 6.7 }],
  ['EXPERT_GUIDANCE', { small: 0.6, full: 4.4 }],
]

/** The alliance that has had no training yet in the anchor year, so that the one duty of the notice is seen red. */
const lateAlliance: AllianceSlug = 'reagent'

/** Three years of activities, and by hand what lies around the anchor day. */
export function planCalendar(random: Random, anchor: Day, scale: number): Slot[] {
  const anchorYear = Number(anchor.slice(0, 4))
  const years = [anchorYear - 2, anchorYear - 1, anchorYear]
  const regular = years.flatMap((year) =>
    nineAlliances.flatMap(({ slug }) =>
      kindsOfYear(random, slug, scale).flatMap(([kind, count]) => spread(random, year, count, { slug, kind })),
    ),
  )
  const [nearFrom, nearTo] = [plusDays(anchor, -5), plusDays(anchor, 14)]
  const isLate = ({ slug, kind, day }: Slot) =>
    slug === lateAlliance && kind === 'TRAINING' && day.startsWith(String(anchorYear)) && day < nearTo
  return [
    ...regular.filter((slot) => (slot.day < nearFrom || slot.day > nearTo) && !isLate(slot)),
    ...aroundAnchor(anchor),
  ]
}

function kindsOfYear(random: Random, slug: AllianceSlug, scale: number): [ActivityKind, number][] {
  const { meetingsPerYear, trainingsPerYear } = allianceFacts[slug]
  const further = furtherKinds.map(([kind, { small, full }]): [ActivityKind, number] => [
    kind,
    Math.floor((scale < 1 ? small : full) + random.next()),
  ])
  return [['EXCHANGE_MEETING', meetingsPerYear], ['TRAINING', trainingsPerYear], ...further]
}

/** Spreads activities of one kind over a year, each on a working day of its part of it. */
function spread(random: Random, year: number, count: number, slot: Pick<Slot, 'slug' | 'kind'>): Slot[] {
  const first: Day = `${year}-01-01`
  return Array.from({ length: count }, (_, index) => {
    const offset = Math.floor(((index + 0.15 + random.next() * 0.7) / count) * 358)
    return { ...slot, day: workingDay(plusDays(first, offset)) }
  })
}

/** Months and days in which nobody convenes: New Year, Spring Festival, Labour Day, National Day. */
const quiet: readonly (readonly [string, string])[] = [
  ['01-01', '01-03'],
  ['02-08', '02-21'],
  ['05-01', '05-05'],
  ['10-01', '10-08'],
]

/** The day itself if people work on it, or the next one in the direction of `step`. */
function workingDay(day: Day, step: 1 | -1 = 1): Day {
  const weekday = toDate(day).getUTCDay()
  const date = day.slice(5)
  const isQuiet = quiet.some(([from, to]) => date >= from && date <= to)
  return weekday === 0 || weekday === 6 || isQuiet ? workingDay(plusDays(day, step), step) : day
}

/** What every visitor finds: something today, this week and next, in every state and mode. */
function aroundAnchor(anchor: Day): Slot[] {
  const near = (days: number, slot: Omit<Slot, 'day' | 'isNear'>): Slot => {
    const day = plusDays(anchor, days)
    // Today is today, even on a Sunday.
    return { ...slot, day: days === 0 ? day : workingDay(day, days > 0 ? 1 : -1), isNear: true }
  }
  return [
    near(-3, { slug: 'pharmaceutical', kind: 'EXCHANGE_MEETING', state: 'HELD', mode: 'ON_SITE' }),
    near(-2, { slug: 'coatings', kind: 'SITE_VISIT', state: 'HELD' }),
    near(-1, { slug: 'petrochemical', kind: 'DISCUSSION', state: 'HELD' }),
    near(-1, { slug: 'filling-station', kind: 'MUTUAL_INSPECTION', state: 'CLOSED' }),
    near(0, { slug: 'petrochemical', kind: 'TRAINING', state: 'PUBLISHED', mode: 'ON_SITE', time: '09:30', filled: 1 }),
    near(0, {
      slug: 'coatings',
      kind: 'EXCHANGE_MEETING',
      state: 'PUBLISHED',
      mode: 'MIXED',
      time: '14:00',
      filled: 1,
    }),
    near(0, { slug: 'warehousing', kind: 'EXPERT_GUIDANCE', state: 'PUBLISHED', time: '15:30', filled: 1 }),
    near(1, {
      slug: 'filling-station',
      kind: 'TRAINING',
      state: 'PUBLISHED',
      mode: 'ON_SITE',
      capacity: 30,
      filled: 1,
    }),
    near(2, { slug: 'coatings', kind: 'TRAINING', state: 'PUBLISHED', mode: 'MIXED', capacity: 60, filled: 0.4 }),
    near(3, { slug: 'petrochemical', kind: 'SITE_VISIT', state: 'PUBLISHED', capacity: 15, filled: 0.7 }),
    near(4, { slug: 'industrial-gas', kind: 'EXCHANGE_MEETING', state: 'PUBLISHED', mode: 'ON_SITE', filled: 0.6 }),
    near(5, { slug: 'fine-chemical', kind: 'DISCUSSION', state: 'PUBLISHED', filled: 0.5 }),
    near(6, { slug: 'warehousing', kind: 'EXCHANGE_MEETING', state: 'PUBLISHED', mode: 'ON_SITE', filled: 0.5 }),
    near(8, { slug: 'oil-gas-storage', kind: 'TRAINING', state: 'PUBLISHED', mode: 'ONLINE', filled: 0.4 }),
    near(9, { slug: 'reagent', kind: 'TRAINING', state: 'PUBLISHED', mode: 'ONLINE', capacity: 100, filled: 0.3 }),
    near(13, {
      slug: 'coatings',
      kind: 'EXPERIENCE_SHARING',
      state: 'DRAFT',
      alsoFor: ['fine-chemical'],
      opensOn: plusDays(anchor, 3),
      filled: 0,
    }),
    near(14, { slug: 'petrochemical', kind: 'EXCHANGE_MEETING', state: 'DRAFT', mode: 'ON_SITE', filled: 0 }),
  ]
}
