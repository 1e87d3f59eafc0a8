import type { Judged } from './row-rules'
import { isWrong } from './rules'
import type { Problem, RowChanges, RowValues } from './schema'

/** An enterprise of the registry as far as a workbook may speak of it; days as `YYYY-MM-DD`. */
export type Registered = {
  id: string
  version: number
  creditCode: string
  name: string
  shortName: string | null
  establishment: string | null
  jurisdictionId: string
  jurisdiction: string
  locatedDistrictId: string | null
  locatedDistrict: string | null
  address: string
  businessKind: string
  industryCode: string | null
  employees: number | null
  sizeClass: string | null
  standardizationLevel: string | null
  standardizationValidTo: string | null
  majorHazardLevel: string | null
  principalName: string | null
  principalPhone: string | null
  safetyLeadName: string | null
  safetyLeadPhone: string | null
  note: string
  licences: RegisteredLicence[]
  /** Merged into another entry: it is kept for the past and says nothing any more. */
  isMerged: boolean
}

export type RegisteredLicence = {
  number: string
  kind: string
  issuer: string
  scope: string
  validFrom: string | null
  validTo: string | null
}

export type Verdict = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'WRONG'

export type Compared = {
  row: number
  verdict: Verdict
  values: RowValues
  problems: Problem[]
  changes: RowChanges
  enterpriseId: string | null
  enterpriseVersion: number | null
}

const plainFields = [
  'creditCode',
  'name',
  'shortName',
  'establishment',
  'jurisdiction',
  'locatedDistrict',
  'address',
  'businessKind',
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
  'note',
] as const satisfies (keyof Registered & keyof RowValues)[]

const licenceFields = {
  licenceKind: 'kind',
  licenceIssuer: 'issuer',
  licenceScope: 'scope',
  licenceValidFrom: 'validFrom',
  licenceValidTo: 'validTo',
} as const satisfies Partial<Record<keyof RowValues, keyof RegisteredLicence>>

/**
 * Sets a row beside the registry. An establishment is known by credit code and name, or else by its licence number (then
 * its name or code has changed). An empty cell says nothing, so it changes nothing.
 */
export function compare(judged: Judged, registry: Registry): Compared {
  const { row, values, problems } = judged
  const answer = (verdict: Verdict, rest: Partial<Compared> = {}): Compared => ({
    row,
    verdict,
    values,
    problems,
    changes: {},
    enterpriseId: null,
    enterpriseVersion: null,
    ...rest,
  })
  if (isWrong(judged)) return answer('WRONG')

  const holder = values.licenceNumber ? registry.byLicence(values.licenceNumber) : undefined
  const known = registry.byName(values.creditCode ?? '', values.name ?? '')
  if (known && holder && known.id !== holder.id) {
    const problem: Problem = { field: 'licenceNumber', code: 'LICENCE_OF_ANOTHER', text: holder.name }
    return answer('WRONG', { problems: [...problems, problem] })
  }
  const enterprise = known ?? holder
  if (!enterprise) return answer('NEW')
  if (enterprise.isMerged)
    return answer('WRONG', { problems: [...problems, { field: 'name', code: 'ENTERPRISE_MERGED' }] })
  const changes = { ...plainChanges(values, enterprise), ...licenceChanges(values, enterprise) }
  const seen = { enterpriseId: enterprise.id, enterpriseVersion: enterprise.version }
  return answer(Object.keys(changes).length > 0 ? 'CHANGED' : 'UNCHANGED', { changes, ...seen })
}

function plainChanges(values: RowValues, enterprise: Registered): RowChanges {
  return Object.fromEntries(
    plainFields
      .filter((field) => values[field] !== undefined && values[field] !== enterprise[field])
      .map((field) => [field, [enterprise[field], values[field]]]),
  )
}

/** A licence that is not kept yet is added; one that is kept is corrected where the workbook says otherwise. */
function licenceChanges(values: RowValues, enterprise: Registered): RowChanges {
  if (!values.licenceNumber || !values.licenceKind) return {}
  const licence = enterprise.licences.find(({ number }) => number === values.licenceNumber)
  if (!licence) return { licenceNumber: [null, values.licenceNumber] }
  return Object.fromEntries(
    Object.entries(licenceFields)
      .map(([field, column]) => [field, licence[column], values[field as keyof typeof licenceFields]] as const)
      .filter(([, before, after]) => after !== undefined && after !== before)
      .map(([field, before, after]) => [field, [before, after]]),
  )
}

/** The part of the registry that a batch of rows speaks of. */
export class Registry {
  readonly #byName = new Map<string, Registered>()
  readonly #byLicence = new Map<string, Registered>()

  constructor(enterprises: readonly Registered[]) {
    for (const enterprise of enterprises) {
      this.#byName.set(`${enterprise.creditCode}|${enterprise.name}`, enterprise)
      for (const { number } of enterprise.licences) this.#byLicence.set(number, enterprise)
    }
  }

  byName(creditCode: string, name: string): Registered | undefined {
    return this.#byName.get(`${creditCode}|${name}`)
  }

  byLicence(number: string): Registered | undefined {
    return this.#byLicence.get(number)
  }
}

/** Problems that lie between a row and the registry: they are judged anew whenever the two are compared. */
export const comparedCodes: ReadonlySet<string> = new Set([
  'LICENCE_OF_ANOTHER',
  'SAME_ENTERPRISE_AS_ROW',
  'ENTERPRISE_MERGED',
])

/** No two rows of one workbook may speak of the same enterprise, by whatever they found it. */
export class Claims {
  readonly #rowOf = new Map<string, number>()

  judge(compared: Compared): Compared {
    const { enterpriseId, row } = compared
    if (enterpriseId === null) return compared
    const first = this.#rowOf.get(enterpriseId)
    if (first === undefined) {
      this.#rowOf.set(enterpriseId, row)
      return compared
    }
    const problem: Problem = { field: 'licenceNumber', code: 'SAME_ENTERPRISE_AS_ROW', row: first }
    const problems = [...compared.problems, problem]
    return { ...compared, verdict: 'WRONG', problems, changes: {}, enterpriseId: null, enterpriseVersion: null }
  }
}
