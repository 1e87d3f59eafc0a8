import { beforeAll } from 'vitest'
import { answerPathOf } from '@/lib/access/answer-link'
import * as actions from '@/lib/invitations/actions'
import { describePermissions, verdicts } from '../support/permissions'
import { makeActivity } from '../support/stage'
import { buildWorld, type World } from '../support/world'
import { invite, tokenOf } from './invited'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

/** The link is the right, whoever presses: signed in, signed out, or under another hat. */
const everybody = verdicts('ok', { anonymous: 'ok', disabled: 'ok', revoked: 'ok' })

/** What the link does not answer: an enterprise that its person has no mandate of. */
const nobody = verdicts('FORBIDDEN', { anonymous: 'FORBIDDEN', disabled: 'FORBIDDEN', revoked: 'FORBIDDEN' })

/** A member that leads the alliance does not learn whom the others could send. */
const organisers = verdicts('NOT_FOUND', { administrator: 'ok', officer: 'ok', coordinator: 'ok', deputy: 'ok' })

const link = async (w: World, enterpriseId: string) => ({
  token: tokenOf(answerPathOf(await invite(await makeActivity(w), w.people.principal.userId))),
  enterpriseId,
  answer: 'ATTEND' as const,
})

const invitation = async (w: World, revokedAt?: Date) => ({
  id: await invite(await makeActivity(w), w.people.principal.userId, revokedAt),
})

/** An activity with somebody who has not answered. */
const inviting = async (w: World) => {
  const activityId = await makeActivity(w)
  await invite(activityId, w.people.principal.userId)
  return { activityId }
}

describePermissions('invitations', () => world, [
  { action: actions.answerInvitation, input: (w) => link(w, w.enterprises.member), expected: everybody },
  { action: actions.answerInvitation, input: (w) => link(w, w.enterprises.lead), expected: nobody },
  { action: actions.revokeInvitation, input: (w) => invitation(w), expected: organisers },
  { action: actions.urgeInvitation, input: (w) => invitation(w), expected: organisers },
  { action: actions.urgeUnanswered, input: (w) => inviting(w), expected: organisers },
  { action: actions.restoreInvitation, input: (w) => invitation(w, new Date()), expected: organisers },
])
