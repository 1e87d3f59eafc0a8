import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import { dayOf, plusDays, startOfDay } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/disputes/actions'
import { getDisputes, getOwnDisputes, listOpenDisputes } from '@/lib/disputes/queries'
import { isDisputable } from '@/lib/disputes/rules'
import { attend, hallNow, publishHall, type Hall } from '../attendance/hall'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type ActorName, type World } from '../support/world'

let world: World
let hall: Hall

const reason = '全程在场，手机没电未能签退'

async function closedHall(daysAgo = 0): Promise<Hall> {
  const made = await publishHall(world, { startsInMinutes: -300, state: 'CLOSED' })
  const closedAt = new Date(hallNow.getTime() - daysAgo * 86_400_000)
  await db.activity.update({ where: { id: made.id }, data: { closedAt } })
  return made
}

beforeAll(async () => {
  world = await buildWorld()
  hall = await closedHall()
})

const as = async (actor: ActorName, definition: object, input: object) =>
  (await perform(definition as never, await world.actor(actor), input as never)).result

/** An open dispute of the member about its designated person. */
async function open(): Promise<string> {
  await db.dispute.deleteMany({ where: { activityId: hall.id } })
  const { id } = await db.dispute.create({
    data: {
      activityId: hall.id,
      enterpriseId: world.enterprises.member,
      userId: world.people.designated.userId,
      reason,
      filedById: world.people.designated.userId,
      filedAt: hallNow,
    },
  })
  return id
}

/** Somebody of the enterprise for which the actor acts. */
async function ownGuest(actor: ActorName): Promise<string> {
  await db.dispute.deleteMany({ where: { activityId: hall.id } })
  const { hat } = await world.actor(actor)
  return hall.guest(hat.kind === 'ENTERPRISE' ? hat.enterpriseId : world.enterprises.member)
}

describePermissions('disputes', () => world, [
  {
    action: actions.fileDispute,
    input: async (_world, actor) => ({ activityId: hall.id, userId: await ownGuest(actor), reason }),
    expected: verdicts('ok', {
      hatless: 'NOT_FOUND',
      administrator: 'FORBIDDEN',
      officer: 'FORBIDDEN',
      jinshan: 'FORBIDDEN',
      jinshanAdministrator: 'FORBIDDEN',
      fengxian: 'FORBIDDEN',
      coordinator: 'FORBIDDEN',
      deputy: 'FORBIDDEN',
      insurerAdministrator: 'FORBIDDEN',
      otherCoordinator: 'NOT_FOUND',
      formerCoordinator: 'NOT_FOUND',
      otherLead: 'NOT_FOUND',
      expired: 'NOT_FOUND',
      stranger: 'NOT_FOUND',
    }),
  },
  {
    action: actions.answerDispute,
    input: async () => ({ id: await open(), answer: 'REJECTED', reason: '核对录像，没有到场' }),
    expected: verdicts('NOT_FOUND', {
      administrator: 'ok',
      officer: 'ok',
      coordinator: 'ok',
      deputy: 'ok',
      insurerAdministrator: 'FORBIDDEN',
      jinshan: 'FORBIDDEN',
      jinshanAdministrator: 'FORBIDDEN',
      principal: 'FORBIDDEN',
      designated: 'FORBIDDEN',
      clerk: 'FORBIDDEN',
    }),
  },
])

