import { z } from 'zod'
import { BusinessKind, MajorHazardLevel, SizeClass, StandardizationLevel } from '@/lib/core/prisma/enums'

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
