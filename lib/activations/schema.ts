import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { readCreditCode } from '@/lib/enterprises/rules'
import { activationStates, claimantRoles, typedCodeMax, validDays } from './rules'

/** How the addresses of the list name their filters; whatever does not parse counts as missing. */
export const activationQuery = z.object({
  q: z.string().trim().max(120).optional().catch(undefined),
  /** Code of the supervising jurisdiction. */
  jurisdiction: z.string().max(20).optional().catch(undefined),
  /** Slug of an alliance that it is in today. */
  alliance: z.string().max(40).optional().catch(undefined),
  state: z.enum(activationStates).optional().catch(undefined),
  cursor: z.string().max(1_000).optional().catch(undefined),
})

export type ActivationQuery = z.output<typeof activationQuery>

export type ActivationFilter = Omit<ActivationQuery, 'cursor'>

export const filterOf = ({ cursor: _, ...filter }: ActivationQuery): ActivationFilter => filter

const days = z.union(validDays.map((count) => z.literal(count)))

/** As a select gives it: text. */
const daysText = z.preprocess((value) => (typeof value === 'string' ? Number(value) : value), days)

export const issueCodeInput = z.strictObject({ enterpriseId: z.uuid(), days: daysText })

/** Letters to print, or a list of codes. */
export const codeFormats = ['LETTERS', 'LIST'] as const

export type CodeFormat = (typeof codeFormats)[number]

const filterInput = z.strictObject({
  q: z.string().trim().max(120).optional(),
  jurisdiction: z.string().max(20).optional(),
  alliance: z.string().max(40).optional(),
  state: z.enum(['ISSUED', 'EXPIRED', 'NONE']).optional(),
  /** One enterprise alone: of its own page. */
  enterpriseId: z.uuid().optional(),
})

export type IssueFilter = z.output<typeof filterInput>

export const issueCodesInput = z.strictObject({ filter: filterInput, format: z.enum(codeFormats), days: daysText })

export type IssueCodesInput = z.output<typeof issueCodesInput>

/** What a claim begins with. Whether there is such a code at all is answered alike for everything that is wrong. */
export const openClaimInput = z.strictObject({
  creditCode: z.string().trim().min(1).max(60).transform(readCreditCode),
  code: z.string().trim().min(1).max(typedCodeMax),
})

const text = z.string().max(2_000)
const day = z.string().refine((value) => value === '' || isDay(value), 'NOT_A_DAY')

const standing = {
  /** The ticket that the right code was answered with. */
  token: text.min(1),
  role: z.enum(claimantRoles),
  /** The last day of the mandate; empty: until it is taken back. */
  validTo: day.default('').transform((value) => value || null),
}

/** Somebody without an account yet. */
export const claimInput = z
  .strictObject({
    ...standing,
    name: z.string().trim().min(1).max(60),
    account: z.string().trim().min(1).max(200),
    password: z.string().min(1).max(128),
    repeat: z.string().max(128),
  })
  .refine(({ password, repeat }) => password === repeat, { message: 'PASSWORDS_DIFFER', path: ['repeat'] })

/** Somebody who is signed in. */
export const claimAsMyselfInput = z.strictObject(standing)
