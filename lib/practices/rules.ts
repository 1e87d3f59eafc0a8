import type { PracticeArea, PracticeShareClass, PracticeSubject, PracticeVersionState } from '@/lib/core/prisma/enums'

/**
 * Rich text as structure: a tree of a few known kinds. What is no such kind has no place in it, so that no markup, script
 * or address can hide in what people write.
 */
export type Mark = { type: 'bold' | 'italic' }
export type Inline = { type: 'text'; text: string; marks?: Mark[] | undefined } | { type: 'hardBreak' }
export type Block =
  | { type: 'paragraph'; content?: Inline[] | undefined }
  | { type: 'heading'; content?: Inline[] | undefined }
  | { type: 'bulletList' | 'orderedList'; content: ListItem[] }
export type ListItem = { type: 'listItem'; content: Block[] }
export type RichText = { type: 'doc'; content: Block[] }

/** Of one section. */
export const sectionLengthMax = 8_000
export const sectionNodesMax = 2_000
export const nestingMax = 6

export const emptyText: RichText = { type: 'doc', content: [] }

/** What was typed into a plain box: each line a paragraph. */
export function textOf(typed: string): RichText {
  const lines = typed.split(/\r?\n/).map((line) => line.trim())
  const content = lines
    .filter((line) => line !== '')
    .map((line): Block => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
  return { type: 'doc', content }
}

const inlineText = (content: Inline[] | undefined): string =>
  (content ?? []).map((part) => (part.type === 'text' ? part.text : '\n')).join('')

function blockLines(block: Block, depth: number): string[] {
  if (block.type === 'paragraph' || block.type === 'heading') return [inlineText(block.content)]
  return block.content.flatMap((item, index) => {
    const mark = block.type === 'bulletList' ? '· ' : `${index + 1}. `
    const lines = item.content.flatMap((inner) => blockLines(inner, depth + 1))
    return lines.map((line, at) => `${'  '.repeat(depth)}${at === 0 ? mark : '  '}${line}`)
  })
}

/** The same as plain lines: for a plain box, for comparing, for counting. */
export const plainText = (text: RichText): string => text.content.flatMap((block) => blockLines(block, 0)).join('\n')

export const isBlank = (text: RichText): boolean => plainText(text).trim() === ''

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

/** What is written of a version while it is a draft. */
export type PracticeDraft = {
  title: string
  subjects: PracticeSubject[]
  area: PracticeArea | null
  content: PracticeContent
}

export const figuresText = ({ figures }: PracticeContent): string =>
  figures.map(({ label, before, after, unit }) => `${label}：${before} → ${after} ${unit}`.trim()).join('\n')

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
