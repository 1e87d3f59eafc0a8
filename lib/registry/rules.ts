/** What an enterprise may propose to change in its own entry; the rest the bureau knows better. */
export const proposableFields = [
  'name',
  'shortName',
  'establishment',
  'address',
  'industryCode',
  'employees',
  'sizeClass',
  'principalName',
  'principalPhone',
  'safetyLeadName',
  'safetyLeadPhone',
] as const

export type ProposableField = (typeof proposableFields)[number]

export type EntryValue = string | number | null

/** Some fields of an entry. */
export type EntryValues = Partial<Record<ProposableField, EntryValue>>

export const verdicts = ['ACCEPTED', 'REFUSED'] as const

export type Verdict = (typeof verdicts)[number]

export type FieldDecision = { verdict: Verdict; reason: string }

export type Decisions = Partial<Record<ProposableField, FieldDecision>>

export const noteLengthMax = 500
export const reasonLengthMax = 200

export const isPhoneField = (field: ProposableField): boolean => field.endsWith('Phone')

/** Nothing and an empty text are the same. */
export const isSameValue = (a: EntryValue | undefined, b: EntryValue | undefined): boolean => (a ?? '') === (b ?? '')

/** The fields in which what was entered differs from what stands there, in their order. */
export const changedFields = (entered: EntryValues, stands: EntryValues): ProposableField[] =>
  proposableFields.filter((field) => field in entered && !isSameValue(entered[field], stands[field]))

/** Those of the values that belong to these fields. */
export const pickValues = (values: EntryValues, fields: readonly ProposableField[]): EntryValues =>
  Object.fromEntries(fields.map((field) => [field, values[field] ?? null]))

/** The fields that a proposal names, in their order. */
export const fieldsOf = (values: EntryValues): ProposableField[] => proposableFields.filter((field) => field in values)

/** The rungs of the list: over, and the last steps of the ladder, each without the one below it. */
export const licenceRungs = ['EXPIRED', 'D7', 'D30', 'D90'] as const

export type LicenceRung = (typeof licenceRungs)[number]
