import { plusDays, type Day } from '@/lib/core/clock'
import type { Activity, Prisma } from '@/lib/core/prisma/client'
import type { ActivityKind, ActivityMode, ActivityState } from '@/lib/core/prisma/enums'
import { nineAlliances, type AllianceSlug } from '../nine-alliances'
import { agendaOf, cancelReasons, descriptionOf, titleOf } from './activity-words'
import type { Slot } from './calendar'
import type { Memberships } from './memberships'
import type { Offices } from './offices'
import type { Random } from './random'
import type { Reference } from '../reference'

/** Instants are ISO texts of Beijing time while the city is planned; days compare as text. */
export const at = (day: Day, time: string): Date => new Date(`${day}T${time}:00+08:00`)

/** An activity and what its registrations need to know. */
export type Planned = {
  row: Omit<
    Activity,
    'checkInSecret' | 'checksOut' | 'presenceShareMin' | 'movedAt' | 'registrationOpensAt' | 'registrationClosesAt'
  > & {
    registrationOpensAt: Date
    registrationClosesAt: Date
  }
  day: Day
  audience: AllianceSlug[]
  /** Share of those who will come that have registered by the anchor day; 1 for what is past. */
  filled: number
}

type Context = {
  random: Random
  anchor: Day
  reference: Reference
  memberships: Memberships
  offices: Offices
}

export type Activities = {
  planned: Planned[]
  activityAlliances: Prisma.ActivityAllianceCreateManyInput[]
  agendaItems: Prisma.AgendaItemCreateManyInput[]
}

const codeAlphabet = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ']

const modes: Record<'TRAINING' | 'EXCHANGE_MEETING', readonly (readonly [ActivityMode, number])[]> = {
  TRAINING: [
    ['ONLINE', 35],
    ['MIXED', 30],
    ['ON_SITE', 35],
  ],
  EXCHANGE_MEETING: [
    ['ON_SITE', 75],
    ['MIXED', 25],
  ],
}

/** Turns the slots of the calendar into activities with audience, place, window and agenda. */
export function planActivities(context: Context, slots: Slot[]): Activities {
  const { random, reference } = context
  const planned = slots.map((slot) => planActivity(context, slot))
  return {
    planned,
    activityAlliances: planned.flatMap(({ row, audience }) =>
      audience.map((slug) => ({ activityId: row.id, allianceId: reference.allianceId(slug) })),
    ),
    agendaItems: planned.flatMap(({ row }) =>
      agendaOf(row.kind).map(([title, speaker], position) => ({
        id: random.uuid(),
        activityId: row.id,
        position,
        startsAt: new Date(row.startsAt.getTime() + position * 35 * 60_000),
        title,
        speaker,
      })),
    ),
  }
}

