import { z } from 'zod'
import { PracticeArea, PracticeShareClass, PracticeSubject, PracticeVerdict } from '@/lib/core/prisma/enums'
import { receivedFile } from '@/lib/core/received-file'
import {
  checkKeys,
  commentsLengthMax,
  emptyContent,
  figureLengthMax,
  figuresMax,
  outcomeLengthMax,
  reasonLengthMax,
  titleLengthMax,
  type PracticeContent,
  nestingMax,
  plainText,
  sectionLengthMax,
  sectionNodesMax,
  type Block,
  type Inline,
  type ListItem,
  type RichText,
} from './rules'

/** Control characters and those that turn the reading direction around say nothing and hide much. */
const cleaned = (text: string): string =>
  text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')

const mark = z.object({ type: z.enum(['bold', 'italic']) })
const marks = z.array(mark).max(2)
const inline: z.ZodType<Inline> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.string().max(sectionLengthMax).transform(cleaned),
    marks: marks.optional(),
  }),
  z.object({ type: z.literal('hardBreak') }),
])
const inlines = z.array(inline).max(sectionNodesMax).optional()

const list = (items: z.ZodType<ListItem>) =>
  z.object({ type: z.enum(['bulletList', 'orderedList']), content: z.array(items).min(1).max(sectionNodesMax) })

/** So many levels and no more: what is nested deeper is refused before anything walks down it. */
function blockAt(depth: number): z.ZodType<Block> {
  const plain = [
    z.object({ type: z.literal('paragraph'), content: inlines }),
    z.object({ type: z.literal('heading'), content: inlines }),
  ] as const
  if (depth === 0) return z.union(plain)
  const item: z.ZodType<ListItem> = z.object({
    type: z.literal('listItem'),
    content: z
      .array(blockAt(depth - 1))
      .min(1)
      .max(sectionNodesMax),
  })
  return z.union([...plain, list(item)])
}

const document = z.object({ type: z.literal('doc'), content: z.array(blockAt(nestingMax)).max(sectionNodesMax) })

/** The structure of a text, rebuilt out of the kinds that it may have: an attribute that is not named here is left behind. */
export const richText: z.ZodType<RichText> = document.refine(
  (text) => plainText(text).length <= sectionLengthMax,
  'TOO_LONG',
)

const cell = z.string().trim().max(figureLengthMax).transform(cleaned)
const figure = z.strictObject({ label: cell, before: cell, after: cell, unit: cell })

export const practiceContent = z.strictObject({
  problem: richText,
  method: richText,
  result: richText,
  cost: richText,
  limits: richText,
  figures: z.array(figure).max(figuresMax),
})

/** What the column holds; an emptied version has nothing. */
export const contentOf = (stored: unknown): PracticeContent => {
  const read = practiceContent.safeParse(stored)
  return read.success ? read.data : emptyContent
}

const practiceId = z.uuid()
const versionId = z.uuid()
const title = z.string().trim().max(titleLengthMax).transform(cleaned)

export const startPracticeInput = z.strictObject({ allianceId: z.uuid(), title: title.pipe(z.string().min(1)) })

/** `revision` is the one that the form was filled from. A draft may be as unfinished as it likes. */
export const savePracticeInput = z.strictObject({
  versionId,
  revision: z.int().positive(),
  title,
  subjects: z.array(z.enum(PracticeSubject)).max(5),
  area: z.enum(PracticeArea).nullable(),
  content: practiceContent,
})

export const consentPracticeInput = z.strictObject({
  versionId,
  revision: z.int().positive(),
  shareClass: z.enum(PracticeShareClass),
  checked: z.array(z.enum(checkKeys)),
})

export const reviewPracticeInput = z
  .strictObject({ versionId, verdict: z.enum(PracticeVerdict), comments: z.string().trim().max(commentsLengthMax) })
  .refine(({ verdict, comments }) => verdict === 'APPROVE' || comments !== '', {
    path: ['comments'],
    error: 'REQUIRED',
  })

export const versionInput = z.strictObject({ versionId })
export const practiceInput = z.strictObject({ practiceId })
export const practiceFileInput = z.strictObject({ fileId: z.uuid() })

export const narrowPracticeInput = z.strictObject({ practiceId, shareClass: z.enum(PracticeShareClass) })

export const withdrawPracticeInput = z.strictObject({ practiceId, reason: z.string().trim().max(reasonLengthMax) })

const outcome = z.string().trim().max(outcomeLengthMax).transform(cleaned)
export const adoptPracticeInput = z.strictObject({ practiceId, outcome })

export const addPracticeFileInput = z.strictObject({
  versionId,
  file: receivedFile,
})

export type SavePracticeInput = z.output<typeof savePracticeInput>
export type ConsentPracticeInput = z.output<typeof consentPracticeInput>
export type ReviewPracticeInput = z.output<typeof reviewPracticeInput>
