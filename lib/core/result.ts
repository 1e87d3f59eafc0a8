/**
 * What an action answers. Codes are in SCREAMING_SNAKE and have their sentence in `lib/text` (`refusals.<CODE>`, and
 * `forms.invalid.<code>` for fields); no sentence of a program ever reaches a browser.
 */
export type Result<T> = { ok: true; data: T } | Failure

export type Failure = {
  ok: false
  code: string
  /** Field path (`agenda.0.title`) → code of what is wrong with it. */
  fields: Record<string, string>
  /** Values for the sentence, such as names or numbers. */
  params: Record<string, string | number>
}

export const success = <T>(data: T): Result<T> => ({ ok: true, data })

export const failure = (
  code: string,
  fields: Record<string, string> = {},
  params: Record<string, string | number> = {},
): Failure => ({ ok: false, code, fields, params })

/** Thrown inside, turned into a Failure at the edge; rolls the transaction back. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly fields: Record<string, string> = {},
    readonly params: Record<string, string | number> = {},
  ) {
    super(code)
    this.name = 'Refusal'
  }
}

/** Throws the refusal unless a guarded write touched exactly the rows it meant to. */
export function refuseUnless(
  condition: boolean,
  code: string,
  params: Record<string, string | number> = {},
): asserts condition {
  if (!condition) throw new Refusal(code, {}, params)
}
