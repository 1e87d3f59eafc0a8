import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { perform } from '@/lib/access/perform'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import * as admin from '@/lib/users/actions'
import { buildWorld, worldNow, worldToday, type ActorName, type World } from '../support/world'
import { actorOf, makePerson } from './person'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

beforeEach(async () => {
  await db.rateLimit.deleteMany()
})

const terms = { isAdministrator: false, startsOn: worldToday, endsOn: null }

async function invite(as: ActorName, office: string, account: string, more: object = {}) {
  const input = { account, name: '新同事', office, ...terms, ...more }
  return (await perform(admin.inviteUser.definition, await world.actor(as), input)).result
}

const issue = async (as: ActorName, userId: string) =>
  (await perform(admin.issueLink.definition, await world.actor(as), { userId })).result

async function administrator(endsOn: string | null = null) {
  const { id } = await makePerson()
  const appointment = await db.appointment.create({
    data: {
      userId: id,
      role: 'MUNICIPAL',
      isAdministrator: true,
      startsOn: toDate('2026-01-01'),
      endsOn: endsOn ? toDate(endsOn) : null,
    },
  })
  const session = await db.session.create({
    data: { userId: id, lastSeenAt: worldNow, expiresAt: new Date('2026-12-01') },
  })
  return { id, appointmentId: appointment.id, sessionId: session.id }
}

describe('inviting', () => {
  it('shows the link once to whoever invites, and keeps only its hash and no trace in the trail', async () => {
    const result = await invite('insurerAdministrator', `INSURER:${world.insurers.own}`, 'colleague@insurer.test')
    if (!result.ok) throw new Error(result.code)
    expect(result.data).toMatchObject({ isKnown: false, mailedTo: null })
    const token = result.data.link?.split('/activate/')[1] ?? ''
    expect(token.length).toBeGreaterThanOrEqual(43)
    const event = await db.auditEvent.findFirstOrThrow({
      where: { verb: 'user.invite', subjectId: result.data.userId },
    })
    expect(JSON.stringify(event)).not.toContain(token)
    expect(event.changes).toMatchObject({ office: [null, '甲财产保险股份有限公司上海分公司'] })
  })

  it('adds a hat to a known account without a link: it would open the other offices too', async () => {
    const account = 'shared@office.test'
    const first = await invite('administrator', `JURISDICTION:${world.jurisdictions.jinshan}`, account)
    const second = await invite('principal', `ENTERPRISE:${world.enterprises.member}`, account)
    expect(second).toMatchObject({ ok: true, data: { isKnown: true, link: null, mailedTo: null } })
    expect(second.ok && first.ok && second.data.userId === first.data.userId).toBe(true)
    expect(await issue('principal', second.ok ? second.data.userId : '')).toMatchObject({ code: 'FORBIDDEN' })
  })

  it.each([
    ['nonsense', { account: 'NOT_AN_ACCOUNT' }, {}],
    ['a@b.test', { endsOn: 'ENDS_BEFORE_START' }, { startsOn: '2026-11-24', endsOn: '2026-11-24' }],
  ])('refuses %j with %j', async (account, fields, more) => {
    expect(await invite('administrator', 'MUNICIPAL', account, more)).toMatchObject({ code: 'INVALID', fields })
  })

  it('refuses the same office twice at a time', async () => {
    const office = `ENTERPRISE:${world.enterprises.member}`
    await invite('principal', office, 'twice@member.test')
    expect(await invite('principal', office, 'twice@member.test')).toMatchObject({
      ok: false,
      code: 'APPOINTMENTS_DO_NOT_OVERLAP',
    })
  })

  it('ends the link sent before when a new one is asked for', async () => {
    const invited = await invite('principal', `ENTERPRISE:${world.enterprises.member}`, 'again@member.test')
    const userId = invited.ok ? invited.data.userId : ''
    const renewed = await issue('principal', userId)
    expect(renewed).toMatchObject({ ok: true, data: { mailedTo: null } })
    const live = await db.userToken.count({ where: { userId, usedAt: null, expiresAt: { gt: worldNow } } })
    expect(live).toBe(1)
  })
})

