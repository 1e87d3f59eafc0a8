import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const written = /^[A-Z][A-Z0-9_]*$/

const formats: Record<string, string> = { email: 'NOT_AN_EMAIL', url: 'NOT_A_URL', date: 'NOT_A_DAY' }

const types: Record<string, string> = { number: 'NOT_A_NUMBER', int: 'NOT_AN_INTEGER', date: 'NOT_A_DAY' }

function codeOf(issue: Issue, value: unknown): string {
  if (written.test(issue.message)) return issue.message
  if (isEmpty(value) && issue.code !== 'unrecognized_keys') return 'REQUIRED'
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? 'INVALID'
    case 'too_small':
      return hasLength(issue.origin) ? 'TOO_SHORT' : 'TOO_SMALL'
    case 'too_big':
      return hasLength(issue.origin) ? 'TOO_LONG' : 'TOO_BIG'
    case 'invalid_value':
      return 'NOT_A_CHOICE'
    case 'invalid_format':
      return formats[issue.format] ?? 'INVALID'
    case 'unrecognized_keys':
      return 'UNKNOWN_FIELD'
    default:
      return 'INVALID'
  }
}

const hasLength = (origin: string): boolean => ['string', 'array', 'set'].includes(origin)

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

const at = (input: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  )

/**
 * What is wrong with an input, by field path: the code that a schema gives as the message of a check, or one for what zod
 * itself found. Words are in `forms.invalid`. The same on both sides of the wire; the first finding of a field counts.
 */
export function fieldCodes(error: z.core.$ZodError, input: unknown): Record<string, string> {
  const codes: Record<string, string> = {}
  for (const issue of error.issues) codes[issue.path.join('.')] ??= codeOf(issue, at(input, issue.path))
  return codes
}
