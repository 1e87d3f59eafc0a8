import { GuidanceState } from '@/lib/core/prisma/enums'

export const guidanceStates = Object.values(GuidanceState)

export const titleLengthMax = 80
export const descriptionLengthMax = 1_000
export const reasonLengthMax = 300
export const summaryLengthMax = 2_000
export const pointLengthMax = 500
export const pointsMax = 30
export const expertsMax = 5

/** An enterprise may give a request up until its visit has been. */
export const withdrawableStates = ['REQUESTED', 'APPROVED'] as const satisfies readonly GuidanceState[]

/** States in which whoever arranges the visit has to do with it. */
export const arrangedStates = ['APPROVED', 'ADVISED'] as const satisfies readonly GuidanceState[]

/** The points of advice as they are typed: one to a line, with or without a number before it. */
export const pointsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/^(?:[(（]?\d{1,2}[)）.、．]|[-•·])\s*/, ''))
    .filter((line) => line !== '')