describe('disabling and ending', () => {
  it('a disabled person is out at the next request, and stays out when enabled again until signing in', async () => {
    const other = await administrator()
    const actor = await world.actor('administrator')
    expect(await actorOf(other.sessionId)).not.toBeNull()
    await perform(admin.disableUser.definition, actor, { userId: other.id })
    expect(await actorOf(other.sessionId)).toBeNull()
    await perform(admin.enableUser.definition, actor, { userId: other.id })
    expect(await actorOf(other.sessionId)).toBeNull()
  })

  it('an ended appointment takes its hat at the next request', async () => {
    const other = await administrator()
    const input = { appointmentId: other.appointmentId, endsOn: worldToday }
    const { result } = await perform(admin.endAppointment.definition, await world.actor('administrator'), input)
    expect(result.ok).toBe(true)
    expect((await actorOf(other.sessionId))?.hat.kind).toBe('NONE')
    const again = await perform(admin.endAppointment.definition, await world.actor('administrator'), input)
    expect(again.result).toMatchObject({ code: 'APPOINTMENT_ENDED' })
  })

  it('nobody disables or re-keys oneself', async () => {
    const userId = world.people.administrator.userId
    const actor = await world.actor('administrator')
    expect((await perform(admin.disableUser.definition, actor, { userId })).result).toMatchObject({ code: 'FORBIDDEN' })
    expect((await perform(admin.issueLink.definition, actor, { userId })).result).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('a disabled account is not disabled again, gets no link and no invitation', async () => {
    const { id, email } = await makePerson({ disabledAt: worldNow })
    const actor = await world.actor('administrator')
    const disabled = { ok: false, code: 'USER_DISABLED' }
    expect((await perform(admin.disableUser.definition, actor, { userId: id })).result).toMatchObject(disabled)
    expect(await issue('administrator', id)).toMatchObject(disabled)
    expect(await invite('administrator', 'MUNICIPAL', email)).toMatchObject(disabled)
    await perform(admin.enableUser.definition, actor, { userId: id })
    expect((await perform(admin.enableUser.definition, actor, { userId: id })).result).toMatchObject({
      code: 'USER_NOT_DISABLED',
    })
  })
})

describe('the portal is never without an administrator', () => {
  const onlyThese = (ids: string[]) =>
    db.appointment.updateMany({
      where: { role: 'MUNICIPAL', isAdministrator: true, userId: { notIn: ids } },
      data: { isAdministrator: false },
    })

  async function two() {
    const [first, second] = [await administrator(), await administrator()]
    await onlyThese([first.id, second.id])
    const [firstActor, secondActor] = [await actorOf(first.sessionId), await actorOf(second.sessionId)]
    if (!firstActor || !secondActor) throw new Error('not signed in')
    return { first, second, firstActor, secondActor }
  }

  it('two who disable each other in the same instant: one stays', async () => {
    for (let round = 0; round < 5; round++) {
      const { first, second, firstActor, secondActor } = await two()
      const answers = await Promise.all([
        perform(admin.disableUser.definition, firstActor, { userId: second.id }),
        perform(admin.disableUser.definition, secondActor, { userId: first.id }),
      ])
      expect(answers.map(({ result }) => (result.ok ? 'ok' : result.code)).sort()).toEqual(['LAST_ADMINISTRATOR', 'ok'])
    }
  })

  it('the last one keeps the appointment, today and for good', async () => {
    const { first, second, firstActor } = await two()
    const end = (appointmentId: string, endsOn: string) =>
      perform(admin.endAppointment.definition, firstActor, { appointmentId, endsOn })
    expect((await end(second.appointmentId, '2027-01-01')).result.ok).toBe(true)
    expect((await end(first.appointmentId, worldToday)).result).toMatchObject({ code: 'LAST_ADMINISTRATOR' })
    expect((await end(first.appointmentId, '2030-01-01')).result).toMatchObject({ code: 'LAST_ADMINISTRATOR' })
  })
})
