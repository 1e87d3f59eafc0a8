import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openMailSink } from '../support/mail-sink'

const sink = await openMailSink()
process.env['SMTP_URL'] = sink.url

const { toDate } = await import('@/lib/core/clock')
const { db } = await import('@/lib/core/db')
const { anonymousActor } = await import('@/lib/access/identity')
const { perform } = await import('@/lib/access/perform')
const { exportOwnData, getOwnData } = await import('@/lib/users/data-queries')
const { ownWorkbook } = await import('@/lib/users/data-documents')
const own = await import('@/lib/users/own-actions')
const { changePassword, signIn } = await import('@/lib/users/account-actions')
const { unmaskPhone } = await import('@/lib/enterprises/actions')
const { act } = await import('../support/act')
const { buildWorld, worldNow, worldToday } = await import('../support/world')
const { actorOf, fromElsewhere, linkFor, makePerson, password } = await import('./person')

let world: Awaited<ReturnType<typeof buildWorld>>
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  await db.rateLimit.deleteMany()
  await db.outboxMessage.deleteMany()
})
afterAll(() => sink.close())

const nobody = anonymousActor(worldToday)

async function signedIn() {
  const person = await makePerson()
  const { result } = await perform(signIn.definition, nobody, { account: person.email, password }, fromElsewhere())
  if (!result.ok || result.data.sessionId === null) throw new Error('not signed in')
  const actor = (await actorOf(result.data.sessionId)) ?? nobody
  const ask = async (email: string, current = password) =>
    (await perform(own.requestMail.definition, actor, { email, current }, fromElsewhere())).result
  const setPhone = async (phone: string, current = password) =>
    (await perform(own.changePhone.definition, actor, { phone, current }, fromElsewhere())).result
  return { ...person, actor, ask, setPhone }
}

const mails = () =>
  db.outboxMessage.findMany({ orderBy: { to: 'asc' }, select: { to: true, subject: true, body: true } })

async function tokenTo(address: string): Promise<string> {
  const { body } = await db.outboxMessage.findFirstOrThrow({ where: { to: address, subject: { contains: '新邮箱' } } })
  return /\/contact\/(\S+)/.exec(body)?.[1] ?? ''
}

const confirm = async (token: string) =>
  (await perform(own.confirmMail.definition, nobody, { token }, fromElsewhere())).result

describe('a new mail address', () => {
  it('replaces the old one when its link is used, once, and the old one is told', async () => {
    const { id, email, ask } = await signedIn()
    const reset = await linkFor('RESET', id)
    expect(await ask(`New-${email}`)).toMatchObject({ ok: true })
    expect(await db.user.findUnique({ where: { id } })).toMatchObject({ email })
    const token = await tokenTo(`new-${email}`)
    expect(await confirm(token)).toMatchObject({ ok: true })
    expect(await db.user.findUnique({ where: { id } })).toMatchObject({ email: `new-${email}` })
    expect((await mails()).map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      `new-${email} 确认行业安全联盟门户的新邮箱`,
      `${email} 联系方式已修改`,
    ])
    expect(await confirm(token)).toMatchObject({ code: 'LINK_NOT_VALID' })
    expect(await db.userToken.count({ where: { userId: id, usedAt: null, expiresAt: { gt: worldNow } } })).toBe(0)
    expect(reset).not.toBe('')
  })

  it('needs the present password, and a different and a real address', async () => {
    const { email, ask } = await signedIn()
    expect(await ask('new@test.example', 'wrong password')).toMatchObject({ fields: { current: 'PASSWORD_WRONG' } })
    expect(await ask(email)).toMatchObject({ fields: { email: 'SAME_CONTACT' } })
    expect(await ask('13800000001')).toMatchObject({ fields: { email: 'NOT_AN_EMAIL' } })
    expect(await mails()).toEqual([])
  })

  it('that is an account already is answered the same, and its link says so only to whoever reads mail there', async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    expect(await one.ask(other.email)).toMatchObject({ ok: true })
    expect(await confirm(await tokenTo(other.email))).toMatchObject({ code: 'CONTACT_TAKEN' })
    expect(await db.user.findUnique({ where: { id: one.id } })).toMatchObject({ email: one.email })
  })

  it('a later request ends the link of an earlier one; a reset link confirms nothing', async () => {
    const { id, ask } = await signedIn()
    await ask('first@test.example')
    await ask('second@test.example')
    expect(await confirm(await tokenTo('first@test.example'))).toMatchObject({ code: 'LINK_NOT_VALID' })
    expect(await confirm(await linkFor('RESET', id))).toMatchObject({ code: 'LINK_NOT_VALID' })
    expect(await confirm(await tokenTo('second@test.example'))).toMatchObject({ ok: true })
  })

  it('may be asked for five times an hour', async () => {
    const { ask } = await signedIn()
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await ask(`n${attempt}@test.example`)).toMatchObject({ ok: true })
    expect(await ask('n6@test.example')).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })
})

