import type { Activity, VisitHost } from '@/lib/core/prisma/client'
import { GateDocument } from '@/lib/core/prisma/enums'

export const visitorsMaxMax = 500
export const meetsMinutesMax = 240
export const messageLengthMax = 300
export const reasonLengthMax = 200
export const meetingPointLengthMax = 120
export const rulesLengthMax = 600

/** What the gate knew of its visitors is forgotten so many days after the visit has ended. */
export const gateDetailDays = 30

export const gateDocuments = Object.values(GateDocument)

/** A request that still binds: it waits for its answer, or the host has agreed. */
export const openStates = ['ASKED', 'AGREED'] as const

export const isOpenRequest = ({ state }: Pick<VisitHost, 'state'>): boolean => openStates.some((open) => open === state)

type Visit = Pick<Activity, 'kind' | 'state' | 'startsAt'>

/** A host is sought for a site visit (notice 三(二), 实地调研) until it begins. */
export const seeksHost = ({ kind, state, startsAt }: Visit, at: Date): boolean =>
  kind === 'SITE_VISIT' && (state === 'DRAFT' || state === 'PUBLISHED') && startsAt > at

/** The host answers, and may think better of it, until the visit begins. */
export const isAnswerable = ({ state, startsAt }: Pick<Activity, 'state' | 'startsAt'>, at: Date): boolean =>
  (state === 'DRAFT' || state === 'PUBLISHED') && startsAt > at

/** Whether the gate wants to know anything of each visitor. */
export const asksAnything = (rules: Pick<VisitHost, 'asksDocument' | 'asksNumberPlate'>): boolean =>
  rules.asksDocument || rules.asksNumberPlate

/** When visitors are at the meeting point; it moves along with the visit. */
export const meetsAt = (
  { meetsMinutes }: Pick<VisitHost, 'meetsMinutes'>,
  { startsAt }: Pick<Activity, 'startsAt'>,
): Date => new Date(startsAt.getTime() - meetsMinutes * 60_000)

/** A plate of the mainland, those of new energy, police, school and learner cars among them: 沪A12345, 沪AD12345. */
const numberPlate = /^[\u4e00-\u9fa5][A-Z][A-Z0-9]{4,6}[\u4e00-\u9fa5]?$/

/** As people write it: with a dot or blanks between, in small letters. */
export const plainPlate = (text: string): string => text.replaceAll(/[\s·•.-]/g, '').toUpperCase()

export const isNumberPlate = (text: string): boolean => numberPlate.test(text) && [7, 8].includes(text.length)
