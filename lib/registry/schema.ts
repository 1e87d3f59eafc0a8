import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { correctEnterpriseInput } from '@/lib/enterprises/schema'
import { licenceRungs, noteLengthMax, proposableFields, reasonLengthMax, verdicts } from './rules'

/** The entry as the enterprise would have it; what it leaves as it is is no part of the proposal. */
export const proposeCorrectionInput = correctEnterpriseInput
  .pick({
    enterpriseId: true,
    name: true,
    shortName: true,
    establishment: true,
    address: true,
    industryCode: true,
    employees: true,
    sizeClass: true,
    principalName: true,
    principalPhone: true,
    safetyLeadName: true,
    safetyLeadPhone: true,
  })
  .extend({
    /** The version of the open proposal that the form was filled from; null: there was none. */
    proposalVersion: z.int().positive().nullable(),
    note: z.string().trim().max(noteLengthMax),
  })

export type ProposeCorrectionInput = z.output<typeof proposeCorrectionInput>

export const withdrawProposalInput = z.strictObject({ proposalId: z.uuid(), version: z.int().positive() })

const decision = z
  .strictObject({ verdict: z.enum(verdicts), reason: z.string().trim().max(reasonLengthMax) })
  .refine(({ verdict, reason }) => verdict === 'ACCEPTED' || reason !== '', { message: 'REQUIRED', path: ['reason'] })

/** `enterpriseVersion` is the entry that the decision was made in front of. */
export const decideProposalInput = z.strictObject({
  proposalId: z.uuid(),
  version: z.int().positive(),
  enterpriseVersion: z.int().positive(),
  decisions: z.partialRecord(z.enum(proposableFields), decision),
})

export type DecideProposalInput = z.output<typeof decideProposalInput>

export const proposalStates = ['OPEN', 'DECIDED', 'WITHDRAWN'] as const

/** How the address of the queue names its part of it. */
export const proposalQuery = z.object({
  state: z.enum(proposalStates).catch('OPEN'),
  cursor: z.string().max(1_000).optional().catch(undefined),
})

const fieldValue = z.union([z.string(), z.number(), z.null()])

/** What a row holds as JSON. */
export const storedValues = z.partialRecord(z.enum(proposableFields), fieldValue).catch({})
export const storedDecisions = z
  .partialRecord(z.enum(proposableFields), z.object({ verdict: z.enum(verdicts), reason: z.string() }))
  .catch({})

const day = z.string().refine(isDay, 'NOT_A_DAY')
const reason = z.string().trim().min(1).max(reasonLengthMax)

/** The enterprise, and the version of its entry that the form was drawn from. */
const standing = { enterpriseId: z.uuid(), version: z.int().positive(), reason }

/** `closedOn` is the first day on which it is closed. */
export const closeEnterpriseInput = z.strictObject({ ...standing, closedOn: day })

/** `reopenedOn` is the first day on which it is open again. */
export const reopenEnterpriseInput = z.strictObject({ ...standing, reopenedOn: day })

/** `movedOn` is the first day under the new jurisdiction. */
export const moveEnterpriseInput = z.strictObject({ ...standing, jurisdictionId: z.uuid(), movedOn: day })

/** How the address of the list of licences names its rung. */
export const licenceQuery = z.object({
  within: z.enum(licenceRungs).catch('D30'),
  cursor: z.string().max(1_000).optional().catch(undefined),
})
