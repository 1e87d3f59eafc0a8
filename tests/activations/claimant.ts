import { issueCode } from '@/lib/activations/actions'
import { claim, openClaim } from '@/lib/activations/claim-actions'
import { perform } from '@/lib/access/perform'
import { db } from '@/lib/core/db'
import { act } from '../support/act'
import type { ActorName, World } from '../support/world'

export const neighbourCode = '91310120MA1J000032'

export const words = { password: 'das Wort der Stunde 42', repeat: 'das Wort der Stunde 42' }

/** A code for the enterprise of the world that nobody administers yet. */
export async function issued(world: World, as: ActorName = 'officer'): Promise<string> {
  const answer = await act(world, as, issueCode, { enterpriseId: world.enterprises.neighbour, days: 60 })
  if (!answer.ok) throw new Error(answer.code)
  return answer.data.code
}

const from = (address: string) => ({ address, userAgent: '' })

/** Types credit code and code, as a stranger from an address. */
export async function open(world: World, code: string, creditCode = neighbourCode, address = '192.0.2.7') {
  const { result } = await perform(
    openClaim.definition,
    await world.actor('anonymous'),
    { creditCode, code },
    from(address),
  )
  return result
}

/** The ticket that a right code is answered with. */
export async function ticketFor(world: World, code: string): Promise<string> {
  const answer = await open(world, code)
  if (!answer.ok || !answer.data.ticket) throw new Error(answer.ok ? 'no ticket' : answer.code)
  return answer.data.ticket
}

export type Said = {
  name?: string
  account?: string
  role?: 'PRINCIPAL' | 'DESIGNATED' | 'KEEPER'
  validTo?: string
  password?: string
  repeat?: string
}

/** Names somebody behind a ticket. */
export async function claims(world: World, token: string, said: Said = {}) {
  const input = { token, name: '顾海棠', account: '139 0000 1234', role: 'PRINCIPAL' as const, ...words, ...said }
  const { result } = await perform(claim.definition, await world.actor('anonymous'), input, from('192.0.2.8'))
  return result
}

/** Codes of the enterprise of which nothing became yet. */
export const openCodes = (world: World): Promise<number> =>
  db.activationCode.count({ where: { enterpriseId: world.enterprises.neighbour, usedAt: null, revokedAt: null } })