describe('a dispute', () => {
  beforeEach(async () => {
    await db.dispute.deleteMany()
    hall = await closedHall()
  })
  const file = (userId = world.people.designated.userId) =>
    as('principal', actions.fileDispute.definition, { activityId: hall.id, userId, reason })
  const answer = (id: string, said: 'ACCEPTED' | 'REJECTED') =>
    as('coordinator', actions.answerDispute.definition, { id, answer: said, reason: '核对现场录像' })
  const told = (kind: string) => db.notification.count({ where: { kind, href: { contains: hall.id } } })
  const only = () => db.dispute.findFirstOrThrow({ where: { activityId: hall.id } })

  it('is one at a time for an enterprise and an activity, of three presses one', async () => {
    const results = await Promise.all([file(), file(), file()])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: 'DISPUTE_OPEN' })
    // The coordinator and the deputy.
    expect(await told('DISPUTE_FILED')).toBe(2)
    expect(await listOpenDisputes(await world.actor('coordinator'))).toMatchObject([{ state: 'OPEN' }])
    expect(await listOpenDisputes(await world.actor('otherCoordinator'))).toEqual([])
  })

  it('may be filed on the tenth day of Beijing after the close and not on the eleventh', () => {
    const closedAt = new Date('2026-11-14T15:59:00Z')
    const on = (today: string) => isDisputable({ state: 'CLOSED', closedAt }, today)
    expect([on('2026-11-14'), on('2026-11-24'), on('2026-11-25')]).toEqual([true, true, false])
    // One minute later it is the next day in Beijing, whatever it is elsewhere.
    const later = { state: 'CLOSED' as const, closedAt: new Date('2026-11-14T16:00:00Z') }
    expect([isDisputable(later, '2026-11-25'), isDisputable(later, '2026-11-26')]).toEqual([true, false])
    expect(isDisputable({ state: 'HELD', closedAt: null }, '2026-11-14')).toBe(false)
  })

  it('comes too late after ten days, and too early before the close', async () => {
    hall = await closedHall(10)
    expect(await file()).toMatchObject({ ok: true })
    const closedAt = new Date(startOfDay(plusDays(dayOf(hallNow), -10)).getTime() - 1)
    await db.activity.update({ where: { id: hall.id }, data: { closedAt } })
    expect(await file()).toMatchObject({ code: 'DISPUTE_TOO_LATE' })
    hall = await publishHall(world, { state: 'HELD' })
    expect(await file()).toMatchObject({ code: 'DISPUTE_NOT_CLOSED' })
  })

  it('is about somebody of the enterprise who is not credited', async () => {
    expect(await file(world.people.neighbour.userId)).toMatchObject({ fields: { userId: 'NOT_A_CHOICE' } })
    await attend(hall, { userId: world.people.designated.userId, enterpriseId: world.enterprises.member })
    expect(await file()).toMatchObject({ fields: { userId: 'NOT_A_CHOICE' } })
    const own = await getOwnDisputes(await world.actor('principal'), hall)
    expect(own?.people.map(({ label }) => label)).not.toContain('designated')
  })

  it('accepted is an attendance that counts, answered once, and both sides are told', async () => {
    await file()
    const { id } = await only()
    const results = await Promise.all([answer(id, 'ACCEPTED'), answer(id, 'ACCEPTED'), answer(id, 'REJECTED')])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: 'DISPUTE_ANSWERED' })
    const { state } = await only()
    const rows = await db.attendance.findMany({ where: { activityId: hall.id } })
    expect(rows).toHaveLength(state === 'ACCEPTED' ? 1 : 0)
    // The principal filed it; the designated person was there.
    expect(await told(state === 'ACCEPTED' ? 'DISPUTE_ACCEPTED' : 'DISPUTE_REJECTED')).toBe(2)
  })

  it('accepted, what was excluded at the close counts', async () => {
    const { userId } = world.people.designated
    const attendance = await attend(hall, { userId, enterpriseId: world.enterprises.member })
    await db.attendance.update({ where: { id: attendance }, data: { isExcluded: true } })
    await file()
    await answer((await only()).id, 'ACCEPTED')
    const rows = await db.attendance.findMany({ where: { activityId: hall.id, undoneAt: null } })
    expect(rows).toMatchObject([{ id: attendance, isExcluded: false, verdict: 'COUNTS', version: 2 }])
  })

  it('without a mandate of the day is not accepted, and stays open', async () => {
    const userId = await hall.guest(world.enterprises.member)
    await attend(hall, { userId, enterpriseId: world.enterprises.member })
    await db.attendance.updateMany({ where: { activityId: hall.id }, data: { mandateKind: null } })
    await db.mandate.deleteMany({ where: { userId } })
    await file(userId)
    const { id } = await only()
    expect(await answer(id, 'ACCEPTED')).toMatchObject({ code: 'DISPUTE_WITHOUT_MANDATE' })
    expect((await only()).state).toBe('OPEN')
    expect(await answer(id, 'REJECTED')).toMatchObject({ ok: true })
    expect(await db.attendance.count({ where: { activityId: hall.id, verdict: 'COUNTS' } })).toBe(0)
  })

  it('is read by whoever serves and watches, and by no neighbour', async () => {
    await file()
    const seen = async (actor: ActorName) => (await getDisputes(await world.actor(actor), hall.id))?.disputes.length
    expect(await Promise.all(['officer', 'coordinator', 'jinshan'].map((who) => seen(who as ActorName)))).toEqual([
      1, 1, 1,
    ])
    expect(await seen('fengxian')).toBe(0)
    expect(await seen('lead')).toBeUndefined()
    expect((await getOwnDisputes(await world.actor('neighbour'), hall))?.disputes).toEqual([])
    expect(await getOwnDisputes(await world.actor('coordinator'), hall)).toBeNull()
  })
})
