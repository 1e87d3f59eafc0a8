import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

process.env['SMTP_URL'] = 'smtp://127.0.0.1:1'

const { invitationOf } = await import('@/lib/access/answer-link')
const { db } = await import('@/lib/core/db')
const { urgeInvitation, urgeUnanswered } = await import('@/lib/invitations/actions')
const { listInvitations } = await import('@/lib/invitations/list-queries')
const { tallyUnanswered } = await import('@/lib/invitations/urge-queries')
const { act } = await import('../support/act')
const { setClock } = await import('../support/clock')
const { inDays, makeActivity, makePeople, makePlace } = await import('../support/stage')
const { buildWorld, worldNow } = await import('../support/world')
const { invite } = await import('./invited')

let world: Awaited<ReturnType<typeof buildWorld>>
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  setClock(worldNow)
  await db.notification.deleteMany()
  await db.outboxMessage.deleteMany()
})

/** Two of the member, whose enterprise has answered or not, and one of the neighbour. */
async function invited(wish: Parameters<typeof makeActivity>[1] = {}) {
  const activityId = await makeActivity(world, wish)
  const { principal, designated, neighbour } = world.people
  const ids: string[] = []
  for (const { userId } of [principal, designated, neighbour]) ids.push(await invite(activityId, userId))
  const [first = '', second = '', other = ''] = ids
  return { activityId, first, second, other }
}

const urgeAll = (activityId: string) => act(world, 'coordinator', urgeUnanswered, { activityId })
const tally = async (id: string) =>
  tallyUnanswered(await db.activity.findUniqueOrThrow({ where: { id } }), (await world.actor('coordinator')).today)
const told = (activityId: string) =>
  db.notification.count({ where: { kind: 'ANSWER_URGED', href: `/portal/activities/${activityId}` } })

describe('urging', () => {
  it('asks all who have not answered, each by their own link, once a day however often it is pressed', async () => {
    const { activityId, other } = await invited()
    await makePlace(world, activityId, { enterpriseId: world.enterprises.member, state: 'ON_LEAVE' })
    expect(await tally(activityId)).toEqual({ unanswered: 1, urgeable: 1 })
    expect(await urgeAll(activityId)).toEqual({ ok: true, data: { count: 1 } })
    expect(await urgeAll(activityId)).toMatchObject({ code: 'NOBODY_TO_URGE' })
    const mails = await db.outboxMessage.findMany()
    const links = mails.map(({ body }) => invitationOf(/\/a\/(\S+)/.exec(body)?.[1] ?? ''))
    expect(links).toEqual([other])
    expect(await tally(activityId)).toEqual({ unanswered: 1, urgeable: 0 })
    const trail = await db.auditEvent.findMany({
      where: { subjectId: activityId },
      select: { verb: true, changes: true },
    })
    expect(trail).toEqual([{ verb: 'invitation.urge-all', changes: { urged: [null, 1] } }])
    setClock(inDays(1))
    expect(await urgeAll(activityId)).toMatchObject({ ok: true })
  })

  it('asks one, and shows when; a second person of the enterprise can still be asked', async () => {
    const { activityId, first } = await invited()
    expect(await act(world, 'coordinator', urgeInvitation, { id: first })).toMatchObject({ ok: true })
    expect(await act(world, 'deputy', urgeInvitation, { id: first })).toMatchObject({ code: 'URGED_OR_ANSWERED' })
    const activity = await db.activity.findUniqueOrThrow({ where: { id: activityId } })
    const { rows } = await listInvitations(await world.actor('coordinator'), activity)
    expect(rows.find(({ id }) => id === first)).toMatchObject({ isUnanswered: true, urgedAt: worldNow })
    expect(await urgeAll(activityId)).toMatchObject({ data: { count: 2 } })
  })

  it('asks nobody who has answered, and nobody once it cannot be answered any more', async () => {
    const { activityId, first } = await invited()
    await makePlace(world, activityId, { enterpriseId: world.enterprises.member, state: 'WAITING' })
    expect(await act(world, 'coordinator', urgeInvitation, { id: first })).toMatchObject({ code: 'URGED_OR_ANSWERED' })
    const over = await invited({ registrationClosesAt: inDays(-1) })
    expect(await urgeAll(over.activityId)).toMatchObject({ code: 'REGISTRATION_OVER' })
    const early = await invited({ registrationOpensAt: inDays(1) })
    expect(await urgeAll(early.activityId)).toMatchObject({ code: 'REGISTRATION_NOT_YET_OPEN' })
    const cancelled = await invited({ state: 'CANCELLED' })
    expect(await urgeAll(cancelled.activityId)).toMatchObject({ code: 'REGISTRATION_OVER' })
    const refused = [over, early, cancelled].flatMap((one) => [one.first, one.second, one.other])
    expect(await db.invitationUrge.count({ where: { invitationId: { in: refused } } })).toBe(0)
  })

  it('reaches who stands for several enterprises while one of them has not answered', async () => {
    const activityId = await makeActivity(world)
    const [userId = ''] = await makePeople(world.enterprises.member, 1)
    await db.mandate.create({
      data: { userId, enterpriseId: world.enterprises.lead, kind: 'DESIGNATED', validFrom: inDays(-300) },
    })
    const id = await invite(activityId, userId)
    const activity = await db.activity.findUniqueOrThrow({ where: { id: activityId } })
    const answer = async () => (await listInvitations(await world.actor('coordinator'), activity)).rows[0]
    expect(await answer()).toMatchObject({ answer: 'NONE', isUnanswered: true })
    await makePlace(world, activityId, { enterpriseId: world.enterprises.member })
    expect(await answer()).toMatchObject({ answer: 'PARTLY', isUnanswered: true })
    expect(await act(world, 'coordinator', urgeInvitation, { id })).toMatchObject({ ok: true })
    await makePlace(world, activityId, { enterpriseId: world.enterprises.lead })
    expect(await answer()).toMatchObject({ answer: 'OTHER', isUnanswered: false })
  })
})

describe('ten who press at once', () => {
  it('ask everybody once', async () => {
    const activityId = await makeActivity(world)
    for (const userId of await makePeople(world.enterprises.member, 30)) await invite(activityId, userId)
    const answers = await Promise.all(Array.from({ length: 10 }, () => urgeAll(activityId)))
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, data: { count: 30 } }])
    expect(await told(activityId)).toBe(30)
    expect(await db.outboxMessage.count()).toBe(30)
  })

  it('would ask twice without the lock and the key: a twin that looks, then writes', async () => {
    const { activityId, first } = await invited()
    const row = { invitationId: first, day: inDays(0), urgedById: world.people.coordinator.userId, createdAt: worldNow }
    const twin = () =>
      db.$transaction(async (tx) => {
        if ((await tx.invitationUrge.count({ where: { invitationId: first } })) > 0) return
        await tx.$executeRaw`SELECT pg_sleep(0.05)`
        await tx.invitationUrge.create({ data: row })
        const { userId } = world.people.principal
        await tx.notification.create({
          data: { userId, kind: 'ANSWER_URGED', href: `/portal/activities/${activityId}` },
        })
      })
    await db.$executeRaw`DROP INDEX invitation_urges_invitation_id_day_key`
    await Promise.all([twin(), twin()])
    expect(await told(activityId)).toBe(2)
    await db.invitationUrge.deleteMany()
    await db.notification.deleteMany()
    await db.$executeRaw`CREATE UNIQUE INDEX invitation_urges_invitation_id_day_key ON invitation_urges (invitation_id, day)`
    await Promise.allSettled([twin(), twin()])
    expect(await told(activityId)).toBe(1)
  })
})
