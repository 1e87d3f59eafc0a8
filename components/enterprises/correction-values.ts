import type { ConflictLine } from '@/components/alliances/conflict-table'

/** What the form holds: text, a number or null, a chosen code or null. */
export type CorrectionValues = {
  name: string
  creditCode: string
  shortName: string
  establishment: string
  supervisingJurisdictionId: string | null
  locatedDistrictId: string | null
  address: string
  businessKind: string | null
  industryCode: string
  employees: number | null
  sizeClass: string | null
  standardizationLevel: string | null
  standardizationValidTo: string | null
  majorHazardLevel: string | null
  principalName: string
  principalPhone: string
  safetyLeadName: string
  safetyLeadPhone: string
  note: string
  reason: string
}

export type CorrectionField = Exclude<keyof CorrectionValues, 'reason'>

/** Fields of which two versions can be compared; telephones are never shown. */
type ComparedField = Exclude<CorrectionField, 'principalPhone' | 'safetyLeadPhone'>

type Value = string | number | null

const texts = [
  'name',
  'creditCode',
  'shortName',
  'establishment',
  'address',
  'industryCode',
  'principalName',
  'safetyLeadName',
  'note',
] as const satisfies ComparedField[]

const choices = [
  'supervisingJurisdictionId',
  'locatedDistrictId',
  'businessKind',
  'sizeClass',
  'standardizationLevel',
  'standardizationValidTo',
  'majorHazardLevel',
] as const satisfies ComparedField[]

const compared: readonly ComparedField[] = [...texts, ...choices, 'employees']

type Standing = { version: number; values: CorrectionValues }

/** What the server says that stands there now, as the form would hold it. */
export function readStanding(params: Record<string, string | number>): Standing {
  const written = Object.fromEntries(texts.map((field) => [field, String(params[field] ?? '')]))
  const chosen = Object.fromEntries(choices.map((field) => [field, String(params[field] ?? '') || null]))
  const employees = params['employees'] === '' ? null : Number(params['employees'])
  const unseen = { principalPhone: '', safetyLeadPhone: '', reason: '' }
  return {
    version: Number(params['version']),
    values: { ...written, ...chosen, employees, ...unseen } as CorrectionValues,
  }
}

const isSame = (a: Value, b: Value): boolean => (a ?? '') === (b ?? '')

/** The fields to set so that one version is chosen: with `own`, what was touched stays and the rest follows the other. */
export function settle(
  before: CorrectionValues,
  theirs: CorrectionValues,
  own: CorrectionValues | null,
): [ComparedField, Value][] {
  return compared
    .filter((field) => own === null || isSame(own[field], before[field]))
    .map((field) => [field, theirs[field]])
}

type Words = {
  labels: Record<CorrectionField, string>
  choices: Partial<Record<CorrectionField, { value: string; label: string }[]>>
  blank: string
}

/** Fields that were changed here and stand otherwise there: what there is to choose between. */
export function touchedLines(
  before: CorrectionValues,
  theirs: CorrectionValues,
  own: CorrectionValues,
  { labels, choices: offered, blank }: Words,
): ConflictLine[] {
  const said = (field: ComparedField, value: Value): string => {
    if (value === null || value === '') return blank
    return offered[field]?.find((choice) => choice.value === value)?.label ?? String(value)
  }
  return compared
    .filter((field) => !isSame(own[field], before[field]))
    .map((field) => ({ label: labels[field], theirs: said(field, theirs[field]), yours: said(field, own[field]) }))
}
