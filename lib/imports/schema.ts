import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import type {
  BusinessKind,
  LicenceKind,
  MajorHazardLevel,
  SizeClass,
  StandardizationLevel,
} from '@/lib/core/prisma/enums'

/** What a workbook may say about an enterprise, in the order of the template. */
export const fields = [
  'creditCode',
  'name',
  'shortName',
  'establishment',
  'jurisdiction',
  'locatedDistrict',
  'address',
  'businessKind',
  'licenceKind',
  'licenceNumber',
  'licenceIssuer',
  'licenceScope',
  'licenceValidFrom',
  'licenceValidTo',
  'industryCode',
  'employees',
  'sizeClass',
  'standardizationLevel',
  'standardizationValidTo',
  'majorHazardLevel',
  'principalName',
  'principalPhone',
  'safetyLeadName',
  'safetyLeadPhone',
  'alliances',
  'note',
] as const

export type Field = (typeof fields)[number]

/** Without these no enterprise can be entered. */
export const requiredFields = ['creditCode', 'name', 'jurisdiction', 'businessKind'] as const satisfies Field[]

/** The cleaned values of a row. Absent: the workbook does not say, and nothing is guessed. */
export type RowValues = {
  creditCode?: string
  name?: string
  shortName?: string
  establishment?: string
  jurisdictionId?: string
  jurisdiction?: string
  locatedDistrictId?: string
  locatedDistrict?: string
  address?: string
  businessKind?: BusinessKind
  licenceKind?: LicenceKind
  licenceNumber?: string
  licenceIssuer?: string
  licenceScope?: string
  licenceValidFrom?: string
  licenceValidTo?: string
  industryCode?: string
  employees?: number
  sizeClass?: SizeClass
  standardizationLevel?: StandardizationLevel
  standardizationValidTo?: string
  majorHazardLevel?: MajorHazardLevel
  principalName?: string
  principalPhone?: string
  safetyLeadName?: string
  safetyLeadPhone?: string
  allianceIds?: string[]
  alliances?: string
  note?: string
}

/** What is wrong (or, for warnings, doubtful) with a cell: `text` is the cell as it was written, `row` another row. */
export const problemShape = z.object({
  field: z.enum(fields),
  code: z.string(),
  text: z.string().optional(),
  row: z.number().optional(),
})
export type Problem = z.output<typeof problemShape>

/** These are shown and do not stop a row. */
export const warningCodes: ReadonlySet<string> = new Set(['PHONE_DOUBTFUL', 'LICENCE_NUMBER_MISSING'])

export const isWarning = (problem: Problem): boolean => warningCodes.has(problem.code)

/** Where the rows stand and which column says what; columns count from 0, rows from 1. */
export const mappingShape = z.object({
  sheet: z.string(),
  headerRow: z.number().int(),
  columns: z.partialRecord(z.enum(fields), z.number().int().min(0).max(400)),
})
export type Mapping = z.output<typeof mappingShape>

/** What the re-mapping form shows: the sheets, and the header with the first rows below it. */
export const sampleShape = z.object({
  sheets: z.array(z.string()),
  headers: z.array(z.string()),
  rows: z.array(z.array(z.string())),
})
export type Sample = z.output<typeof sampleShape>

/** [before, after] of the fields of a row that would change an enterprise. */
export const changesShape = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]))
export type RowChanges = Record<string, [before: unknown, after: unknown]>

const importId = z.uuid()

const day = z.string().refine(isDay, 'NOT_A_DAY')

/** `stored` is what the storage port has answered; only the upload handler says it. */
export const uploadWorkbookInput = z.strictObject({
  fileName: z.string().min(1).max(200),
  stored: z.strictObject({
    key: z.string().min(1).max(100),
    sizeBytes: z.int().min(1),
    sha256: z.string().length(64),
  }),
})

export const remapImportInput = z.strictObject({
  id: importId,
  sheet: z.string().min(1).max(100),
  headerRow: z.coerce.number().int().min(1).max(200),
  columns: z.partialRecord(z.enum(fields), z.number().int().min(0).max(400)),
})

export const confirmImportInput = z.strictObject({
  id: importId,
  withMemberships: z.boolean(),
  /** From which day the memberships of the 所属联盟 column hold. */
  joinedOn: day.nullable(),
})

export const cancelImportInput = z.strictObject({ id: importId })
