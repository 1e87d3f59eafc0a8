import { z } from 'zod'
import { instant } from '@/lib/activities/schema'
import { isDay } from '@/lib/core/clock'
import { AnnouncementAudience } from '@/lib/core/prisma/enums'
import { receivedFile } from '@/lib/core/received-file'
import { bodyLengthMax, titleLengthMax } from './rules'

/** Signs that show nothing and turn the line around, or that no database keeps. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

const line = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(unseen, '').replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'REQUIRED').min(2, 'TOO_SHORT').max(most, 'TOO_LONG'))

const body = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll(unseen, '').trim())
  .pipe(z.string().min(1, 'REQUIRED').max(bodyLengthMax, 'TOO_LONG'))

const day = z.string().refine(isDay, 'NOT_A_DAY')

const text = {
  title: line(titleLengthMax),
  body,
  audience: z.enum(AnnouncementAudience),
  /** Used where the audience is of that kind, and then not empty. */
  jurisdictionIds: z.array(z.uuid()).max(50),
  allianceIds: z.array(z.uuid()).max(50),
  pinnedUntil: day.nullable(),
}

type Addressed = { audience: AnnouncementAudience; jurisdictionIds: string[]; allianceIds: string[] }

function checkAddressees({ audience, jurisdictionIds, allianceIds }: Addressed, context: z.RefinementCtx): void {
  const refuse = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'CHOOSE_ONE' })
  if (audience === 'JURISDICTIONS' && jurisdictionIds.length === 0) refuse('jurisdictionIds')
  if (audience === 'ALLIANCES' && allianceIds.length === 0) refuse('allianceIds')
}

export const draftAnnouncementInput = z.strictObject(text).superRefine(checkAddressees)

/** `version` is the one that the form was filled from. */
export const reviseAnnouncementInput = z
  .strictObject({ id: z.uuid(), version: z.int().positive(), ...text })
  .superRefine(checkAddressees)

export const announcementInput = z.strictObject({ id: z.uuid() })

export const scheduleAnnouncementInput = z.strictObject({ id: z.uuid(), publishAt: instant })

export const withdrawAnnouncementInput = z.strictObject({ id: z.uuid(), reason: line(300) })

export const pinAnnouncementInput = z.strictObject({ id: z.uuid(), pinnedUntil: day.nullable() })

export const announcementFileInput = z.strictObject({ id: z.uuid() })

/** What the upload handler made of the bytes; browsers never send this (see upload-actions). */
export const addAnnouncementFileInput = z.strictObject({
  id: z.uuid(),
  file: receivedFile,
})

/** What a list is narrowed to; an address that makes no sense narrows nothing. */
export const announcementFilter = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  show: z.enum(['unread', 'own']).optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
})

export const readersFilter = z.object({
  show: z.enum(['read', 'unread']).catch('unread'),
  cursor: z.string().optional().catch(undefined),
})

export type DraftAnnouncementInput = z.output<typeof draftAnnouncementInput>
export type ReviseAnnouncementInput = z.output<typeof reviseAnnouncementInput>
export type AnnouncementFilter = z.output<typeof announcementFilter>
export type ReadersFilter = z.output<typeof readersFilter>
