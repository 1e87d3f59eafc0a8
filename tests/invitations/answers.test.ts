import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerPathOf, invitationOf } from '@/lib/access/answer-link'
import { perform } from '@/lib/access/perform'
import { sign } from '@/lib/access/signing'
import { db } from '@/lib/core/db'
import { cancelActivity } from '@/lib/activities/actions'
import { answerInvitation, restoreInvitation, revokeInvitation } from '@/lib/invitations/actions'
import { readAnswer } from '@/lib/invitations/answer-queries'
import { setClock } from '../support/clock'
import { inDays, makeActivity, makePeople, makePlace } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'
import { invite, tokenOf } from './invited'

let world: World
let principal: string
let member: string
beforeAll(async () => {
  world = await buildWorld()
  principal = world.people.principal.userId
  member = world.enterprises.member
})
beforeEach(() => setClock(worldNow))

type Link = { activityId: string; id: string; token: string }

/** The principal of the member has a link to a meeting. */
async function linked(wish: Parameters<typeof makeActivity>[1] = {}): Promise<Link> {
  const activityId = await makeActivity(world, wish)
  const id = await invite(activityId, principal)
  return { activityId, id, token: tokenOf(answerPathOf(id)) }
}

type Answer = { answer: 'ATTEND' } | { answer: 'SEND'; userId: string } | { answer: 'LEAVE'; reason: string }

/** Nobody is signed in: the link is all there is. */
const press = async ({ token }: Pick<Link, 'token'>, answer: Answer, enterpriseId = member) =>
  (await perform(answerInvitation.definition, await world.actor('anonymous'), { token, enterpriseId, ...answer }))
    .result

const placesOf = async ({ activityId }: Link) =>
  db.registration.findMany({
    where: { activityId, state: { not: 'WITHDRAWN' } },
    select: { userId: true, state: true },
    orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
  })

const takenOf = async ({ activityId }: Link) =>
  (await db.activity.findUniqueOrThrow({ where: { id: activityId } })).placesTaken

describe('an answer by link', () => {
  it('takes a place, once however often it is pressed, and the trail names its person', async () => {
    const link = await linked()
    expect(await press(link, { answer: 'ATTEND' })).toMatchObject({ ok: true, data: { isNew: true } })
    await Promise.all([press(link, { answer: 'ATTEND' }), press(link, { answer: 'ATTEND' })])
    expect(await placesOf(link)).toEqual([{ userId: principal, state: 'PLACED' }])
    expect(await takenOf(link)).toBe(1)
    const trail = await db.auditEvent.findMany({ where: { verb: 'invitation.answer', subjectId: link.activityId } })
    expect(trail.map(({ actorId }) => actorId)).toEqual([principal])
  })

  it('sends somebody else into the same place', async () => {
    const link = await linked({ capacity: 1 })
    const [other = ''] = await makePeople(member, 1)
    await press(link, { answer: 'ATTEND' })
    expect((await press(link, { answer: 'SEND', userId: other })).ok).toBe(true)
    expect(await placesOf(link)).toEqual([{ userId: other, state: 'PLACED' }])
    expect(await takenOf(link)).toBe(1)
  })

  it('fills a place that the enterprise took without a name', async () => {
    const link = await linked()
    await makePlace(world, link.activityId, { enterpriseId: member })
    await press(link, { answer: 'ATTEND' })
    expect(await placesOf(link)).toEqual([{ userId: principal, state: 'PLACED' }])
  })

  it('excuses the enterprise, and comes back from it', async () => {
    const link = await linked()
    await press(link, { answer: 'ATTEND' })
    expect((await press(link, { answer: 'LEAVE', reason: '装置检修' })).ok).toBe(true)
    expect((await placesOf(link)).map(({ state }) => state)).toEqual(['ON_LEAVE', 'ON_LEAVE'])
    expect(await takenOf(link)).toBe(0)
    await press(link, { answer: 'ATTEND' })
    expect(await placesOf(link)).toEqual([{ userId: principal, state: 'PLACED' }])
  })

  it('excuses only its person while somebody else comes, and nobody who has no place', async () => {
    const link = await linked()
    await makePlace(world, link.activityId, { enterpriseId: member, userId: world.people.designated.userId })
    expect(await press(link, { answer: 'LEAVE', reason: '出差' })).toMatchObject({ code: 'NOTHING_TO_EXCUSE' })
    await press(link, { answer: 'ATTEND' })
    await press(link, { answer: 'LEAVE', reason: '出差' })
    expect((await placesOf(link)).map(({ state }) => state).sort()).toEqual(['ON_LEAVE', 'PLACED'])
  })

  it('waits in line when the places are gone', async () => {
    const link = await linked({ capacity: 1 })
    await makePlace(world, link.activityId, { enterpriseId: world.enterprises.lead, userId: world.people.lead.userId })
    await press(link, { answer: 'ATTEND' })
    expect((await placesOf(link)).map(({ state }) => state)).toEqual(['PLACED', 'WAITING'])
  })
})

