import type { Activity, Attendance } from '@/lib/core/prisma/client'
import type { AttendanceMethod, AttendanceVerdict, MandateKind, RegistrationState } from '@/lib/core/prisma/enums'
import { isLongEnough, presenceOf } from '@/lib/presence/rules'

type Person = { id: string; name: string; namePinyin: string }
type Firm = { id: string; name: string }

/** A place, a place in the queue, or leave. */
export type ListedPlace = {
  id: string
  state: RegistrationState
  leaveReason: string
  user: Person | null
  enterprise: Firm
}

/** That somebody came, or was written down to have come. */
export type ListedAttendance = {
  id: string
  registrationId: string | null
  user: Person
  enterprise: Firm | null
  checkedInAt: Date
  method: AttendanceMethod
  mandateKind: MandateKind | null
  recordedBy: { name: string } | null
  reason: string
  undoneAt: Date | null
} & Pick<Attendance, 'checkedOutAt' | 'onlineMinutes' | 'verdict' | 'isExcluded'>

export const listedStates = ['PRESENT', 'ABSENT', 'WAITING', 'ON_LEAVE', 'STRUCK'] as const

export type ListedState = (typeof listedStates)[number]

/** One line of the attendance list: who came, or who was to come and did not. */
export type AttendanceLine = {
  /** Of the attendance, where there is one; of the place otherwise. */
  id: string
  state: ListedState
  /** What they held beforehand; null: a walk-in. */
  registered: RegistrationState | null
  userId: string | null
  /** Null while a place has no name. */
  person: string | null
  pinyin: string
  enterpriseId: string | null
  enterprise: string | null
  checkedInAt: Date | null
  method: AttendanceMethod | null
  mandateKind: MandateKind | null
  /** When they left, and how much of the planned time they were there; null: nobody can say yet, or ever. */
  checkedOutAt: Date | null
  percent: number | null
  /** Whether it counts for the enterprise: by the rule as things stand, and for good once the activity is closed. */
  counts: boolean
  verdict: AttendanceVerdict | null
  recordedBy: string | null
  /** Why they are excused, or why the line was corrected. */
  note: string
}

const keyOf = (userId: string, enterpriseId: string): string => `${userId} ${enterpriseId}`

/** What the list must know of the activity, and the instant at which it is read. */
export type Weighing = Pick<Activity, 'state' | 'startsAt' | 'endsAt' | 'checksOut' | 'presenceShareMin'> & { at: Date }

type Weighable = Pick<
  Attendance,
  'checkedInAt' | 'checkedOutAt' | 'onlineMinutes' | 'mandateKind' | 'undoneAt' | 'verdict' | 'isExcluded'
>

type Weighed = Pick<AttendanceLine, 'percent' | 'counts'>

/**
 * How an attendance stands: decided by a person, else by the rule as soon as somebody has left or the activity is over.
 * Before that a mandate suffices, and once it is closed what was written then is what counts.
 */
export function weighed(attendance: Weighable, weighing: Weighing): Weighed {
  const { mandateKind, undoneAt, verdict, isExcluded, checkedOutAt } = attendance
  const presence = presenceOf(weighing, attendance)
  const isKnown = weighing.endsAt <= weighing.at || (weighing.checksOut && checkedOutAt !== null)
  const byRule = !isKnown || isLongEnough(weighing, presence)
  const byVerdict = verdict === null ? byRule : verdict === 'COUNTS'
  const suffices = weighing.state === 'CLOSED' ? !isExcluded : byVerdict
  return {
    percent: isKnown && !presence.hasNoEnd ? presence.percent : null,
    counts: undoneAt === null && mandateKind !== null && suffices,
  }
}

/**
 * Places and attendances as one list. An attendance stands for the place it took; a place whose person came without taking
 * it (registered at the last moment, excused and there after all) is the same line too, so that nobody stands twice.
 */
export function attendanceLines(
  places: ListedPlace[],
  attendances: ListedAttendance[],
  weighing: Weighing,
): AttendanceLine[] {
  const byId = new Map(places.map((place) => [place.id, place]))
  const byPerson = new Map(
    places.flatMap((place) => (place.user ? [[keyOf(place.user.id, place.enterprise.id), place] as const] : [])),
  )
  const placeOf = ({ registrationId, user, enterprise }: ListedAttendance): ListedPlace | null =>
    (registrationId && byId.get(registrationId)) || (enterprise && byPerson.get(keyOf(user.id, enterprise.id))) || null
  const taken = new Set(
    attendances.flatMap((attendance) => {
      const place = attendance.undoneAt ? null : placeOf(attendance)
      return place ? [place.id] : []
    }),
  )
  return [
    ...attendances.map((attendance) => ({
      ...cameLine(attendance, placeOf(attendance)),
      ...weighed(attendance, weighing),
    })),
    ...places.filter((place) => place.state !== 'WITHDRAWN' && !taken.has(place.id)).map(expectedLine),
  ]
}

const cameLine = (attendance: ListedAttendance, place: ListedPlace | null): Omit<AttendanceLine, keyof Weighed> => ({
  id: attendance.id,
  state: attendance.undoneAt ? 'STRUCK' : 'PRESENT',
  registered: place && place.state !== 'WITHDRAWN' ? place.state : null,
  userId: attendance.user.id,
  person: attendance.user.name,
  pinyin: attendance.user.namePinyin,
  enterpriseId: attendance.enterprise?.id ?? null,
  enterprise: attendance.enterprise?.name ?? null,
  checkedInAt: attendance.checkedInAt,
  method: attendance.method,
  mandateKind: attendance.mandateKind,
  checkedOutAt: attendance.checkedOutAt,
  verdict: attendance.verdict,
  recordedBy: attendance.recordedBy?.name ?? null,
  note: attendance.reason,
})

