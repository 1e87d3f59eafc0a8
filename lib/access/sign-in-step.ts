import { createHash } from 'node:crypto'
import { z } from 'zod'
import { seal, unseal } from './sealing'

/**
 * Between the password and the code there is no session, only this: a sealed note, good for five minutes, of who proved
 * which password and where they were going. It opens nothing by itself.
 */
export const stepMinutes = 5

const note = z.object({ userId: z.uuid(), mark: z.string(), expiresAt: z.number(), next: z.string() })

type Step = { userId: string; passwordHash: string; next: string }

/** What stands for a password hash: a password that was changed meanwhile ends the step. */
const markOf = (passwordHash: string): string => createHash('sha256').update(passwordHash).digest('base64url')

export const sealStep = ({ userId, passwordHash, next }: Step, at: Date): string =>
  seal(
    'sign-in-step',
    '',
    JSON.stringify({ userId, mark: markOf(passwordHash), expiresAt: at.getTime() + stepMinutes * 60_000, next }),
  )

export type OpenStep = { userId: string; next: string; isOfPassword: (passwordHash: string) => boolean }

/** The step of a note that was made here and has not run out; null for everything else. */
export function openStep(sealed: string, at: Date): OpenStep | null {
  const text = unseal('sign-in-step', '', sealed)
  if (text === null) return null
  const { userId, mark, expiresAt, next } = note.parse(JSON.parse(text))
  if (expiresAt <= at.getTime()) return null
  return { userId, next, isOfPassword: (passwordHash) => markOf(passwordHash) === mark }
}
