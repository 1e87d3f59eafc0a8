import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { correctEnterprise } from '@/lib/enterprises/actions'
import { getCorrection } from '@/lib/enterprises/correction-queries'
import { countEnterprises } from '@/lib/enterprises/list-queries'
import { listRegistryPlaces } from '@/lib/enterprises/place-queries'
import { filterOf, registryQuery } from '@/lib/enterprises/schema'
import { act } from '../support/act'
import { creditCode } from '../imports/fixtures'
import { buildWorld, type World } from '../support/world'
import { correctionOf } from './correction'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const correct = async (changes: Record<string, unknown>) =>
  act(world, 'officer', correctEnterprise, { ...(await correctionOf(world.enterprises.member)), ...changes })

const stands = () => db.enterprise.findUniqueOrThrow({ where: { id: world.enterprises.member } })

const lastEntry = () =>
  db.auditEvent.findFirstOrThrow({
    where: { subjectType: 'enterprise', subjectId: world.enterprises.member },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })

describe('a correction', () => {
  it('changes what was said, keeps what was not, and records both sides with the reason', async () => {
    const code = creditCode('91310116MA1K00002')
    const answer = await correct({
      creditCode: ` ${code.toLowerCase()} `,
      address: ' 金山区 一路1号 ',
      sizeClass: 'SMALL',
      supervisingJurisdictionId: world.jurisdictions.fengxian,
      reason: '迁入奉贤区',
    })
    expect(answer).toEqual({ ok: true, data: { version: 2 } })
    expect(await stands()).toMatchObject({
      creditCode: code,
      address: '金山区一路1号',
      sizeClass: 'SMALL',
      majorHazardLevel: null,
      principalPhone: '13800000001',
      version: 2,
    })
    expect(await lastEntry()).toMatchObject({
      verb: 'enterprise.correct',
      actorName: 'officer',
      changes: {
        creditCode: [creditCode('91310116MA1J00002'), code],
        sizeClass: [null, 'SMALL'],
        jurisdiction: ['金山区', '奉贤区'],
        reason: [null, '迁入奉贤区'],
      },
    })
  })

  it('is found under the new name', async () => {
    await correct({ name: '上海庚改名涂料有限公司' })
    const actor = await world.actor('officer')
    const count = async (q: string) =>
      countEnterprises(actor, filterOf(registryQuery.parse({ q })), await listRegistryPlaces(actor))
    expect(await count('改名涂料')).toBe(1)
    expect(await count('ggmtl')).toBe(1)
  })

  it('of a number keeps the number out of the trail', async () => {
    await correct({ principalPhone: '139 0000 0009' })
    expect((await stands()).principalPhone).toBe('13900000009')
    const { changes } = await lastEntry()
    expect(changes).toMatchObject({ principalPhone: ['***', '***'] })
    expect(JSON.stringify(changes)).not.toContain('139')
  })

  it('that changes nothing is none', async () => {
    const before = await db.auditEvent.count()
    const { version } = await stands()
    expect(await correct({})).toEqual({ ok: true, data: { version } })
    expect(await db.auditEvent.count()).toBe(before)
  })

  it('that comes second is refused with what the first one wrote, and writes nothing', async () => {
    const { version } = await stands()
    await correct({ note: '第一位' })
    const answer = await correct({ version, note: '第二位' })
    expect(answer).toMatchObject({
      ok: false,
      code: 'ENTERPRISE_CHANGED',
      params: { note: '第一位', version: version + 1, changedBy: 'officer' },
    })
    expect(JSON.stringify(answer)).not.toContain('13900000009')
    expect((await stands()).note).toBe('第一位')
  })

  it.each([
    ['creditCode', '91310116MA1J00002X', 'CREDIT_CODE_CHECK_DIGIT'],
    ['creditCode', '9131', 'CREDIT_CODE_LENGTH'],
    ['creditCode', ' ', 'REQUIRED'],
    ['name', '  ', 'REQUIRED'],
    ['industryCode', '26', 'NOT_AN_INDUSTRY_CODE'],
    ['employees', -1, 'TOO_SMALL'],
    ['standardizationValidTo', '2026-02-30', 'NOT_A_DAY'],
    ['principalPhone', '12345', 'PHONE_DOUBTFUL'],
    ['businessKind', 'TRADE_WITHOUT_STORAGE', 'NOT_A_CHOICE'],
    ['reason', '', 'REQUIRED'],
  ])('with a %s of %s is refused at that field', async (field, value, code) => {
    expect(await correct({ [field]: value })).toMatchObject({ ok: false, code: 'INVALID', fields: { [field]: code } })
  })

  it('to a jurisdiction that is none is refused', async () => {
    const answer = await correct({ supervisingJurisdictionId: world.enterprises.member })
    expect(answer).toMatchObject({ ok: false, fields: { supervisingJurisdictionId: 'NOT_A_CHOICE' } })
  })

  it('to code and name of another enterprise is refused', async () => {
    const other = await db.enterprise.findUniqueOrThrow({ where: { id: world.enterprises.lead } })
    await db.enterprise.update({
      where: { id: other.id },
      data: { creditCode: creditCode('91310116MA1K00003') },
    })
    const twin = { creditCode: creditCode('91310116MA1K00003'), name: other.name }
    expect(await correct(twin)).toMatchObject({ ok: false, code: 'ALREADY_EXISTS' })
  })

  it('is prepared with masked numbers', async () => {
    const form = await getCorrection(await world.actor('officer'), world.enterprises.neighbour)
    expect(form?.principalPhone).toBe('138****0001')
    expect(await getCorrection(await world.actor('officer'), 'x')).toBeNull()
    expect(await getCorrection(await world.actor('jinshan'), world.enterprises.neighbour)).toBeNull()
  })
})
