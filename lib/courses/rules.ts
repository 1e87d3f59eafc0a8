import type { ActivityKind, ActivityState } from '@/lib/core/prisma/enums'

export const titleLengthMax = 120
export const lecturerLengthMax = 60
export const hoursMax = 100
export const coursesMax = 30
export const regulationTitleLengthMax = 200
export const numberLengthMax = 80
export const pointsLengthMax = 1_000
export const regulationsMax = 30

/** What is planned of a training may be changed until it is closed. */
export const openStates = ['DRAFT', 'PUBLISHED', 'HELD'] as const satisfies readonly ActivityState[]

/** Courses belong to trainings (三(三)). */
export const hasCourses = ({ kind }: { kind: ActivityKind }): boolean => kind === 'TRAINING'

export const takesCourses = ({ kind, state }: { kind: ActivityKind; state: ActivityState }): boolean =>
  hasCourses({ kind }) && openStates.some((open) => open === state)

const minute = 60_000

/** How many minutes after the beginning of the training something is. */
export const minuteOf = (startsAt: Date, at: Date): number => Math.round((at.getTime() - startsAt.getTime()) / minute)

export const instantOf = (startsAt: Date, minutes: number): Date => new Date(startsAt.getTime() + minutes * minute)

/** 学时 of all courses together. */
export const hoursOf = (courses: readonly { hours: number }[]): number =>
  courses.reduce((sum, { hours }) => sum + hours, 0)
