import { beforeAll, describe, expect, it } from 'vitest'
import { issueCertificates, revokeCertificate } from '@/lib/certificates/actions'
import { certificatePdf, missingCharacters, verifyAddress } from '@/lib/certificates/documents'
import { countWithoutCertificate, listCertificates, verifyCertificate } from '@/lib/certificates/queries'
import { countEndingCertificates, listEndingCertificates } from '@/lib/certificates/ending-queries'
import { certificateState, hoursBetween, maskName } from '@/lib/certificates/rules'
import { db } from '@/lib/core/db'
import { pagesOf, textOf } from '../activations/pdf-text'
import { act } from '../support/act'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, type World } from '../support/world'
import { came, certify, closedTraining } from './closed-training'

let world: World
let member: string
beforeAll(async () => {
  world = await buildWorld()
  member = world.enterprises.member
})

describe('issuing', () => {
  it('gives one to each person whose attendance counts, and nothing twice', async () => {
    const { principal, designated, clerk, lead } = world.people
    const id = await closedTraining(world)
    await came(id, { userId: principal.userId, enterpriseId: member })
    await came(id, { userId: principal.userId, enterpriseId: world.enterprises.neighbour })
    await came(id, { userId: designated.userId, enterpriseId: member })
    await came(id, { userId: clerk.userId, enterpriseId: member, mandateKind: null })
    await came(id, { userId: lead.userId, enterpriseId: world.enterprises.lead, isUndone: true })

    const coordinator = await world.actor('coordinator')
    expect(await countWithoutCertificate(coordinator, id)).toEqual({ waiting: 2, notPassed: 0 })
    const press = () => act(world, 'coordinator', issueCertificates, { id, hours: 4.5, months: 36 })
    const answers = await Promise.all([press(), press()])
    expect(answers.map((answer) => answer.ok && answer.data.issued).toSorted()).toEqual([0, 2])

    const { rows, total, valid } = await listCertificates(coordinator, id)
    expect({ total, valid }).toEqual({ total: 2, valid: 2 })
    expect(rows.map(({ number }) => number.slice(-4))).toEqual(['-001', '-002'])
    expect(rows[0]).toMatchObject({ hours: 4.5, course: '静电安全培训' })
    expect(rows[0]?.validUntil?.toISOString().slice(0, 10)).toBe('2029-11-03')
    expect(await db.auditEvent.count({ where: { verb: 'certificate.issue', subjectId: id } })).toBe(1)
    const told = await db.notification.findMany({ where: { kind: 'CERTIFICATES_ISSUED' }, select: { userId: true } })
    expect(told.map(({ userId }) => userId).toSorted()).toEqual([principal.userId, designated.userId].toSorted())
  })

  it('goes on where it stopped, and keeps what was printed', async () => {
    const { principal, designated } = world.people
    const id = await closedTraining(world, '旧名称')
    await came(id, { userId: principal.userId, enterpriseId: member })
    await act(world, 'officer', issueCertificates, { id, hours: 2, months: null })
    await db.activity.update({ where: { id }, data: { title: '新名称' } })
    await came(id, { userId: designated.userId, enterpriseId: member })
    await act(world, 'officer', issueCertificates, { id, hours: 2, months: null })
    const { rows } = await listCertificates(await world.actor('officer'), id)
    expect(rows.map(({ number, course }) => [number.slice(-3), course])).toEqual([
      ['001', '旧名称'],
      ['002', '新名称'],
    ])
  })

  it('is listed page by page, there and back, by number', async () => {
    const { principal, designated, clerk, lead, neighbour } = world.people
    const id = await closedTraining(world)
    for (const { userId } of [principal, designated, clerk, lead, neighbour]) await certify(world, id, userId)
    const officer = await world.actor('officer')
    const numbers = async (position?: string | null) => {
      const { rows, ...page } = await listCertificates(officer, id, { position: position ?? undefined, take: 2 })
      return { ...page, numbers: rows.map(({ number }) => number) }
    }
    const first = await numbers()
    const second = await numbers(first.next)
    const third = await numbers(second.next)
    expect([first.previous, third.next]).toEqual([null, null])
    const all = [first, second, third].flatMap((page) => page.numbers)
    expect(all).toEqual(all.toSorted())
    expect(new Set(all).size).toBe(5)
    expect(await numbers(third.previous)).toMatchObject({ numbers: second.numbers, total: 5 })
    expect(await numbers(second.previous)).toEqual(first)
    expect(await numbers('PX2026; DROP')).toEqual(first)
  })

  it('refuses what is not a closed training, and hours that are none', async () => {
    const held = await makeActivity(world, { kind: 'TRAINING', state: 'HELD', startsAt: inDays(-1) })
    const meeting = await makeActivity(world, { state: 'CLOSED', startsAt: inDays(-1) })
    const answer = (id: string, hours = 4) => act(world, 'coordinator', issueCertificates, { id, hours, months: null })
    expect(await answer(held)).toMatchObject({ code: 'CERTIFICATES_NOT_CLOSED' })
    expect(await answer(meeting)).toMatchObject({ code: 'CERTIFICATES_ONLY_FOR_TRAININGS' })
    expect(await answer(held, 4.2)).toMatchObject({ code: 'INVALID', fields: { hours: 'NOT_HALF_HOURS' } })
    expect(await answer(held, Number.NaN)).toMatchObject({ code: 'INVALID', fields: { hours: 'REQUIRED' } })
  })
})