describe('a mobile number', () => {
  it('is set with the password, told by mail, and on record without its middle', async () => {
    const { id, email, setPhone } = await signedIn()
    expect(await setPhone('138 1234 5678')).toMatchObject({ ok: true })
    expect(await db.user.findUnique({ where: { id } })).toMatchObject({ phone: '+8613812345678' })
    expect((await mails()).map(({ to, subject }) => `${to} ${subject}`)).toEqual([`${email} 联系方式已修改`])
    const event = await db.auditEvent.findFirstOrThrow({ where: { verb: 'user.change-phone', subjectId: id } })
    expect(event.changes).toEqual({ phone: [null, '+86138****5678'] })
    expect(await setPhone('')).toMatchObject({ ok: true })
    expect(await db.user.findUnique({ where: { id } })).toMatchObject({ phone: null })
  })

  it('is nobody else’s, is a number, and stays where there is no mail address', async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    await one.setPhone('13812345670')
    expect(await other.setPhone('13812345670')).toMatchObject({ fields: { phone: 'CONTACT_TAKEN' } })
    expect(await other.setPhone('not a number')).toMatchObject({ fields: { phone: 'NOT_A_PHONE' } })
    expect(await other.setPhone('13812345671', 'wrong password')).toMatchObject({
      fields: { current: 'PASSWORD_WRONG' },
    })
    expect(await one.setPhone('13812345670')).toMatchObject({ fields: { phone: 'SAME_CONTACT' } })
    await db.user.update({ where: { id: one.id }, data: { email: null } })
    expect(await one.setPhone('')).toMatchObject({ fields: { phone: 'LAST_CONTACT' } })
  })
})

it('a changed password is told', async () => {
  const { actor, email } = await signedIn()
  const input = { current: password, password: 'ein ganz neues Wort', repeat: 'ein ganz neues Wort' }
  expect((await perform(changePassword.definition, actor, input, fromElsewhere())).result).toMatchObject({ ok: true })
  expect((await mails()).map(({ to, subject }) => `${to} ${subject}`)).toEqual([`${email} 密码已修改`])
})

it('a new password keeps the length that the administrator has set, and is told which', async () => {
  const setById = world.people.administrator.userId
  const value = { lengthMin: 20, signInDaysMax: 1 }
  await db.settingValue.create({
    data: { key: 'passwords', version: 1, value, effectiveFrom: toDate(worldToday), setById },
  })
  const { actor } = await signedIn()
  const input = { current: password, password: 'neunzehn Zeichen xx', repeat: 'neunzehn Zeichen xx' }
  expect((await perform(changePassword.definition, actor, input, fromElsewhere())).result).toMatchObject({
    fields: { password: 'PASSWORD_TOO_SHORT' },
    params: { lengthMin: 20 },
  })
  const session = await db.session.findFirstOrThrow({ where: { id: actor.sessionId ?? '' } })
  expect(session.expiresAt.getTime() - session.createdAt.getTime()).toBe(86_400_000)
  await db.settingValue.deleteMany()
})

describe('what the portal holds about a person', () => {
  it('names who looked at the phones of the own enterprise, and nobody else’s', async () => {
    await act(world, 'jinshan', unmaskPhone, { enterpriseId: world.enterprises.member, person: 'PRINCIPAL' })
    const data = await getOwnData(await world.actor('principal'))
    expect(data?.seen.map(({ person, enterprise }) => [person, enterprise])).toEqual([
      ['jinshan', '上海乙成员涂料有限公司'],
    ])
    expect(data?.mandates).toMatchObject([{ enterprise: '上海乙成员涂料有限公司', kind: 'PRINCIPAL' }])
    expect((await getOwnData(await world.actor('stranger')))?.seen).toEqual([])
    expect((await getOwnData(await world.actor('expired')))?.seen).toEqual([])
    expect((await getOwnData(await world.actor('jinshan')))?.looked).toMatchObject([{ kind: 'UNMASK_PHONE' }])
    expect(await getOwnData(nobody)).toBeNull()
  })

  it('is taken away as a workbook, which the access log holds', async () => {
    const actor = await world.actor('principal')
    const data = await exportOwnData(actor)
    const logged = await db.accessEvent.findFirst({ where: { kind: 'EXPORT', actorId: actor.userId } })
    expect(logged).toMatchObject({ subjectType: 'user', subjectId: actor.userId })
    if (!data) throw new Error('nothing held')
    const bytes = Buffer.from(await ownWorkbook('zh-CN', data))
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(JSON.stringify(data)).not.toContain('passwordHash')
  })
})
