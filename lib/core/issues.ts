import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const written = /^[A-Z][A-Z0-9_]*$/

const formats: Record<string, string> = { email: 'NOT_AN_EMAIL', url: 'NOT_A_URL', date: 'NOT_A_DAY' }

const types: Record<string, string> = { number: 'NOT_A_NUMBER', int: 'NOT_AN_INTEGER', date: 'NOT_A_DAY' }

function codeOf(issue: Issue): string {
  if (written.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'REQUIRED' : (types[issue.expected] ?? 'INVALID')
    case 'too_small':
      if (issue.origin !== 'string' && issue.origin !== 'array') return 'TOO_SMALL'
      return Number(issue.minimum) <= 1 ? 'REQUIRED' : 'TOO_SHORT'
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'TOO_LONG' : 'TOO_BIG'
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

/**
 * What is wrong with an input, by field path: the code that a schema gives as the message of a check, or one for what zod
 * itself found. Words are in `forms.invalid`. The same on both sides of the wire.
 */
export const fieldCodes = (error: z.core.$ZodError): Record<string, string> =>
  Object.fromEntries(error.issues.toReversed().map((issue) => [issue.path.join('.'), codeOf(issue)]))
