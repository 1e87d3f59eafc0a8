import { writeWorkbook, type OutColumn } from '@/lib/core/spreadsheet'
import { messagesOf } from '@/lib/text/messages'
import { fields, requiredFields, type Field } from './schema'

const { enterprises: words, imports } = messagesOf('zh-CN')

type Places = { jurisdictions: { shortName: string }[]; alliances: { name: string }[] }

const widths: Partial<Record<Field, number>> = {
  creditCode: 22,
  name: 36,
  address: 36,
  licenceKind: 26,
  licenceNumber: 28,
  licenceIssuer: 20,
  licenceScope: 28,
  alliances: 28,
  note: 24,
}

const days: ReadonlySet<Field> = new Set(['licenceValidFrom', 'licenceValidTo', 'standardizationValidTo'])

const isRequired = (field: Field): boolean => requiredFields.some((required) => required === field)

/** What a column offers as a list; the import understands more ways of writing than these. */
export const choicesOf = ({ jurisdictions }: Places): Partial<Record<Field, string[]>> => {
  const places = jurisdictions.map(({ shortName }) => shortName)
  return {
    jurisdiction: places,
    locatedDistrict: places,
    businessKind: Object.values(words.businessKind),
    licenceKind: Object.values(words.licenceKind),
    sizeClass: Object.values(words.sizeClass),
    standardizationLevel: Object.values(words.standardizationLevel),
    majorHazardLevel: Object.values(words.majorHazardLevel),
  }
}

/** An enterprise that does not exist, written as the import wants it: the second sheet shows it, tests import it. */
export const templateExample: Record<Field, string> = {
  creditCode: '91310116MA1K00001L',
  name: '上海示例涂料有限公司',
  shortName: '示例涂料',
  establishment: '',
  jurisdiction: '金山区',
  locatedDistrict: '金山区',
  address: '上海市金山区示例路 100 号',
  businessKind: '生产',
  licenceKind: '安全生产许可证',
  licenceNumber: '沪WH安许证字[2025]000001',
  licenceIssuer: '上海市应急管理局',
  licenceScope: '油漆、涂料生产',
  licenceValidFrom: '2025-03-29',
  licenceValidTo: '2028-03-28',
  industryCode: '2641',
  employees: '120',
  sizeClass: '中型',
  standardizationLevel: '二级',
  standardizationValidTo: '2027-06-30',
  majorHazardLevel: '四级',
  principalName: '张三',
  principalPhone: '19900000001',
  safetyLeadName: '李四',
  safetyLeadPhone: '19900000002',
  alliances: '油漆涂料',
  note: '',
}

/**
 * The empty workbook: the headings that the import recognises, with the choices of a column as its list. How each is
 * filled in stands on a second sheet, column by column from top to bottom, so that it is never taken for a registry.
 */
export function registryTemplate(places: Places): Promise<Uint8Array> {
  const choices = choicesOf(places)
  const { template, field: headings } = imports
  const columns = fields.map((field): OutColumn => {
    const offered = choices[field]
    return {
      header: headings[field],
      width: widths[field] ?? 14,
      hint: template.hint[field],
      isRequired: isRequired(field),
      ...(days.has(field) && { kind: 'day' as const }),
      ...(offered && { choices: offered }),
    }
  })
  const explained = fields.map((field) => [
    headings[field],
    isRequired(field) ? template.required : template.optional,
    [template.hint[field], choices[field]?.join('、') ?? (field === 'alliances' ? allianceNames(places) : '')]
      .filter((part) => part !== '')
      .join('：'),
    templateExample[field],
  ])
  return writeWorkbook([
    { name: template.sheet, columns, rows: [] },
    {
      name: template.explanation,
      columns: [
        { header: template.column, width: 20 },
        { header: template.isRequired, width: 10 },
        { header: template.how, width: 90 },
        { header: template.example, width: 32 },
      ],
      rows: explained,
    },
  ])
}

const allianceNames = ({ alliances }: Places): string => alliances.map(({ name }) => name).join('、')
