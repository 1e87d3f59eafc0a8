import type { Day } from '@/lib/core/clock'
import { AnnouncementAudience } from '@/lib/core/prisma/enums'

export const titleLengthMax = 120
export const bodyLengthMax = 20_000
export const filesMax = 10
export const fileBytesMax = 50_000_000
/** So many days ahead an announcement may be scheduled. */
export const scheduledDaysMax = 366

export const announcementAudiences = Object.values(AnnouncementAudience)

export const announcementStates = ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN'] as const

export type AnnouncementState = (typeof announcementStates)[number]

type Dates = { publishAt: Date | null; withdrawnAt: Date | null }

/** Nothing is stored but dates: a scheduled announcement is published by time alone. */
export function stateOf({ publishAt, withdrawnAt }: Dates, at: Date): AnnouncementState {
  if (withdrawnAt) return 'WITHDRAWN'
  if (!publishAt) return 'DRAFT'
  return publishAt <= at ? 'PUBLISHED' : 'SCHEDULED'
}

/** Whether it can still change whom it is for: nobody has read it. */
export const isUnpublished = (dates: Dates, at: Date): boolean => ['DRAFT', 'SCHEDULED'].includes(stateOf(dates, at))

export const isPinned = (pinnedUntil: Day | null, today: Day): boolean => pinnedUntil !== null && pinnedUntil >= today

/** The paragraphs of a text: one for each line that holds something. */
export const paragraphsOf = (body: string): string[] =>
  body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
