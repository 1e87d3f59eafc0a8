import { dayOf, fromLocal, plusDays, toLocal } from '@/lib/core/clock'
import { NotificationGroup, NotificationWay } from '@/lib/core/prisma/enums'
import type { NotificationKind } from './rules'

/** What a person may have in another way. */
export const chosenGroups = Object.values(NotificationGroup)

export const notificationWays = Object.values(NotificationWay)

/** What everybody gets at once: it carries a duty, or somebody may be at the account. */
export const fixedGroups = ['CHANGES', 'DUTIES', 'SECURITY'] as const

export type FixedGroup = (typeof fixedGroups)[number]

type Delivery = {
  group: NotificationGroup | FixedGroup
  /** Too late in the morning: leaves at night too, and is in no digest. */
  isUrgent?: true
}

const security: Delivery = { group: 'SECURITY', isUrgent: true }
const duty: Delivery = { group: 'DUTIES' }
const change: Delivery = { group: 'CHANGES', isUrgent: true }
const reminder: Delivery = { group: 'REMINDERS' }
const invitation: Delivery = { group: 'INVITATIONS' }
const outcome: Delivery = { group: 'RESULTS' }

/** How each kind reaches people. */
export const deliveryOf: Record<NotificationKind, Delivery> = {
  PASSWORD_CHANGED: security,
  CONTACT_CHANGED: security,
  CODES_ON: security,
  CODES_OFF: security,
  CODES_RESET: security,
  CLAIM_TRIED: security,
  ACTIVITY_INVITED: invitation,
  DATE_POLL_OPENED: invitation,
  ANSWER_DUE: invitation,
  ANSWER_URGED: invitation,
  DATE_POLL_CLOSES: reminder,
  ACTIVITY_IN_A_WEEK: reminder,
  ACTIVITY_IN_A_DAY: reminder,
  ACTIVITY_BEGINS: { ...reminder, isUrgent: true },
  PLACE_GIVEN: change,
  PLACE_OFFERED: change,
  OFFER_LAPSED: change,
  SLOT_BOOKED: { group: 'CHANGES' },
  BOOKING_CANCELLED: { group: 'CHANGES' },
  SLOT_WITHDRAWN: change,
  HOST_ASKED: duty,
  HOST_AGREED: { group: 'CHANGES' },
  HOST_DECLINED: duty,
  HOST_WITHDREW: change,
  HOST_RELEASED: change,
  HOST_MOVED: duty,
  GATE_LIST_READY: duty,
  GUIDANCE_REQUESTED: duty,
  GUIDANCE_APPROVED: outcome,
  GUIDANCE_GIVEN: duty,
  GUIDANCE_REFUSED: outcome,
  GUIDANCE_WITHDRAWN: { group: 'CHANGES' },
  GUIDANCE_ARRANGED: { group: 'CHANGES' },
  GUIDANCE_ADVISED: duty,
  ADVICE_RETURNED: duty,
  ADVICE_URGED: duty,
  ADVICE_OVERDUE: duty,
  INSPECTION_PAIRED: duty,
  INSPECTION_UNPAIRED: change,
  FINDING_RECORDED: duty,
  FINDING_MAJOR: duty,
  FINDING_WITHDRAWN: { group: 'CHANGES' },
  FINDING_ANSWERED: duty,
  FINDING_RETURNED: duty,
  FINDING_CLOSED: outcome,
  FINDING_URGED: duty,
  FINDING_OVERDUE: duty,
  INVITATION_ENDED: { group: 'CHANGES' },
  ACTIVITY_CHANGED: change,
  ACTIVITY_CANCELLED: change,
  ATTENDANCE_REVIEWED: { group: 'CHANGES' },
  DISPUTE_FILED: duty,
  DISPUTE_ACCEPTED: outcome,
  DISPUTE_REJECTED: outcome,
  DATE_POLL_SETTLED: outcome,
  DATE_POLL_CANCELLED: outcome,
  ACTIVITY_REVIEWED: outcome,
  COVERAGE_ENDS: duty,
  LICENCE_EXPIRING: duty,
  LICENCES_EXPIRING: duty,
  ENTERPRISE_MOVED: duty,
  ENTERPRISE_CLOSED: duty,
  PRACTICE_WITHDRAWN: duty,
  PRACTICE_TAKEN_DOWN: duty,
  ACTION_ITEM_GIVEN: duty,
  ACTION_ITEM_RETURNED: duty,
  CERTIFICATE_REVOKED: duty,
  CERTIFICATE_ENDS: duty,
  CERTIFICATES_END: duty,
  QUIZ_OPENED: duty,
  SELF_CHECK_SENT: duty,
  SELF_CHECK_URGED: duty,
  PROBLEM_SENT: duty,
  PROBLEM_URGED: duty,
  PROBLEM_RETURNED: duty,
  PROBLEM_WITHDRAWN: duty,
  PROBLEMS_OVERDUE: duty,
  CERTIFICATES_ISSUED: outcome,
  PROPOSAL_DECIDED: outcome,
  PRACTICE_APPROVED: outcome,
  PRACTICE_RETURNED: outcome,
  ANNOUNCEMENT_PUBLISHED: { group: 'ANNOUNCEMENTS' },
}

/** The group under which somebody may have chosen another way; null: nobody may. */
export const chosenGroupOf = (kind: NotificationKind): NotificationGroup | null =>
  chosenGroups.find((group) => group === deliveryOf[kind].group) ?? null

const nightFrom = '21:00'
const nightUntil = '07:30'
const digestTime = '08:00'

const timeOf = (at: Date): string => toLocal(at).slice(11)

/** Between nine in the evening and half past seven, in Beijing: nothing leaves that can wait. */
export const isNight = (at: Date): boolean => timeOf(at) >= nightFrom || timeOf(at) < nightUntil

/** When something that can wait leaves: at once, or when the night is over. */
export function afterNight(at: Date): Date {
  if (!isNight(at)) return at
  const day = timeOf(at) >= nightFrom ? plusDays(dayOf(at), 1) : dayOf(at)
  return fromLocal(`${day}T${nightUntil}`)
}

/** The next digest that can still list what is told now. */
export function digestAfter(at: Date): Date {
  const today = fromLocal(`${dayOf(at)}T${digestTime}`)
  return today > at ? today : fromLocal(`${plusDays(dayOf(at), 1)}T${digestTime}`)
}

/** When a mail leaves, and which digest lists it for those who want one; null: none, for it would come too late. */
export type Timing = { leavesAt: Date; canWait: boolean; digestAt: Date | null }

/**
 * @param before when what is told of begins: a mail that would come after that leaves at once instead
 */
export function timingOf(kind: NotificationKind, at: Date, before: Date | null): Timing {
  const isInTime = (then: Date) => before === null || before <= at || then < before
  const { isUrgent } = deliveryOf[kind]
  const morning = afterNight(at)
  const canWait = !isUrgent && isInTime(morning)
  const digestAt = digestAfter(at)
  const isListed = !isUrgent && chosenGroupOf(kind) !== null && isInTime(digestAt)
  return { leavesAt: canWait ? morning : at, canWait, digestAt: isListed ? digestAt : null }
}