const statesOfPlaces = {
  PLACED: 'ABSENT',
  WAITING: 'WAITING',
  ON_LEAVE: 'ON_LEAVE',
  WITHDRAWN: 'ABSENT',
} as const satisfies Record<RegistrationState, ListedState>

const expectedLine = (place: ListedPlace): AttendanceLine => ({
  id: place.id,
  state: statesOfPlaces[place.state],
  registered: place.state,
  userId: place.user?.id ?? null,
  person: place.user?.name ?? null,
  pinyin: place.user?.namePinyin ?? '',
  enterpriseId: place.enterprise.id,
  enterprise: place.enterprise.name,
  checkedInAt: null,
  method: null,
  mandateKind: null,
  checkedOutAt: null,
  percent: null,
  counts: false,
  verdict: null,
  recordedBy: null,
  note: place.leaveReason,
})

/** What the list is narrowed to; an address that makes no sense narrows nothing. */
export type AttendanceFilter = {
  q: string | null
  state: ListedState | null
  method: AttendanceMethod | null
  /** Whether the line counts for its enterprise: by a mandate that held on the day. */
  counts: boolean | null
  isPrincipal: boolean
  /** Held a place beforehand, or not. */
  isPlaced: boolean | null
  sort: { key: AttendanceSort; isFalling: boolean }
}

export const attendanceSorts = ['enterprise', 'person', 'time'] as const

export type AttendanceSort = (typeof attendanceSorts)[number]

export const attendanceMethods = [
  'CODE_SCANNED',
  'CODE_TYPED',
  'DOOR_DESK',
  'ONLINE_LIST',
  'CORRECTION',
] as const satisfies AttendanceMethod[]

const oneOf = <T extends string>(choices: readonly T[], value: string | undefined): T | null =>
  choices.find((choice) => choice === value) ?? null

const yesOrNo = (value: string | undefined): boolean | null => {
  if (value === 'yes') return true
  return value === 'no' ? false : null
}

export function attendanceFilterOf(read: (name: string) => string | undefined): AttendanceFilter {
  const sort = read('sort') ?? ''
  const isFalling = sort.startsWith('-')
  return {
    q: read('q')?.slice(0, 60) ?? null,
    state: oneOf(listedStates, read('state')),
    method: oneOf(attendanceMethods, read('how')),
    counts: yesOrNo(read('counts')),
    isPrincipal: read('principal') === 'yes',
    isPlaced: yesOrNo(read('placed')),
    sort: { key: oneOf(attendanceSorts, sort.replace(/^-/, '')) ?? 'enterprise', isFalling },
  }
}

const isPresent = ({ state }: AttendanceLine): boolean => state === 'PRESENT'

/** Whether a line stands in the filtered list. Struck lines are shown to who asks for them, and count nowhere. */
export function isListed(line: AttendanceLine, filter: AttendanceFilter): boolean {
  if (filter.state ? line.state !== filter.state : line.state === 'STRUCK') return false
  if (filter.method && line.method !== filter.method) return false
  if (filter.counts !== null && !(line.checkedInAt && line.counts === filter.counts)) return false
  if (filter.isPrincipal && line.mandateKind !== 'PRINCIPAL') return false
  return filter.isPlaced === null || (line.registered === 'PLACED') === filter.isPlaced
}

export type AttendanceTally = Record<
  'placed' | 'present' | 'walkIns' | 'counting' | 'principals' | 'absent' | 'onLeave',
  number
>

/** The figures over the list. Each is the length of the list that its link opens. */
export function tallyOf(lines: AttendanceLine[]): AttendanceTally {
  const count = (holds: (line: AttendanceLine) => boolean) => lines.filter(holds).length
  return {
    placed: count((line) => line.state !== 'STRUCK' && line.registered === 'PLACED'),
    present: count(isPresent),
    walkIns: count((line) => isPresent(line) && line.registered !== 'PLACED'),
    counting: count((line) => isPresent(line) && line.counts),
    principals: count((line) => isPresent(line) && line.mandateKind === 'PRINCIPAL'),
    absent: count(({ state }) => state === 'ABSENT'),
    onLeave: count(({ state }) => state === 'ON_LEAVE'),
  }
}

const chinese = new Intl.Collator('zh-CN')

const sortKeys: Record<AttendanceSort, (line: AttendanceLine) => string> = {
  // Who came for nobody stands at the end; of one enterprise by person.
  enterprise: ({ enterprise, pinyin }) => `${enterprise ?? '\uffff'} ${pinyin}`,
  person: ({ pinyin, person }) => pinyin || (person ?? '\uffff'),
  time: ({ checkedInAt }) => checkedInAt?.toISOString() ?? '\uffff',
}

export const sortKeyOf = (line: AttendanceLine, key: AttendanceSort): string => sortKeys[key](line)

/** Compares two places in the list, by the sorted column and then by id. */
export const comparePlaces = (one: { key: string; id: string }, other: { key: string; id: string }): number =>
  chinese.compare(one.key, other.key) || (one.id < other.id ? -1 : Number(one.id > other.id))