describe('verifying', () => {
  it('finds by the code alone, and says of a revoked one why', async () => {
    const { id, code } = await db.certificate.findFirstOrThrow({ where: { hours: 4.5 }, orderBy: { number: 'asc' } })
    const anonymous = await world.actor('anonymous')
    expect(await verifyCertificate(anonymous, `${code.slice(0, -1)}!`)).toBeNull()
    expect(await verifyCertificate(anonymous, 'A'.repeat(22))).toBeNull()
    expect(await act(world, 'lead', revokeCertificate, { id, reason: '冒名顶替' })).toMatchObject({ ok: true })
    expect(await act(world, 'lead', revokeCertificate, { id, reason: '再次撤销' })).toMatchObject({
      code: 'CERTIFICATE_REVOKED',
    })
    const told = await db.notification.findMany({ where: { kind: 'CERTIFICATE_REVOKED' } })
    expect(told).toMatchObject([{ params: { reason: '冒名顶替' }, href: '/portal/account' }])
    const found = await verifyCertificate(anonymous, code)
    expect(found).toMatchObject({ id, revokeReason: '冒名顶替' })
    expect(found && certificateState(found, '2026-11-24')).toBe('REVOKED')
  })

  it('counts the last day as valid, and hides part of a name', () => {
    const last = { revokedAt: null, validUntil: new Date('2026-11-24T00:00:00Z') }
    expect([certificateState(last, '2026-11-24'), certificateState(last, '2026-11-25')]).toEqual(['VALID', 'EXPIRED'])
    expect(['张', '张三', '王小明', '𠮷田小明'].map(maskName)).toEqual(['张*', '张*', '王*明', '𠮷**明'])
    expect(hoursBetween({ startsAt: inDays(0), endsAt: new Date(inDays(0).getTime() + 9_900_000) })).toBe(3)
  })
})

describe('the file', () => {
  it('says the facts on one page, and is refused for a character that the font lacks', async () => {
    const { id } = await certify(world, await closedTraining(world))
    const row = await db.certificate.findUniqueOrThrow({ where: { id } })
    expect(await missingCharacters(row)).toBe('')
    const pdf = await certificatePdf(row)
    expect(pagesOf(pdf)).toBe(1)
    const text = textOf(pdf).replaceAll(/\s/g, '')
    const said = ['王小明', row.number, '上海成员化工有限公司', '静电安全培训', '2026年11月3日', verifyAddress(row)]
    for (const fact of said) expect(text).toContain(fact)
    expect(await missingCharacters({ ...row, name: '王𠮷' })).toBe('𠮷')
  })
})

it('lists what ends within 90 days to each for its own part', async () => {
  const { principal, neighbour } = world.people
  const id = await closedTraining(world)
  const ending = async (days: number, userId = principal.userId, enterpriseId = member) => {
    const training = await closedTraining(world)
    const { id: certificateId } = await certify(world, training, userId, enterpriseId)
    const { count } = await db.certificate.updateMany({
      where: { id: certificateId },
      data: { validUntil: new Date(Date.UTC(2026, 10, 24 + days)) },
    })
    return count === 1 ? certificateId : ''
  }
  const [today, month, quarter, past] = [await ending(0), await ending(30), await ending(31), await ending(-1)]
  const other = await ending(5, neighbour.userId, world.enterprises.neighbour)
  await ending(91)
  await certify(world, id)
  const seen = async (name: 'principal' | 'coordinator' | 'fengxian', rung: 'D30' | 'D90' | 'EXPIRED') =>
    (await listEndingCertificates(await world.actor(name), rung)).rows.map((row) => row.id)
  expect(await seen('principal', 'D30')).toEqual([today, month])
  expect(await seen('principal', 'D90')).toEqual([quarter])
  expect(await seen('principal', 'EXPIRED')).toEqual([past])
  expect(await seen('coordinator', 'D30')).toEqual([today, other, month])
  expect(await seen('fengxian', 'D30')).toEqual([other])
  expect(await countEndingCertificates(await world.actor('principal'))).toEqual({ D30: 2, D90: 1, EXPIRED: 1 })
  await db.certificate.update({
    where: { id: month },
    data: { revokedAt: inDays(0), revokedById: world.people.officer.userId, revokeReason: '重复发放' },
  })
  expect(await seen('principal', 'D30')).toEqual([today])
})
