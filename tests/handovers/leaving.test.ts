import { beforeEach, describe, expect, it } from 'vitest'
import { fromDate, fromDateOrNull, toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/handovers/actions'
import { getLeaving } from '@/lib/handovers/queries'
import * as users from '@/lib/users/actions'
import { makeAnnouncement, ofInsurer } from '../announcements/announce'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { inDays, makeActivity, makePlace } from '../support/stage'
import { buildWorld, type ActorName, type World } from '../support/world'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

type Who = Exclude<ActorName, 'anonymous'>

const leave = (who: Who, successor: Who | null, office = `INSURER:${world.insurers.own}`, passMandate = false) =>
  act(world, 'administrator', actions.leaveOffice, {
    userId: world.people[who].userId,
    office,
    successorId: successor && world.people[successor].userId,
    passMandate,
  })

const posts = () =>
  db.insurerAppointment.findMany({
    where: { allianceId: world.alliances.coatings, insurerId: world.insurers.own },
    select: {
      startsOn: true,
      endsOn: true,
      coordinator: { select: { name: true } },
      deputy: { select: { name: true } },
    },
    orderBy: { startsOn: 'asc' },
  })

describe('a coordinator leaves', () => {
  it('only with a successor of the same insurer, and a refusal changes nothing', async () => {
    expect(await leave('coordinator', null)).toMatchObject({
      code: 'HANDOVER_NEEDS_SUCCESSOR',
      fields: { successorId: 'REQUIRED' },
    })
    expect(await leave('coordinator', 'otherCoordinator')).toMatchObject({ code: 'SUCCESSOR_NOT_OF_OFFICE' })
    expect(await leave('coordinator', 'coordinator')).toMatchObject({ fields: { successorId: 'SAME_PERSON' } })
    expect(await posts()).toHaveLength(1)
    expect((await world.actor('coordinator')).hat).toMatchObject({ allianceIds: [world.alliances.coatings] })
  })

  it('and the successor has all of it at the next request, each day keeping its coordinator', async () => {
    const draft = await makeActivity(world, { state: 'DRAFT' })
    const held = await makeActivity(world, { state: 'HELD', startsAt: inDays(-9) })
    const ofDeputy = await makeActivity(world)
    await db.activity.update({ where: { id: ofDeputy }, data: { createdById: world.people.deputy.userId } })
    const announcement = await makeAnnouncement(world, { ...ofInsurer(world), publishAt: null })
    await db.announcement.update({
      where: { id: announcement },
      data: { createdById: world.people.coordinator.userId },
    })
    const preview = await getLeaving(await world.actor('insurerAdministrator'), world.people.coordinator.userId, {
      role: 'INSURER',
      officeId: world.insurers.own,
    })
    expect(preview?.estate.activities.map(({ id }) => id)).toEqual([draft])
    expect(preview?.estate.posts).toHaveLength(1)
    expect(preview?.successors.map(({ name }) => name)).toEqual(['deputy', 'insurerAdministrator'])

    expect(await leave('coordinator', 'insurerAdministrator')).toMatchObject({ ok: true, data: { handed: 3 } })
    expect(
      (await posts()).map(({ startsOn, endsOn, coordinator, deputy }) => [
        fromDate(startsOn),
        fromDateOrNull(endsOn),
        coordinator.name,
        deputy?.name,
      ]),
    ).toEqual([
      ['2026-01-01', '2026-11-24', 'coordinator', 'deputy'],
      ['2026-11-24', null, 'insurerAdministrator', 'deputy'],
    ])
    const authors = await db.activity.findMany({ select: { id: true, createdBy: { select: { name: true } } } })
    expect(Object.fromEntries(authors.map(({ id, createdBy }) => [id, createdBy.name]))).toEqual({
      [draft]: 'insurerAdministrator',
      [held]: 'coordinator',
      [ofDeputy]: 'deputy',
    })
    expect(await db.announcement.findUnique({ where: { id: announcement } })).toMatchObject({
      createdById: world.people.insurerAdministrator.userId,
    })
    expect((await world.actor('coordinator')).hat.kind).toBe('NONE')
    expect((await world.actor('insurerAdministrator')).hat).toMatchObject({ allianceIds: [world.alliances.coatings] })
    const trail = await db.auditEvent.findMany({ orderBy: { id: 'asc' }, select: { verb: true, changes: true } })
    expect(trail.map(({ verb }) => verb)).toEqual(['alliance.hand-over-coordination', 'handover.leave-office'])
    expect(trail[1]?.changes).toMatchObject({
      successor: ['coordinator', 'insurerAdministrator'],
      alliances: [[], ['油漆涂料行业安全联盟']],
    })
  })

  it('and nobody is deputy of themselves afterwards', async () => {
    expect(await leave('coordinator', 'deputy')).toMatchObject({ ok: true })
    expect((await posts()).at(-1)).toMatchObject({ coordinator: { name: 'deputy' }, deputy: null })
  })

  it('and covers go on with the successor, or end with the post', async () => {
    const [post] = await db.insurerAppointment.findMany({ where: { insurerId: world.insurers.own } })
    const cover = (deputyId: string, from: string, to: string) =>
      db.cover.create({
        data: {
          appointmentId: post?.id ?? '',
          deputyId,
          startsOn: toDate(from),
          endsOn: toDate(to),
          reason: '出差',
          createdById: deputyId,
        },
        select: { id: true },
      })
    const given = await cover(world.people.insurerAdministrator.userId, '2026-12-10', '2026-12-20')
    expect(await leave('insurerAdministrator', 'deputy')).toMatchObject({ ok: true })
    expect(await db.cover.findUnique({ where: { id: given.id } })).toMatchObject({
      deputyId: world.people.deputy.userId,
    })
    expect(await leave('coordinator', 'deputy')).toMatchObject({ ok: true })
    const ended = await db.cover.findUniqueOrThrow({ where: { id: given.id } })
    expect(ended.endsOn).toEqual(ended.startsOn)
  })

  it('twice in the same instant to two people, and one of them has it all', async () => {
    const results = await Promise.all([leave('coordinator', 'deputy'), leave('coordinator', 'insurerAdministrator')])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await posts()).toHaveLength(2)
  })
})