describe('the link', () => {
  it('is of one activity and one person, and worth nothing when guessed, altered or signed for another purpose', async () => {
    const { id, token } = await linked()
    expect(invitationOf(token)).toBe(id)
    const forged = [id, `${id}.`, `${id}.AAAAAAAAAAAAAAAAAAAAAA`, sign('check-in-claim', id), `x${token}`, '', '.']
    expect(forged.map(invitationOf)).toEqual(forged.map(() => null))
    const other = tokenOf(answerPathOf((await linked()).id))
    const mixed = `${id}${other.slice(other.lastIndexOf('.'))}`
    expect(await press({ token: mixed }, { answer: 'ATTEND' })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await readAnswer(await world.actor('anonymous'), mixed)).toBeNull()
  })

  it('answers no more once it is shut, and again when it is opened', async () => {
    const link = await linked()
    const coordinator = await world.actor('coordinator')
    await perform(revokeInvitation.definition, coordinator, { id: link.id })
    expect(await press(link, { answer: 'ATTEND' })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await readAnswer(await world.actor('anonymous'), link.token)).toBeNull()
    await perform(restoreInvitation.definition, coordinator, { id: link.id })
    expect((await press(link, { answer: 'ATTEND' })).ok).toBe(true)
  })

  it('answers for whom its person represents today: not after the mandate, not for another enterprise', async () => {
    const activityId = await makeActivity(world)
    const expired = tokenOf(answerPathOf(await invite(activityId, world.people.expired.userId)))
    expect(await press({ token: expired }, { answer: 'ATTEND' })).toMatchObject({ code: 'FORBIDDEN' })
    const link = await linked()
    expect(await press(link, { answer: 'ATTEND' }, world.enterprises.lead)).toMatchObject({ code: 'FORBIDDEN' })
    const view = await readAnswer(await world.actor('anonymous'), link.token)
    expect(view?.represented.map(({ id }) => id)).toEqual([member])
    expect(view?.represented[0]?.people.map(({ id }) => id)).not.toContain(principal)
  })

  it('sends nobody of another enterprise', async () => {
    const link = await linked()
    const answer = { answer: 'SEND', userId: world.people.neighbour.userId } as const
    expect(await press(link, answer)).toMatchObject({
      code: 'INVALID',
      fields: { userIds: 'NOT_A_PERSON_OF_ENTERPRISE' },
    })
  })

  it('keeps to the window of registration, and ends with the activity', async () => {
    const link = await linked({ registrationClosesAt: inDays(3) })
    await press(link, { answer: 'ATTEND' })
    setClock(inDays(4))
    const [other = ''] = await makePeople(member, 1)
    // The place is held: it may still change hands, as for whoever signs in.
    expect((await press(link, { answer: 'SEND', userId: other })).ok).toBe(true)
    expect(await press(link, { answer: 'ATTEND' })).toMatchObject({ code: 'REGISTRATION_OVER' })
    setClock(inDays(8))
    expect(await press(link, { answer: 'LEAVE', reason: '出差' })).toMatchObject({ code: 'REGISTRATION_OVER' })
  })

  it('answers nothing of what is cancelled', async () => {
    const link = await linked()
    await perform(cancelActivity.definition, await world.actor('coordinator'), {
      id: link.activityId,
      reason: '场地检修，另行通知',
    })
    expect(await press(link, { answer: 'ATTEND' })).toMatchObject({ ok: false })
    expect((await readAnswer(await world.actor('anonymous'), link.token))?.activity.state).toBe('CANCELLED')
  })
})
