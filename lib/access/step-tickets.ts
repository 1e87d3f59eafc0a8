import { z } from 'zod'
import type { Actor } from './actor'
import { seal, unseal } from './sealing'
import { stepMinutes } from './sign-in-step'
import { dropTicket, heldTicket, keepTicket } from './ticket'

/** Between two pages of one's own account: sealed, short-lived, in a cookie of its own. */
const step = { name: 'sign-in-step', path: '/sign-in' }

const recovery = { name: 'recovery-codes', path: '/portal/account/codes' }

const recoveryMinutes = 10

/** After a right password of whoever uses codes: on to the code, without a session. */
export async function askForCode(ticket: string): Promise<string> {
  await keepTicket(step, ticket, stepMinutes)
  return '/sign-in/code'
}

export const heldStep = (): Promise<string | undefined> => heldTicket(step)

export const endStep = (): Promise<void> => dropTicket(step)

/** Shows recovery codes on the next page, and on no later one: they are kept nowhere in the open. */
export async function keepRecoveryCodes({ codes, userId }: { codes: string[]; userId: string }): Promise<string> {
  await keepTicket(recovery, seal('recovery-codes', userId, JSON.stringify(codes)), recoveryMinutes)
  return '/portal/account/codes/recovery'
}

export async function heldRecoveryCodes(actor: Actor): Promise<string[] | null> {
  const sealed = await heldTicket(recovery)
  const text = sealed ? unseal('recovery-codes', actor.userId ?? '', sealed) : null
  return text === null ? null : z.array(z.string()).parse(JSON.parse(text))
}

export async function putAwayRecoveryCodes(): Promise<string> {
  await dropTicket(recovery)
  return '/portal/account/codes?done=kept'
}
