import type { Activity } from '@/lib/core/prisma/client'

export const questionLengthMax = 300
export const outcomeLengthMax = 2_000
export const themeLengthMax = 120
export const speakersMax = 20

type Standing = Pick<Activity, 'kind' | 'state'>

/** A discussion has its question until it is cancelled; what came of it is written once it has been held. */
export const takesQuestion = ({ kind, state }: Standing): boolean => kind === 'DISCUSSION' && state !== 'CANCELLED'

/** Who shares their experience is named until the activity is closed. */
export const takesSpeakers = ({ kind, state }: Standing): boolean =>
  kind === 'EXPERIENCE_SHARING' && state !== 'CANCELLED' && state !== 'CLOSED'
