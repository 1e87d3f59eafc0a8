import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { BusinessKind, MajorHazardLevel, MandateKind, SizeClass, StandardizationLevel } from '@/lib/core/prisma/enums'
import { receivedFile } from '@/lib/core/received-file'
import { readPhones } from './phone-rules'
import { creditCodeProblem, readCreditCode, tidy, tidyName } from './rules'

/** Stands for what the source did not say, among the choices of a filter. */
export const unsaid = 'UNSAID'

/** What a list of licences is narrowed down to: one that is over, one that soon will be, all in order, none kept. */
export const licenceFilters = ['EXPIRED', 'EXPIRING', 'IN_ORDER', 'NONE'] as const

export type LicenceFilter = (typeof licenceFilters)[number]

export const enterpriseStates = ['OPEN', 'CLOSED'] as const

const orUnsaid = <T extends Record<string, string>>(values: T) =>
  z
    .enum([...Object.values(values), unsaid] as [T[keyof T] | typeof unsaid])
    .optional()
    .catch(undefined)

/** How the addresses of list and export name their filters; whatever does not parse counts as missing. */
export const registryQuery = z.object({
  q: z.string().trim().max(120).optional().catch(undefined),
  /** Code of the supervising jurisdiction. */
  jurisdiction: z.string().max(20).optional().catch(undefined),
  /** Slug of an alliance that it is in today. */
  alliance: z.string().max(40).optional().catch(undefined),
  kind: z.enum(BusinessKind).optional().catch(undefined),
  size: orUnsaid(SizeClass),
  standardization: orUnsaid(StandardizationLevel),
  hazard: orUnsaid(MajorHazardLevel),
  licence: z.enum(licenceFilters).optional().catch(undefined),
  state: z.enum(enterpriseStates).optional().catch(undefined),
  /** The day on which state, supervision and memberships are looked at; none: today. */
  asOf: z.string().refine(isDay).optional().catch(undefined),
  /** By name; no index serves another order. */
  sort: z.enum(['name', '-name']).optional().catch(undefined),
  cursor: z.string().max(1_000).optional().catch(undefined),
})

export type RegistryQuery = z.output<typeof registryQuery>

/** What narrows list, count and export down; order and position are no part of it. */
export type RegistryFilter = Omit<RegistryQuery, 'sort' | 'cursor'>

export const filterOf = ({ sort: _, cursor: __, ...filter }: RegistryQuery): RegistryFilter => filter

export const isFallingOf = ({ sort }: RegistryQuery): boolean => sort === '-name'

/** Whose telephone: the two people whom the registry names. */
export const contactPeople = ['PRINCIPAL', 'SAFETY_LEAD'] as const

export type ContactPerson = (typeof contactPeople)[number]

export const unmaskPhoneInput = z.strictObject({ enterpriseId: z.uuid(), person: z.enum(contactPeople) })

const lengthMax = { name: 120, short: 60, address: 200, industryCode: 4, note: 500, reason: 500 }

const written = (max: number, clean: (text: string) => string) => z.string().max(max).transform(clean)
const writtenOrNull = (max: number, clean: (text: string) => string) =>
  z
    .string()
    .max(max)
    .transform((text) => clean(text) || null)

const creditCode = z
  .string()
  .max(40)
  .transform(readCreditCode)
  .superRefine((code, context) => {
    const problem = code === '' ? 'REQUIRED' : creditCodeProblem(code)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })

/** A telephone as it is kept; null: leave it as it is, because the form never shows the whole number. */
const phone = z
  .string()
  .max(100)
  .transform((text, context) => {
    const { text: kept, isDoubtful } = readPhones(text)
    if (isDoubtful) context.addIssue({ code: 'custom', message: 'PHONE_DOUBTFUL' })
    return kept || null
  })

/** `version` is the one that the form was filled from: an edit made meanwhile is shown, not overwritten. */
export const correctEnterpriseInput = z.strictObject({
  enterpriseId: z.uuid(),
  version: z.int().positive(),
  creditCode,
  name: written(lengthMax.name, tidyName).refine((name) => name !== '', 'REQUIRED'),
  shortName: writtenOrNull(lengthMax.short, tidyName),
  establishment: writtenOrNull(lengthMax.short, tidyName),
  supervisingJurisdictionId: z.uuid(),
  locatedDistrictId: z.uuid().nullable(),
  address: written(lengthMax.address, tidyName),
  businessKind: z.enum(BusinessKind),
  industryCode: writtenOrNull(lengthMax.industryCode, tidy).refine(
    (code) => code === null || /^\d{3,4}$/.test(code),
    'NOT_AN_INDUSTRY_CODE',
  ),
  employees: z.int().min(0).max(9_999_999).nullable(),
  sizeClass: z.enum(SizeClass).nullable(),
  standardizationLevel: z.enum(StandardizationLevel).nullable(),
  standardizationValidTo: z.string().refine(isDay, 'NOT_A_DAY').nullable(),
  majorHazardLevel: z.enum(MajorHazardLevel).nullable(),
  principalName: writtenOrNull(lengthMax.short, tidy),
  principalPhone: phone,
  safetyLeadName: writtenOrNull(lengthMax.short, tidy),
  safetyLeadPhone: phone,
  note: written(lengthMax.note, tidy),
  reason: z.string().trim().min(1).max(lengthMax.reason),
})

export type CorrectEnterpriseInput = z.output<typeof correctEnterpriseInput>

/** A day that a mandate runs to includes it, as letters of authority say it. */
export const grantMandateInput = z
  .strictObject({
    enterpriseId: z.uuid(),
    account: z.string().trim().min(1).max(200),
    name: z.string().trim().min(1).max(60),
    kind: z.enum(MandateKind),
    validFrom: z.string().refine(isDay, 'NOT_A_DAY'),
    validTo: z.string().refine(isDay, 'NOT_A_DAY').nullable(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    message: 'ENDS_BEFORE_START',
    path: ['validTo'],
  })

export type GrantMandateInput = z.output<typeof grantMandateInput>

export const mandateInput = z.strictObject({ mandateId: z.uuid() })

/** What the upload handler made of the bytes; browsers never send this (see letter-actions). */
export const keepLetterInput = z.strictObject({
  mandateId: z.uuid(),
  file: receivedFile,
})
