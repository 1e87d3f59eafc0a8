import { z } from 'zod'
import { enterprisesMax } from '@/lib/attendance/schema'
import { proposalsMax, rosterNameLengthMax, rosterRowsMax } from './rules'

const person = z.strictObject({
  name: z.string().min(1).max(rosterNameLengthMax),
  joinedAt: z.date(),
  leftAt: z.date(),
  minutes: z.int().min(0),
  sittings: z.int().min(1),
})

/** What the upload handler read; browsers never send this (see upload-actions). */
export const importRosterInput = z.strictObject({
  activityId: z.uuid(),
  fileName: z.string().min(1),
  sha256: z.string(),
  people: z.array(person).min(1).max(rosterRowsMax),
  unread: z.array(z.strictObject({ number: z.int(), text: z.string() })).max(rosterRowsMax),
})

export const confirmLineInput = z.strictObject({
  id: z.uuid(),
  userId: z.uuid(),
  enterpriseIds: z.array(z.uuid()).max(enterprisesMax),
})

/** The lines whose proposals were shown: no others are confirmed, and none whose proposal is another one by now. */
export const confirmProposalsInput = z.strictObject({
  rosterId: z.uuid(),
  proposals: z
    .array(z.strictObject({ id: z.uuid(), userId: z.uuid() }))
    .min(1)
    .max(proposalsMax),
})

export const rosterLineInput = z.strictObject({ id: z.uuid() })

export type ImportRosterInput = z.output<typeof importRosterInput>
