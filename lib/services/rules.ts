import type { ActivityKind } from '@/lib/core/prisma/enums'
import type { Day } from '@/lib/core/clock'

export const remarkLengthMax = 300

/**
 * Items of accident-prevention service as AQ 9010—2019, chapter 5, names them, as far as activities of an alliance are
 * such services.
 */
export const serviceItems = ['TRAINING', 'RISK', 'HAZARDS', 'TECHNOLOGY', 'OTHER'] as const

export type ServiceItem = (typeof serviceItems)[number]

const itemOfKind: Record<ActivityKind, ServiceItem> = {
  TRAINING: 'TRAINING',
  EXCHANGE_MEETING: 'TRAINING',
  EXPERIENCE_SHARING: 'TRAINING',
  EXCHANGE_VISIT: 'TRAINING',
  DISCUSSION: 'RISK',
  MUTUAL_INSPECTION: 'HAZARDS',
  SITE_VISIT: 'HAZARDS',
  EXPERT_GUIDANCE: 'TECHNOLOGY',
}

export const serviceItemOf = (kind: ActivityKind): ServiceItem => itemOfKind[kind]

export const kindsOfItem = (item: ServiceItem): ActivityKind[] =>
  (Object.keys(itemOfKind) as ActivityKind[]).filter((kind) => itemOfKind[kind] === item)

export type ServiceFilter = {
  /** Beijing calendar year in which the activity began. */
  year: number
  /** Slug of the host alliance. */
  alliance: string | null
  item: ServiceItem | null
  /** Closed, and an enterprise that was there has not confirmed. */
  isWaiting: boolean
  q: string | null
}

/** Reads the query of an address; what makes no sense narrows nothing. */
export function serviceFilterOf(read: (name: string) => string | undefined, today: Day): ServiceFilter {
  const year = Number(read('year'))
  return {
    year: Number.isInteger(year) && year >= 2000 && year < 2100 ? year : Number(today.slice(0, 4)),
    alliance: read('alliance')?.slice(0, 60) ?? null,
    item: serviceItems.find((item) => item === read('item')) ?? null,
    isWaiting: read('confirmed') === 'waiting',
    q: read('q')?.slice(0, 60) ?? null,
  }
}

type Term = { allianceId: string; startsOn: Date; endsOn: Date | null; people: string[] }

/** Whoever the insurer had named for the alliance on the day: coordinator and deputy. */
export const staffOn = (terms: Term[], allianceId: string, day: Date): string[] =>
  terms.find((term) => term.allianceId === allianceId && term.startsOn <= day && (!term.endsOn || day < term.endsOn))
    ?.people ?? []
