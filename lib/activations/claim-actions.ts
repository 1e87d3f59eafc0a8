'use server'

import { defineFormAction } from '@/lib/access/action'
import { isSignedIn } from '@/lib/access/actor'
import { enterPortal } from '@/lib/access/session'
import { dropTicket, keepTicket } from '@/lib/access/ticket'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import { preparedSubject } from '@/lib/users/subject-queries'
import * as claims from './claim-mutations'
import * as queries from './claim-queries'
import { canClaimAsMyself } from './policy'
import { claimTicket, ticketMinutes } from './rules'
import * as schema from './schema'

/** Claiming an enterprise, by plain forms that work without script. Issuing codes is in actions.ts. */
const anyone = () => true

export const openClaim = defineFormAction(
  {
    name: 'activation.open',
    input: schema.openClaimInput,
    isOpen: true,
    prepare: ({ actor, input, caller }) => queries.proveCode(actor, input, caller),
    subject: preparedSubject<queries.ProvedCode>,
    allow: anyone,
    run: async (tx, { actor, subject }) => claims.openClaim(tx, subject, { today: actor.today, at: now() }),
  },
  async ({ ticket }) => {
    if (!ticket) return '/claim?done=known'
    await keepTicket(claimTicket, ticket, ticketMinutes)
    return '/claim/person'
  },
)

export const claim = defineFormAction(
  {
    name: 'activation.claim',
    input: schema.claimInput,
    isOpen: true,
    prepare: ({ input, caller }) => queries.readyClaim(input, caller),
    subject: queries.claimSubject,
    allow: anyone,
    run: (tx, { actor, input, subject, caller }) =>
      claims.claim(tx, subject, { ...input, caller, replaces: actor.sessionId, today: actor.today, at: now() }),
  },
  async (opened) => {
    await dropTicket(claimTicket)
    return enterPortal(opened)
  },
)

export const claimAsMyself = defineFormAction(
  {
    name: 'activation.claim-as-myself',
    input: schema.claimAsMyselfInput,
    subject: queries.ownClaimSubject,
    allow: canClaimAsMyself,
    run: async (tx, { actor, input, subject }) => {
      if (!isSignedIn(actor)) throw new Refusal('SIGNED_OUT')
      return claims.claimAsMyself(tx, actor, subject, { ...input, today: actor.today, at: now() })
    },
  },
  async ({ next }) => {
    await dropTicket(claimTicket)
    return next
  },
)
