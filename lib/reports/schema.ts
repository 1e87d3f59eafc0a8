import { z } from 'zod'

/** What a line of the report is about. */
export const views = ['enterprise', 'alliance', 'jurisdiction', 'matrix'] as const

export type View = (typeof views)[number]

/** A figure that counts enterprise × activity; each opens the list of what it counts. */
export const measures = ['offered', 'registered', 'onLeave', 'present', 'byMandate', 'principal'] as const

export type Measure = (typeof measures)[number]

export const sortKeys = [
  'name',
  'offered',
  'registered',
  'onLeave',
  'present',
  'byMandate',
  'principal',
  'rate',
] as const

export type SortKey = (typeof sortKeys)[number]

/** What narrows a report down. The same for page, list and export; scope is added by the policy, never taken from here. */
export type ReportFilter = {
  year: number
  quarter: number | null
  /** Slug of an alliance. */
  alliance: string | null
  /** Code of a jurisdiction. */
  jurisdiction: string | null
  enterpriseId: string | null
  /** Only enterprises to which something was offered and of which nobody ever came. */
  isNeverOnly: boolean
  /** Only enterprises that attended a training by mandate (notice 三(三)). */
  isTrainedOnly: boolean
}

/** How the addresses of the reports name their filters; whatever does not parse counts as missing. */
export const reportQuery = z.object({
  view: z.enum(views).optional().catch(undefined),
  year: z.coerce.number().int().min(2024).max(2100).optional().catch(undefined),
  quarter: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
  alliance: z.string().max(40).optional().catch(undefined),
  jurisdiction: z.string().max(20).optional().catch(undefined),
  enterprise: z.uuid().optional().catch(undefined),
  never: z.literal('1').optional().catch(undefined),
  trained: z.literal('1').optional().catch(undefined),
  measure: z.enum(measures).optional().catch(undefined),
  cursor: z.string().max(1_000).optional().catch(undefined),
  sort: z.string().max(20).optional().catch(undefined),
  /** All enterprises on one page: what is printed. */
  rows: z.literal('all').optional().catch(undefined),
})

export type ReportQuery = z.infer<typeof reportQuery>

/** The filter of an address; without a year, the running one. */
export const filterOf = (query: ReportQuery, thisYear: number): ReportFilter => ({
  year: query.year ?? thisYear,
  quarter: query.quarter ?? null,
  alliance: query.alliance || null,
  jurisdiction: query.jurisdiction || null,
  enterpriseId: query.enterprise ?? null,
  isNeverOnly: query.never === '1',
  isTrainedOnly: query.trained === '1',
})

/** `?sort=-rate`, or by name. */
export function orderOf(query: ReportQuery): { key: SortKey; isFalling: boolean } {
  const text = query.sort ?? 'name'
  const name = text.replace(/^-/, '')
  const key = sortKeys.find((one) => one === name)
  return key ? { key, isFalling: text.startsWith('-') } : { key: 'name', isFalling: false }
}
