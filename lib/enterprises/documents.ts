import { streamWorkbook, type Cell, type OutColumn } from '@/lib/core/spreadsheet'
import { messagesOf } from '@/lib/text/messages'
import type { ExportedEnterprise, ExportedLicence, RegistryExport } from './export-queries'

const { enterprises: words, imports } = messagesOf('zh-CN')

/** One column of the export: headed as the import reads it, so that a corrected export can be brought in again. */
type Drawn = OutColumn & { of: (enterprise: ExportedEnterprise) => Cell }

const column = (
  field: keyof typeof imports.field,
  width: number,
  of: Drawn['of'],
  kind?: NonNullable<OutColumn['kind']>,
): Drawn => ({ header: imports.field[field], width, of, ...(kind && { kind }) })

const labelled = <Code extends string>(labels: Record<Code, string>, code: Code | null): string | null =>
  code === null ? null : labels[code]

const first = ({ licences }: ExportedEnterprise): ExportedLicence | undefined => licences[0]

/** In one cell: what a row has no columns for. */
const others = ({ licences }: ExportedEnterprise): string =>
  licences
    .slice(1)
    .map(({ kind, number, validTo }) =>
      [words.licenceKind[kind], number, validTo ? `${imports.field.licenceValidTo} ${validTo}` : '']
        .filter((part) => part !== '')
        .join(' '),
    )
    .join('；')

/** The list as it was filtered, all its rows and all its fields, in Chinese headers. */
export function registryWorkbook({ rows, places }: RegistryExport): ReadableStream<Uint8Array> {
  const names = new Map(places.jurisdictions.map(({ id, shortName }) => [id, shortName]))
  const place = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null))
  const columns: Drawn[] = [
    column('creditCode', 22, (row) => row.creditCode),
    column('name', 40, (row) => row.name),
    column('shortName', 14, (row) => row.shortName),
    column('establishment', 20, (row) => row.establishment),
    column('jurisdiction', 16, (row) => place(row.supervisingJurisdictionId)),
    column('locatedDistrict', 12, (row) => place(row.locatedDistrictId)),
    column('address', 40, (row) => row.address),
    column('businessKind', 20, (row) => words.businessKind[row.businessKind]),
    column('licenceKind', 26, (row) => labelled(words.licenceKind, first(row)?.kind ?? null)),
    column('licenceNumber', 30, (row) => first(row)?.number ?? null),
    column('licenceIssuer', 20, (row) => first(row)?.issuer ?? null),
    column('licenceScope', 30, (row) => first(row)?.scope ?? null),
    column('licenceValidFrom', 12, (row) => first(row)?.validFrom ?? null, 'day'),
    column('licenceValidTo', 12, (row) => first(row)?.validTo ?? null, 'day'),
    { header: words.export.otherLicences, width: 40, of: others },
    column('industryCode', 10, (row) => row.industryCode),
    column('employees', 10, (row) => row.employees, 'number'),
    column('sizeClass', 8, (row) => labelled(words.sizeClass, row.sizeClass)),
    column('standardizationLevel', 12, (row) => labelled(words.standardizationLevel, row.standardizationLevel)),
    column('standardizationValidTo', 16, (row) => row.standardizationValidTo, 'day'),
    column('majorHazardLevel', 16, (row) => labelled(words.majorHazardLevel, row.majorHazardLevel)),
    column('principalName', 12, (row) => row.principalName),
    column('principalPhone', 18, (row) => row.principalPhone),
    column('safetyLeadName', 12, (row) => row.safetyLeadName),
    column('safetyLeadPhone', 18, (row) => row.safetyLeadPhone),
    column('alliances', 28, (row) => row.alliances.join('、')),
    column('note', 30, (row) => row.note),
    { header: words.field.closedOn, width: 12, kind: 'day', of: (row) => row.closedOn },
  ]
  async function* drawn(): AsyncGenerator<Cell[]> {
    for await (const row of rows) yield columns.map(({ of }) => of(row))
  }
  return streamWorkbook({ name: words.export.sheet, columns }, drawn())
}
