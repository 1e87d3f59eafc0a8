import { z } from 'zod'
import { DraftSection } from '@/lib/core/prisma/enums'
import { agendaField, capacityField, checkTimes, details, instant, where } from './schema'

/**
 * A section of a draft as it is typed. `version` is the one that the form stands on; `isDone` is the press that goes on,
 * without it the draft is kept by itself.
 */
const standing = { id: z.uuid(), version: z.int(), isDone: z.boolean() }

const { kind, title, description } = details

export const writeBasicsInput = z
  .strictObject({ ...standing, kind, title, description, startsAt: instant, endsAt: instant, ...where })
  .superRefine((input, context) => checkTimes({ ...input, registrationClosesAt: null }, context))

export const writeAgendaInput = z.strictObject({ ...standing, agenda: agendaField })

export const writeCheckInInput = z.strictObject({
  ...standing,
  capacity: capacityField.nullable(),
  registrationOpensAt: instant.nullable(),
  registrationClosesAt: instant.nullable(),
})

/** Sections that hold nothing of their own are gone through by a press. */
export const passSectionInput = z.strictObject({ id: z.uuid(), section: z.enum(DraftSection) })

export type WriteBasicsInput = z.output<typeof writeBasicsInput>
export type WriteAgendaInput = z.output<typeof writeAgendaInput>
export type WriteCheckInInput = z.output<typeof writeCheckInInput>
export type WriteBasicsFields = z.input<typeof writeBasicsInput>
export type WriteAgendaFields = z.input<typeof writeAgendaInput>
export type WriteCheckInFields = z.input<typeof writeCheckInInput>