function planActivity(context: Context, slot: Slot): Planned {
  const { random, anchor, reference, memberships, offices } = context
  const { slug, kind, day } = slot
  const term = offices.termOn(slug, day < anchor ? day : anchor) ?? offices.termOn(slug, anchor)
  const host = hostOf(context, slug, day)
  const state = slot.state ?? stateOf(random, anchor, day)
  const mode =
    slot.mode ?? (kind === 'TRAINING' || kind === 'EXCHANGE_MEETING' ? random.weighted(modes[kind]) : 'ON_SITE')
  const startsAt = at(day, slot.time ?? random.pick(['09:00', '09:30', '13:30', '14:00']))
  const endsAt = new Date(startsAt.getTime() + random.pick([120, 150, 180]) * 60_000)
  const lastDay = day === anchor ? day : plusDays(day, -1)
  const open = state !== 'DRAFT'
  return {
    row: {
      id: random.uuid(),
      code: Array.from({ length: 8 }, () => random.pick(codeAlphabet)).join(''),
      kind,
      state,
      mode,
      title: titleOf(random, { kind, slug, day, host: host.name }),
      description: descriptionOf(kind),
      hostAllianceId: reference.allianceId(slug),
      insurerId: term?.insurerId ?? null,
      startsAt,
      endsAt,
      place: mode === 'ONLINE' ? '' : placeOf(random, kind, host, memberships.leadOf(slug).row.shortName ?? ''),
      onlineUrl: mode === 'ON_SITE' ? '' : `https://meeting.example.cn/${random.between(100_000_000, 999_999_999)}`,
      capacity: slot.capacity ?? null,
      perEnterprise: slot.capacity ? 5 : null,
      offerHours: null,
      placesTaken: 0,
      registrationOpensAt: at(slot.opensOn ?? plusDays(day, -30), '09:00'),
      registrationClosesAt: day === anchor ? new Date(startsAt.getTime() - 30 * 60_000) : at(lastDay, '17:00'),
      minutes: '',
      cancelReason: state === 'CANCELLED' ? random.pick(cancelReasons) : '',
      sequence: state === 'CANCELLED' ? 1 : 0,
      version: 1,
      createdById: term?.coordinatorId ?? offices.municipalId,
      createdAt: at(plusDays(day < anchor ? day : anchor, -35), '10:00'),
      updatedAt: at(plusDays(day < anchor ? day : anchor, -31), '10:00'),
      publishedAt: open ? at(plusDays(day < anchor ? day : anchor, -31), '10:00') : null,
      closedAt: state === 'CLOSED' ? at(closingDay(day, random.between(1, 4), anchor), '18:30') : null,
    },
    day,
    audience: [slug, ...(slot.alsoFor ?? (slot.isNear ? [] : guests(random, slug, kind)))],
    filled: slot.filled ?? (day < anchor ? 1 : 0.3 + random.next() * 0.4),
  }
}

/** One meeting or training of twelve is held together with another alliance. */
const guests = (random: Random, slug: AllianceSlug, kind: ActivityKind): AllianceSlug[] =>
  (kind === 'TRAINING' || kind === 'EXCHANGE_MEETING') && random.chance(0.08)
    ? [random.pick(nineAlliances.map((alliance) => alliance.slug).filter((each) => each !== slug))]
    : []

/** What is past was closed, the last three weeks' only by halves, a few were cancelled; what is far ahead is a draft. */
function stateOf(random: Random, anchor: Day, day: Day): ActivityState {
  if (day > plusDays(anchor, 45)) return random.chance(0.7) ? 'DRAFT' : 'PUBLISHED'
  if (day >= anchor) return 'PUBLISHED'
  if (random.chance(0.03)) return 'CANCELLED'
  return day > plusDays(anchor, -21) && random.chance(0.5) ? 'HELD' : 'CLOSED'
}

function hostOf(
  { random, memberships, anchor }: Context,
  slug: AllianceSlug,
  day: Day,
): { name: string; address: string } {
  const members = memberships.membersOn(slug, day < anchor ? day : anchor)
  const large = members.filter(({ size }) => size === 'LARGE' || size === 'MEDIUM')
  const { row } = large.length > 0 ? random.pick(large) : memberships.leadOf(slug)
  return { name: row.name, address: row.address ?? '' }
}

const atTheHosts: readonly ActivityKind[] = ['SITE_VISIT', 'MUTUAL_INSPECTION', 'EXCHANGE_VISIT']

const placeOf = (random: Random, kind: ActivityKind, host: { name: string; address: string }, lead: string): string =>
  atTheHosts.includes(kind)
    ? `${host.address}（${host.name}）`
    : random.pick([
        `${lead}培训中心二楼报告厅`,
        '沪岚会议中心三楼多功能厅',
        '霁川国际会议厅B厅',
        `${lead}办公楼一号会议室`,
      ])

/** Some days after it was held, and before the city is looked at. */
function closingDay(day: Day, later: number, anchor: Day): Day {
  const [closes, yesterday] = [plusDays(day, later), plusDays(anchor, -1)]
  return closes < yesterday ? closes : yesterday
}
