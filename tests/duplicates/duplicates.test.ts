import { beforeEach, describe, expect, it } from 'vitest'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/duplicates/actions'
import { countDistinct, getComparison, listDistinct } from '@/lib/duplicates/queries'
import { inOrder } from '@/lib/duplicates/rules'
import { countSuspected, listSuspected } from '@/lib/duplicates/suspicion-queries'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { buildWorld, type World } from '../support/world'

let world: World
let before = 0
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
  before = await countSuspected(await world.actor('officer'))
})

let serial = 0

type Entry = {
  name?: string
  creditCode?: string
  establishment?: string
  address?: string
  principalName?: string
  principalPhone?: string
  safetyLeadName?: string
  safetyLeadPhone?: string
  closedOn?: Date
  licence?: string
}

/** An entry of Jinshan that resembles no other, but for what is said here. */
async function entry({ licence, ...said }: Entry): Promise<string> {
  serial += 1
  const { id } = await db.enterprise.create({
    data: {
      creditCode: `91310116MA1K${String(serial).padStart(6, '0')}`,
      name: `上海独${serial}有限公司`,
      businessKind: 'USE',
      supervisingJurisdictionId: world.jurisdictions.jinshan,
      ...said,
      ...(licence && { licences: { create: { kind: 'HAZCHEM_USE' as const, number: licence } } }),
    },
  })
  return id
}

/** The signs of the pair of two entries, as the list has them. */
async function signsBetween(one: Entry, other: Entry): Promise<string[]> {
  const ids = inOrder(await entry(one), await entry(other))
  const { rows } = await listSuspected(await world.actor('officer'))
  const found = rows.find(({ first, second }) => first.id === ids[0] && second.id === ids[1])
  return found?.signs ?? []
}

const pair = async (): Promise<[string, string]> =>
  inOrder(
    await entry({ name: '上海申化（金山）有限公司', principalName: '申工', principalPhone: '13800001111' }),
    await entry({ name: '上海市申化(金山) 有限责任公司', principalName: '申工', principalPhone: '138-0000-1111' }),
  )

const declare = ([firstId, secondId]: [string, string], reason = '两个站点') =>
  act(world, 'officer', actions.declareDistinct, { firstId, secondId, reason })

describe('what two entries have in common', () => {
  it('is a name, however it is written down', async () => {
    expect(await signsBetween({ name: '上海申化（金山）有限公司' }, { name: '上海市申化(金山) 有限责任公司' })).toEqual(
      ['NAME'],
    )
    expect(await signsBetween({ name: '上海ＡＢ涂料有限公司' }, { name: '上海ab涂料有限公司' })).toEqual(['NAME'])
  })

  it('is a licence number, a contact with telephone, or an address of one jurisdiction', async () => {
    expect(await signsBetween({ licence: '沪危使字〔2024〕0001' }, { licence: '沪危使字(2024)0001' })).toEqual([
      'LICENCE',
    ])
    expect(
      await signsBetween(
        { principalName: '金工', principalPhone: '+8613900002222' },
        { safetyLeadName: '金工', safetyLeadPhone: '13900002222' },
      ),
    ).toEqual(['CONTACT'])
    expect(await signsBetween({ address: '上海市金山区漕廊公路88号' }, { address: '上海金山区漕廊公路88号' })).toEqual([
      'ADDRESS',
    ])
  })

  it('is nothing between two sites of a legal person, for its one principal, or by a number alone', async () => {
    expect(
      await signsBetween(
        { name: '上海申油有限公司', establishment: '一站' },
        { name: '上海申油 有限公司', establishment: '二站' },
      ),
    ).toEqual([])
    const switchboard = '021-57000000'
    expect(
      await signsBetween(
        { principalName: '甲工', principalPhone: switchboard },
        { principalName: '乙工', principalPhone: switchboard },
      ),
    ).toEqual([])
    const creditCode = '91310116MA1K900001'
    expect(
      await signsBetween(
        { creditCode, principalName: '油工', principalPhone: '13700003333' },
        { creditCode, principalName: '油工', principalPhone: '13700003333' },
      ),
    ).toEqual([])
  })

  it('is nothing when one of them is closed, or when more share it than could be one', async () => {
    const closed = { name: '上海已关有限公司', closedOn: toDate('2026-03-01') }
    expect(await signsBetween(closed, { name: '上海已关 有限公司' })).toEqual([])
    for (const _ of [1, 2, 3, 4]) await entry({ address: '上海市金山区园区大道1号' })
    expect(await signsBetween({ address: '上海市金山区园区大道1号' }, { address: '上海市金山区园区大道1号' })).toEqual(
      [],
    )
  })
})