describe('nothing is left without an owner', () => {
  it('by disabling the account or ending the appointment: both lead through the handover', async () => {
    const userId = world.people.coordinator.userId
    const appointment = await db.appointment.findFirstOrThrow({ where: { userId } })
    const disable = () => act(world, 'administrator', users.disableUser, { userId })
    const end = () =>
      act(world, 'administrator', users.endAppointment, { appointmentId: appointment.id, endsOn: '2026-11-24' })
    expect(await disable()).toMatchObject({ code: 'USER_HAS_OPEN_WORK', params: { posts: 1, activities: 0 } })
    expect(await end()).toMatchObject({ code: 'USER_HAS_OPEN_WORK' })
    expect(await leave('coordinator', 'deputy')).toMatchObject({ ok: true })
    expect(await disable()).toMatchObject({ ok: true })
  })

  it('by an activity that is still to be held', async () => {
    const id = await makeActivity(world)
    const userId = world.people.deputy.userId
    await db.activity.update({ where: { id }, data: { createdById: userId } })
    expect(await act(world, 'administrator', users.disableUser, { userId })).toMatchObject({
      code: 'USER_HAS_OPEN_WORK',
      params: { posts: 0, activities: 1 },
    })
    await db.activity.update({ where: { id }, data: { state: 'HELD' } })
    expect(await act(world, 'administrator', users.disableUser, { userId })).toMatchObject({ ok: true })
  })
})

describe('somebody leaves an enterprise', () => {
  const office = () => `ENTERPRISE:${world.enterprises.member}`

  it('with a successor: places and, where wanted, the mandate', async () => {
    const [first, second] = [await makeActivity(world), await makeActivity(world)]
    const userId = world.people.designated.userId
    const enterpriseId = world.enterprises.member
    const passed = await makePlace(world, first, { enterpriseId, userId })
    const taken = await makePlace(world, second, { enterpriseId, userId })
    await makePlace(world, second, { enterpriseId, userId: world.people.clerk.userId })
    expect(await leave('designated', 'clerk', office(), true)).toMatchObject({ ok: true })
    const named = async (id: string) => (await db.registration.findUniqueOrThrow({ where: { id } })).userId
    expect([await named(passed), await named(taken)]).toEqual([world.people.clerk.userId, null])
    expect((await world.actor('designated')).hat.kind).toBe('NONE')
    expect((await world.actor('clerk')).hat).toMatchObject({ mandateKind: 'DESIGNATED' })
  })

  it('without one where nothing is left alone: the place waits for a name', async () => {
    const userId = world.people.designated.userId
    const place = await makePlace(world, await makeActivity(world), { enterpriseId: world.enterprises.member, userId })
    const asPrincipal = await act(world, 'principal', actions.leaveOffice, {
      userId,
      office: office(),
      successorId: null,
      passMandate: false,
    })
    expect(asPrincipal).toMatchObject({ ok: true })
    expect(await db.registration.findUnique({ where: { id: place } })).toMatchObject({ userId: null, state: 'PLACED' })
    expect(await leave('designated', null, office())).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('only under whoever administers it', async () => {
    for (const name of ['designated', 'clerk', 'lead', 'jinshan', 'officer', 'insurerAdministrator'] as const) {
      const result = await act(world, name, actions.leaveOffice, {
        userId: world.people.designated.userId,
        office: office(),
        successorId: null,
        passMandate: false,
      })
      expect([name, result.ok]).toEqual([name, false])
    }
  })
})

it('the last administrator of the portal cannot leave', async () => {
  await db.appointment.deleteMany({
    where: { userId: { in: [world.people.revoked.userId, world.people.disabled.userId] } },
  })
  const result = await leave('administrator', 'officer', 'MUNICIPAL')
  expect(result).toMatchObject({ code: 'LAST_ADMINISTRATOR' })
})
