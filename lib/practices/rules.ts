import type { PracticeArea, PracticeShareClass, PracticeSubject, PracticeVersionState } from '@/lib/core/prisma/enums'
import { emptyText, isBlank, type RichText } from './text-rules'

export const titleLengthMax = 80
export const outcomeLengthMax = 1_000
export const commentsLengthMax = 2_000
export const reasonLengthMax = 500
export const figuresMax = 12
export const figureLengthMax = 60
export const filesMax = 10
export const fileBytesMax = 20_000_000

/** The parts of a case (notice 三(四): 可复制、可推广): each of them is needed before anybody else reads it. */
export const sectionKeys = ['problem', 'method', 'result', 'cost', 'limits'] as const
export type SectionKey = (typeof sectionKeys)[number]

/** What is looked for before somebody says yes (notice 四(二): 知识产权和商业秘密). */
export const checkKeys = ['names', 'drawings', 'parameters', 'suppliers'] as const
export type CheckKey = (typeof checkKeys)[number]

export type Figure = { label: string; before: string; after: string; unit: string }
export type PracticeContent = Record<SectionKey, RichText> & { figures: Figure[] }

export const emptyContent: PracticeContent = {
  problem: emptyText,
  method: emptyText,
  result: emptyText,
  cost: emptyText,
  limits: emptyText,
  figures: [],
}

/** From the owner outwards. */
export const shareClasses: readonly PracticeShareClass[] = ['OWN', 'ALLIANCE', 'ALL_ALLIANCES', 'PUBLIC']

export const practiceSubjects: readonly PracticeSubject[] = [
  'PROCESS_SAFETY',
  'SMART_PLATFORM',
  'EQUIPMENT_INTEGRITY',
  'CHANGE_MANAGEMENT',
  'MAINTENANCE_WORK',
]

export const practiceAreas: readonly PracticeArea[] = [
  'RISK_GRADING',
  'INHERENT_SAFETY',
  'HAZARD_CONTROL',
  'EMERGENCY_RESPONSE',
]

const reach = (shareClass: PracticeShareClass): number => shareClasses.indexOf(shareClass)

export const isNarrower = (one: PracticeShareClass, other: PracticeShareClass): boolean => reach(one) < reach(other)

export const narrowerThan = (shareClass: PracticeShareClass): PracticeShareClass[] =>
  shareClasses.slice(0, reach(shareClass))

export const widerThan = (shareClass: PracticeShareClass): PracticeShareClass[] =>
  shareClasses.slice(reach(shareClass) + 1)

export const isUnderWay = (state: PracticeVersionState): boolean => state === 'DRAFT' || state === 'IN_REVIEW'

export type Missing = 'title' | 'subjects' | SectionKey

/** What a draft still lacks before somebody may say yes to it. */
export function missingOf(version: { title: string; subjects: unknown[]; content: PracticeContent }): Missing[] {
  return [
    ...(version.title.trim() === '' ? (['title'] as const) : []),
    ...(version.subjects.length === 0 ? (['subjects'] as const) : []),
    ...sectionKeys.filter((key) => isBlank(version.content[key])),
  ]
}