describe('the list', () => {
  it('has pairs with most in common on top, its count says as many, and only the municipal bureau has it', async () => {
    const weak = inOrder(await entry({ name: '上海弱有限公司' }), await entry({ name: '上海弱 有限公司' }))
    const strong = await pair()
    const officer = await world.actor('officer')
    const { rows } = await listSuspected(officer)
    const ids = rows.map(({ first }) => first.id)
    expect(ids.indexOf(strong[0])).toBeLessThan(ids.indexOf(weak[0]))
    expect(rows[ids.indexOf(strong[0])]?.signs.toSorted()).toEqual(['CONTACT', 'NAME'])
    expect(await countSuspected(officer)).toBe(before + 2)
    expect(rows).toHaveLength(before + 2)
    for (const name of ['jinshan', 'coordinator', 'principal'] as const) {
      const other = await world.actor(name)
      expect(await countSuspected(other)).toBe(0)
      expect((await listSuspected(other)).rows).toEqual([])
      expect(await getComparison(other, ...strong)).toBeNull()
    }
  })

  it('is read page by page, forth and back', async () => {
    for (let index = 0; index < 52; index += 1) {
      await entry({ name: `上海第${index}号有限公司` })
      await entry({ name: `上海第${index}号 有限公司` })
    }
    const officer = await world.actor('officer')
    const first = await listSuspected(officer)
    const second = await listSuspected(officer, first.next ?? '')
    expect([first.rows.length, second.rows.length]).toEqual([50, before + 2])
    const back = await listSuspected(officer, second.previous ?? '')
    expect(back.rows.map(({ place }) => place)).toEqual(first.rows.map(({ place }) => place))
    expect([back.previous, second.next]).toEqual([null, null])
  })
})

describe('two establishments', () => {
  it('are no longer suggested, with reason and person, until it is taken back', async () => {
    const ids = await pair()
    const officer = await world.actor('officer')
    expect((await declare(ids)).ok).toBe(true)
    expect(await countSuspected(officer)).toBe(before)
    const { rows } = await listDistinct(officer)
    expect(rows.map(({ first, second, reason }) => [first.id, second.id, reason])).toEqual([[...ids, '两个站点']])
    const said = (await getComparison(officer, ids[1], ids[0]))?.said
    expect(said).toMatchObject({ reason: '两个站点' })
    expect((await act(world, 'officer', actions.withdrawDistinct, { pairId: said?.id ?? '' })).ok).toBe(true)
    expect([await countSuspected(officer), await countDistinct(officer)]).toEqual([before + 1, 0])
    const trail = await db.auditEvent.findMany({ where: { subjectId: ids[0] }, orderBy: { id: 'asc' } })
    expect(trail.map(({ verb }) => verb)).toEqual(['enterprise.declare-distinct', 'enterprise.withdraw-distinct'])
  })

  it('are said once by two who press at the same time, in whatever order they name them', async () => {
    const [a, b] = await pair()
    const answers = await Promise.all([declare([a, b]), declare([b, a], '同一厂房')])
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code)).toSorted()).toEqual([
      'PAIR_IS_DISTINCT_ALREADY',
      'ok',
    ])
    expect(await db.distinctPair.count()).toBe(1)
  })

  it('need a reason, and are two', async () => {
    const [a, b] = await pair()
    expect(await declare([a, b], '  ')).toMatchObject({
      ok: false,
      code: 'INVALID',
      fields: { reason: expect.anything() },
    })
    expect(await declare([a, a])).toMatchObject({ ok: false, code: 'NOT_FOUND' })
  })
})
