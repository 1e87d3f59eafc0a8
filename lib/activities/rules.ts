import type { Activity } from '@/lib/core/prisma/client'
import type { ActivityKind, ActivityState } from '@/lib/core/prisma/enums'

export const titleLengthMax = 80
export const descriptionLengthMax = 4_000
export const minutesLengthMax = 20_000
export const agendaLinesMax = 30
/** A week. */
export const offerHoursMax = 168

/** How the notice speaks of a kind: only 培训 is a duty, and what is encouraged is never shown as a breach. */
export type Modality = 'MUST' | 'SHOULD' | 'ENCOURAGED' | 'MAY'

type KindFacts = { clause: string; modality: Modality }

/** What each kind is for, by clause of 沪应急危化〔2024〕14号. Order of the menus. */
export const kindFacts: Record<ActivityKind, KindFacts> = {
  EXCHANGE_MEETING: { clause: '三(二)', modality: 'SHOULD' },
  TRAINING: { clause: '三(三)', modality: 'MUST' },
  SITE_VISIT: { clause: '三(二)', modality: 'SHOULD' },
  DISCUSSION: { clause: '三(二)', modality: 'SHOULD' },
  EXPERIENCE_SHARING: { clause: '三(二)', modality: 'SHOULD' },
  MUTUAL_INSPECTION: { clause: '三(五)', modality: 'ENCOURAGED' },
  EXCHANGE_VISIT: { clause: '三(五)', modality: 'ENCOURAGED' },
  EXPERT_GUIDANCE: { clause: '三(五)', modality: 'MAY' },
}

export const activityKinds = Object.keys(kindFacts) as ActivityKind[]

/** DRAFT → PUBLISHED → HELD → CLOSED; cancelled before it is held, or never. */
const nextStates: Record<ActivityState, readonly ActivityState[]> = {
  DRAFT: ['PUBLISHED', 'CANCELLED'],
  PUBLISHED: ['HELD', 'CANCELLED'],
  HELD: ['CLOSED'],
  CLOSED: [],
  CANCELLED: [],
}

export const canBecome = (from: ActivityState, to: ActivityState): boolean => nextStates[from].includes(to)

/** The states from which an activity may become `to`, for the `where` of the write. */
export const statesBefore = (to: ActivityState): ActivityState[] =>
  (Object.keys(nextStates) as ActivityState[]).filter((from) => canBecome(from, to))

/** States in which an activity took place: what reports count as held. */
export const heldStates = ['HELD', 'CLOSED'] as const satisfies readonly ActivityState[]

/** States in which its facts may still be edited. What was held is a record; its minutes and files stay open. */
export const editableStates = ['DRAFT', 'PUBLISHED'] as const satisfies readonly ActivityState[]

/** States in which people may check in: the organiser may mark it held while it goes on. */
export const checkInStates = ['PUBLISHED', 'HELD'] as const satisfies readonly ActivityState[]

export const isHeld = (activity: Pick<Activity, 'state'>): boolean => heldStates.some((s) => s === activity.state)

export const isEditable = (activity: Pick<Activity, 'state'>): boolean =>
  editableStates.some((state) => state === activity.state)

export const takesCheckIns = (activity: Pick<Activity, 'state'>): boolean =>
  checkInStates.some((state) => state === activity.state)

/** An activity can be held from the moment it starts, never before. */
export const isBegun = (activity: Pick<Activity, 'startsAt'>, at: Date): boolean => activity.startsAt <= at

export const isOver = (activity: Pick<Activity, 'endsAt'>, at: Date): boolean => activity.endsAt <= at

type Visit = Pick<Activity, 'kind' | 'startsAt'> & { visitHosts: { agreedStartsAt: Date | null }[] }

/** A site visit takes place where a member has agreed to receive it at that time (clause A14); other kinds need no host. */
export const hasHost = ({ kind, startsAt, visitHosts }: Visit): boolean =>
  kind !== 'SITE_VISIT' || visitHosts.some((host) => host.agreedStartsAt?.getTime() === startsAt.getTime())

type Inspection = Pick<Activity, 'kind'> & { inspectionPairs: { id: string }[] }

/** In a mutual inspection somebody inspects somebody (clause A29); other kinds need no pair. */
export const hasPairs = ({ kind, inspectionPairs }: Inspection): boolean =>
  kind !== 'MUTUAL_INSPECTION' || inspectionPairs.length > 0

/** How many people the host receives, whatever else the organiser may write; null: nobody set a limit. */
export const hostLimit = (
  kind: ActivityKind,
  { visitHosts }: { visitHosts: { visitorsMax: number | null }[] },
): number | null => (kind === 'SITE_VISIT' ? (visitHosts[0]?.visitorsMax ?? null) : null)

type PlaceAndTime = Pick<Activity, 'startsAt' | 'endsAt' | 'place' | 'onlineUrl' | 'mode'>

/** Whether those who registered must be told and calendars must move: time, place, address or mode is another. */
export const movesCalendar = (before: PlaceAndTime, after: PlaceAndTime): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() ||
  before.endsAt.getTime() !== after.endsAt.getTime() ||
  before.place !== after.place ||
  before.onlineUrl !== after.onlineUrl ||
  before.mode !== after.mode

export const filesMax = 30
export const fileBytesMax = 50_000_000

/** The alliances whose invitation an edit adds or takes back; the host is always invited. */
export function alliancesMoved(
  activity: Pick<Activity, 'hostAllianceId'> & { alliances: { allianceId: string }[] },
  allianceIds: string[],
): string[] {
  const before = activity.alliances.map((one) => one.allianceId)
  const after = [...allianceIds, activity.hostAllianceId]
  return [...before.filter((id) => !after.includes(id)), ...after.filter((id) => !before.includes(id))]
}
