import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerPathOf } from '@/lib/access/answer-link'
import { cancelActivity, editActivity, publishActivity } from '@/lib/activities/actions'
import { getActivity } from '@/lib/activities/queries'
import { leaveOutEnterprise, readmitEnterprise } from '@/lib/audiences/actions'
import { reviseAudiences } from '@/lib/audiences/jobs'
import { isInvited, readChanges } from '@/lib/audiences/queries'
import { db } from '@/lib/core/db'
import { answerInvitation, urgeUnanswered } from '@/lib/invitations/actions'
import { readAnswer } from '@/lib/invitations/answer-queries'
import { listInvitations, tallyInvitations } from '@/lib/invitations/list-queries'
import { registerPeople } from '@/lib/registrations/actions'
import { tokenOf } from '../invitations/invited'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { inDays, makeActivity, makePeople, makePlace } from '../support/stage'
import { buildWorld, worldNow, worldToday, type ActorName, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(() => setClock(worldNow))

const later = new Date(worldNow.getTime() + 60_000)

/** Published in the world's minute; all that follows comes after it. */
async function published(): Promise<string> {
  const id = await makeActivity(world, { state: 'DRAFT' })
  expect((await act(world, 'coordinator', publishActivity, { id })).ok).toBe(true)
  setClock(later)
  return id
}

const timesTold = (activityId: string, userId: string) =>
  db.notification.count({ where: { href: `/portal/activities/${activityId}`, kind: 'ACTIVITY_INVITED', userId } })

const invitationOf = (activityId: string, userId: string) =>
  db.invitation.findUnique({ where: { activityId_userId: { activityId, userId } } })

const changesOf = async (id: string, name: ActorName, mayName = true) => {
  const actor = await world.actor(name)
  const activity = await getActivity(actor, id)
  if (!activity) throw new Error('not seen')
  return readChanges(actor, activity, mayName)
}

const leave = (activityId: string, firm: keyof World['enterprises']) =>
  act(world, 'coordinator', leaveOutEnterprise, { activityId, enterpriseId: world.enterprises[firm] })

const takeBack = (activityId: string, firm: keyof World['enterprises']) =>
  act(world, 'coordinator', readmitEnterprise, { activityId, enterpriseId: world.enterprises[firm] })

describe('a round', () => {
  it('invites and tells who has come to represent a member, once, however many workers go round', async () => {
    const id = await published()
    const [newcomer = ''] = await makePeople(world.enterprises.neighbour, 1)
    await Promise.all([reviseAudiences(), reviseAudiences(), reviseAudiences()])
    await reviseAudiences()
    expect(await timesTold(id, newcomer)).toBe(1)
    expect(await timesTold(id, world.people.neighbour.userId)).toBe(1)
    expect(await changesOf(id, 'coordinator')).toMatchObject({ joined: { count: 1 }, left: { count: 0 } })
    await db.mandate.deleteMany({ where: { userId: newcomer } })
  })

  it('ends the link of who is not met any more, and keeps it for who has answered', async () => {
    const id = await published()
    const [principal, designated] = [world.people.principal.userId, world.people.designated.userId]
    const anonymous = await world.actor('anonymous')
    const links = await Promise.all([principal, designated].map((one) => invitationOf(id, one)))
    const [answered = '', silent = ''] = links.map((one) => tokenOf(answerPathOf(one?.id ?? '')))
    const input = { token: answered, enterpriseId: world.enterprises.member, answer: 'ATTEND' as const }
    expect((await act(world, 'anonymous', answerInvitation, input)).ok).toBe(true)
    expect((await leave(id, 'member')).ok).toBe(true)

    expect(await invitationOf(id, principal)).toMatchObject({ leftAt: later, isKept: true })
    expect(await invitationOf(id, designated)).toMatchObject({ leftAt: later, isKept: false })
    expect((await readAnswer(anonymous, answered))?.represented).toHaveLength(1)
    expect(await readAnswer(anonymous, silent)).toBeNull()
    const excuse = { token: answered, enterpriseId: world.enterprises.member, answer: 'LEAVE' as const, reason: '出差' }
    expect((await act(world, 'anonymous', answerInvitation, excuse)).ok).toBe(true)
    const changes = await changesOf(id, 'coordinator')
    expect(changes.left).toMatchObject({ count: 2 })
    expect(changes.left.names).toHaveLength(2)
    expect((await changesOf(id, 'lead', false)).left).toEqual({ count: 2, names: [] })
  })

  it('invites who comes back anew, but not who kept the link; leaving out twice is once', async () => {
    const id = await published()
    const [principal, designated] = [world.people.principal.userId, world.people.designated.userId]
    await act(world, 'principal', registerPeople, {
      activityId: id,
      enterpriseId: world.enterprises.member,
      userIds: [principal],
      unnamedPlaces: 0,
    })
    await Promise.all([leave(id, 'member'), leave(id, 'member')])
    expect(await db.auditEvent.count({ where: { verb: 'audience.leave-out', subjectId: id } })).toBe(1)
    await takeBack(id, 'member')
    await takeBack(id, 'member')
    expect(await timesTold(id, principal)).toBe(1)
    expect(await timesTold(id, designated)).toBe(2)
    expect(await invitationOf(id, designated)).toMatchObject({ leftAt: null, isKept: false })
  })

  it('tells who drops out so, once, and nothing more; whose firm has a place stays concerned', async () => {
    const id = await published()
    const toldTo = async (name: 'principal' | 'designated' | 'neighbour') => {
      const where = { href: `/portal/activities/${id}`, userId: world.people[name].userId }
      return (await db.notification.findMany({ where })).map(({ kind }) => kind).sort()
    }
    await makePlace(world, id, { enterpriseId: world.enterprises.member, userId: world.people.principal.userId })
    await Promise.all([leave(id, 'neighbour'), leave(id, 'member'), reviseAudiences()])
    await reviseAudiences()
    expect(await toldTo('neighbour')).toEqual(['ACTIVITY_INVITED', 'INVITATION_ENDED'])
    await act(world, 'coordinator', cancelActivity, { id, reason: '场地检修' })
    expect(await toldTo('neighbour')).toEqual(['ACTIVITY_INVITED', 'INVITATION_ENDED'])
    for (const name of ['principal', 'designated'] as const)
      expect(await toldTo(name)).toEqual(['ACTIVITY_CANCELLED', 'ACTIVITY_INVITED'])
  })

  it('changes nothing once it has begun, nor of what was published before there were rules', async () => {
    const id = await published()
    const old = await makeActivity(world)
    const [newcomer = ''] = await makePeople(world.enterprises.neighbour, 1)
    setClock(inDays(7))
    await reviseAudiences()
    expect(await invitationOf(id, newcomer)).toBeNull()
    setClock(later)
    await reviseAudiences()
    expect(await invitationOf(id, newcomer)).not.toBeNull()
    expect(await db.invitation.count({ where: { activityId: old } })).toBe(0)
    await db.mandate.deleteMany({ where: { userId: newcomer } })
  })
})

describe('an alliance that is invited later', () => {
  it('hears of it in the same moment', async () => {
    const id = await published()
    const { version } = await db.activity.findUniqueOrThrow({ where: { id } })
    const { result } = {
      result: await act(world, 'officer', editActivity, {
        id,
        version,
        kind: 'EXCHANGE_MEETING',
        title: '联合交流会',
        description: '',
        capacity: null,
        registrationOpensAt: null,
        registrationClosesAt: null,
        allianceIds: [world.alliances.stations],
        agenda: [],
        startsAt: '2026-12-01T10:00',
        endsAt: '2026-12-01T12:00',
        mode: 'ON_SITE',
        place: '漕泾镇会议中心',
        onlineUrl: '',
      }),
    }
    expect(result.ok).toBe(true)
    expect(await timesTold(id, world.people.stranger.userId)).toBe(1)
    expect(await timesTold(id, world.people.principal.userId)).toBe(1)
  })
})

describe('who is left out', () => {
  it('sees the activity but does not register itself; the organiser may, and then it goes on itself', async () => {
    const id = await published()
    await leave(id, 'member')
    const wish = { activityId: id, enterpriseId: world.enterprises.member, unnamedPlaces: 0 }
    const one = { ...wish, userIds: [world.people.principal.userId] }
    expect(await act(world, 'principal', registerPeople, one)).toMatchObject({ code: 'ENTERPRISE_NOT_INVITED' })
    const actor = await world.actor('principal')
    expect(await getActivity(actor, id)).not.toBeNull()
    expect(await isInvited(actor, id, world.enterprises.member)).toBe(false)
    expect(await isInvited(actor, id, world.enterprises.neighbour)).toBe(true)
    expect((await act(world, 'coordinator', registerPeople, one)).ok).toBe(true)
    const other = { ...wish, userIds: [world.people.designated.userId] }
    expect((await act(world, 'principal', registerPeople, other)).ok).toBe(true)
  })

  it('is neither urged nor counted, and its link answers only for the other firms of its person', async () => {
    const id = await published()
    const principal = world.people.principal.userId
    const mandate = await db.mandate.create({
      data: { userId: principal, enterpriseId: world.enterprises.neighbour, kind: 'DESIGNATED', validFrom: inDays(-9) },
    })
    await leave(id, 'member')
    const activity = { id }
    expect(await tallyInvitations(activity, worldToday)).toEqual({ people: 3, enterprises: 2, answered: 0 })
    const link = await invitationOf(id, principal)
    const view = await readAnswer(await world.actor('anonymous'), tokenOf(answerPathOf(link?.id ?? '')))
    expect(view?.represented.map((one) => one.id)).toEqual([world.enterprises.neighbour])
    expect(await act(world, 'coordinator', urgeUnanswered, { activityId: id })).toMatchObject({ data: { count: 3 } })
    const { rows } = await listInvitations(await world.actor('coordinator'), activity)
    expect(rows.filter(({ left }) => left === 'ENDED')).toHaveLength(1)
    await db.mandate.delete({ where: { id: mandate.id } })
  })
})
