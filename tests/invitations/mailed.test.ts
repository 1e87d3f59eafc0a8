import { beforeAll, describe, expect, it } from 'vitest'

process.env['SMTP_URL'] = 'smtp://127.0.0.1:1'
process.env['MAIL_FROM'] = '安全联盟 <portal@alliance.test>'

const { invitationOf } = await import('@/lib/access/answer-link')
const { perform } = await import('@/lib/access/perform')
const { postponeActivity, publishActivity } = await import('@/lib/activities/actions')
const { toLocal } = await import('@/lib/core/clock')
const { db } = await import('@/lib/core/db')
const { listInvitations, tallyInvitations } = await import('@/lib/invitations/list-queries')
const { inDays, makeActivity, makePlace } = await import('../support/stage')
const { buildWorld } = await import('../support/world')

let world: Awaited<ReturnType<typeof buildWorld>>
beforeAll(async () => {
  world = await buildWorld()
})

const publish = async () => {
  const id = await makeActivity(world, { state: 'DRAFT' })
  await perform(publishActivity.definition, await world.actor('coordinator'), { id })
  return id
}

const links = (body: string) => body.match(/\/a\/\S+/g) ?? []

describe('the mail of an invitation', () => {
  it('carries the link of whoever it goes to, and of nobody else; a later change does so again', async () => {
    const id = await publish()
    const invited = await db.invitation.findMany({
      where: { activityId: id },
      select: { id: true, user: { select: { email: true } } },
    })
    expect(invited.length).toBeGreaterThan(3)
    const mails = await db.outboxMessage.findMany()
    expect(mails).toHaveLength(invited.length)
    for (const { to, body } of mails) {
      const [link = '', ...more] = links(body)
      expect(more).toEqual([])
      expect(invited.find(({ user }) => user.email === to)?.id).toBe(invitationOf(link.slice('/a/'.length)))
    }

    await db.outboxMessage.deleteMany()
    const { version, title } = await db.activity.findUniqueOrThrow({ where: { id } })
    const moved = await perform(postponeActivity.definition, await world.actor('coordinator'), {
      id,
      version,
      startsAt: toLocal(inDays(9)),
      endsAt: toLocal(inDays(9.1)),
      registrationClosesAt: null,
      mode: 'ON_SITE',
      place: '漕泾镇会议中心',
      onlineUrl: '',
    })
    expect(moved.result).toMatchObject({ ok: true })
    const changed = await db.outboxMessage.findMany()
    expect(changed.map(({ body }) => links(body).length)).toEqual(invited.map(() => 1))
    expect(changed[0]?.body).toContain(title)
  })
})

describe('the list of who was invited', () => {
  it('says for whom, what was read, and what came back', async () => {
    const id = await publish()
    const actor = await world.actor('coordinator')
    const { principal, neighbour } = world.people
    await makePlace(world, id, { enterpriseId: world.enterprises.member, userId: principal.userId })
    await db.notification.updateMany({
      where: { userId: neighbour.userId, href: `/portal/activities/${id}` },
      data: { readAt: inDays(0) },
    })
    const activity = await db.activity.findUniqueOrThrow({ where: { id } })
    const { rows } = await listInvitations(actor, activity)
    const byPerson = Object.fromEntries(rows.map((row) => [row.person, row]))
    const names = await db.user.findMany({ select: { id: true, name: true } })
    const nameOf = (userId: string) => names.find((user) => user.id === userId)?.name ?? ''
    expect(byPerson[nameOf(principal.userId)]).toMatchObject({ answer: 'PLACED', isRead: false })
    expect(byPerson[nameOf(world.people.designated.userId)]).toMatchObject({ answer: 'OTHER' })
    expect(byPerson[nameOf(neighbour.userId)]).toMatchObject({ answer: 'NONE', isRead: true })
    expect(await tallyInvitations(activity, actor.today)).toEqual({ people: rows.length, enterprises: 3, answered: 1 })
  })
})
