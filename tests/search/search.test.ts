import { beforeAll, describe, expect, it } from 'vitest'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { searchTokens } from '@/lib/enterprises/search-rules'
import { findActivities, findAlliances, findEnterprises, findPeople } from '@/lib/search/queries'
import { isNamed, isTooShort, searchedText } from '@/lib/search/rules'
import { completeSearchTokens } from '@/prisma/seed/search-tokens'
import { makeActivity } from '../support/stage'
import { actorNames, buildWorld, type ActorName, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
  for (const firm of await db.enterprise.findMany())
    await db.enterprise.update({ where: { id: firm.id }, data: { searchTokens: searchTokens(firm) } })
  await makeActivity(world, { title: '涂料联盟第一次交流会' })
  await makeActivity(world, { title: '加油站 100% 培训', hostAllianceId: world.alliances.stations })
  await makeActivity(world, { title: '涂料联盟草稿', state: 'DRAFT' })
  await db.user.update({
    where: { id: world.people.designated.userId },
    data: { name: '张伟', namePinyin: 'zhangwei zw', phone: '+8613800001234' },
  })
  await db.user.update({
    where: { id: world.people.stranger.userId },
    data: { name: '章巍', namePinyin: 'zhangwei zw' },
  })
})

type Find = (name: ActorName, query: string) => Promise<string[]>

const enterprises: Find = async (name, query) =>
  (await findEnterprises(await world.actor(name), query, 20)).rows.map((row) => row.name.slice(2, 3)).sort()
const activities: Find = async (name, query) =>
  (await findActivities(await world.actor(name), query, 20)).rows.map(({ title }) => title)
const alliances: Find = async (name, query) =>
  (await findAlliances(await world.actor(name), query)).map(({ slug }) => slug)
const people: Find = async (name, query) =>
  (await findPeople(await world.actor(name), query, 20)).rows.map((row) => row.name)

describe('enterprises', () => {
  it('are found by name, initials, pinyin and code', async () => {
    for (const query of ['乙成员', 'ycy', 'yichengyuan', '91310116MA1J000024'])
      expect(await enterprises('officer', query), query).toEqual(['乙'])
    expect(await enterprises('officer', '有限 成员')).toEqual(['乙'])
    expect(await enterprises('officer', '乙成员 加油站')).toEqual([])
  })

  it('within what each actor sees', async () => {
    const all: Partial<Record<ActorName, string[]>> = {
      administrator: ['丁', '丙', '乙', '戊', '甲'],
      officer: ['丁', '丙', '乙', '戊', '甲'],
      jinshan: ['乙', '甲'],
      jinshanAdministrator: ['乙', '甲'],
      fengxian: ['丁', '丙', '戊'],
      coordinator: ['丙', '乙', '甲'],
      deputy: ['丙', '乙', '甲'],
      otherCoordinator: ['丁', '戊'],
      lead: ['丙', '乙', '甲'],
      otherLead: ['丁', '戊'],
      principal: ['乙'],
      designated: ['乙'],
      clerk: ['乙'],
      neighbour: ['丙'],
      stranger: ['戊'],
    }
    for (const name of actorNames) expect(await enterprises(name, '上海'), name).toEqual(all[name] ?? [])
  })

  it('by code only where the dossier is read: nobody spells out another’s code by trying', async () => {
    const code = '91310116MA1J000024'
    for (const name of ['officer', 'jinshan', 'principal', 'clerk'] as const)
      expect(await enterprises(name, code), name).toEqual(['乙'])
    for (const query of [code, '9131', 'MA1J', '0024', 'MA']) {
      for (const name of ['coordinator', 'deputy', 'stranger'] as const)
        expect(await enterprises(name, query), query).not.toContain('乙')
      expect(await enterprises('coordinator', query), query).toEqual([])
      // A lead company's own code is its own.
      expect(await enterprises('lead', query), query).toEqual(['9131', 'MA1J', 'MA'].includes(query) ? ['甲'] : [])
    }
  })

  it('the best first, and says when there is more', async () => {
    const { rows, hasMore } = await findEnterprises(await world.actor('officer'), '上海', 2)
    expect(rows).toHaveLength(2)
    expect(hasMore).toBe(true)
  })
})

describe('activities', () => {
  it('are found by their title, drafts only by who runs them', async () => {
    expect(await activities('officer', '涂料联盟')).toEqual(
      expect.arrayContaining(['涂料联盟第一次交流会', '涂料联盟草稿']),
    )
    expect(await activities('principal', '涂料联盟')).toEqual(['涂料联盟第一次交流会'])
    expect(await activities('principal', '交流会 涂料')).toEqual(['涂料联盟第一次交流会'])
    expect(await activities('stranger', '涂料联盟')).toEqual([])
    expect(await activities('hatless', '涂料联盟')).toEqual([])
  })

  it('take signs for themselves', async () => {
    expect(await activities('officer', '100%')).toEqual(['加油站 100% 培训'])
    expect(await activities('officer', '1_0')).toEqual([])
  })
})

describe('alliances', () => {
  it('are found by any of their names, as far as their pages are open', async () => {
    for (const query of ['涂料', 'Paints', 'youqi', 'yqtl'])
      expect(await alliances('principal', query)).toEqual(['coatings'])
    expect(await alliances('principal', '加油站')).toEqual([])
    expect(await alliances('jinshan', '加油站')).toEqual(['filling-station'])
  })
})

describe('people', () => {
  it('are found by name and pinyin among those whom the actor knows', async () => {
    const found: Partial<Record<ActorName, string[]>> = {
      administrator: ['张伟', '章巍'],
      officer: ['张伟', '章巍'],
      jinshan: ['张伟'],
      jinshanAdministrator: ['张伟'],
      fengxian: ['章巍'],
      principal: ['张伟'],
      designated: ['张伟'],
      clerk: ['张伟'],
      stranger: ['章巍'],
    }
    for (const name of actorNames)
      expect((await people(name, 'zhangwei')).sort(), name).toEqual((found[name] ?? []).sort())
  })

  it('by their account only by whoever administers it', async () => {
    expect(await people('administrator', '13800001234')).toEqual(['张伟'])
    expect(await people('principal', '13800001234')).toEqual(['张伟'])
    for (const name of ['officer', 'jinshan', 'clerk'] as const) expect(await people(name, '1380000')).toEqual([])
  })

  it('no longer when their mandate has ended', async () => {
    await db.mandate.updateMany({
      where: { userId: world.people.stranger.userId },
      data: { validTo: toDate('2026-11-23') },
    })
    expect(await people('officer', '章巍')).toEqual([])
    expect(await people('administrator', '章巍')).toEqual(['章巍'])
  })
})

describe('what is typed', () => {
  it('is made plain and cut', () => {
    expect(searchedText('  Ａ\u0000Ｂ　ｃ ')).toBe('AB c')
    expect(searchedText('华谊　 化工')).toBe('华谊 化工')
    expect([...searchedText('化'.repeat(5_000))]).toHaveLength(60)
    expect(searchedText(null)).toBe('')
    expect([isTooShort('化'), isTooShort('化工')]).toEqual([true, false])
  })

  it('names a page by its words, pinyin and initials', () => {
    const names = ['参与情况', 'Participation']
    for (const query of ['参与', 'cyqk', 'canyu', 'particip', '参与 情况'])
      expect(isNamed(query, names), query).toBe(true)
    for (const query of ['审计', '参与 审计', 'anyu', '']) expect(isNamed(query, names), query).toBe(false)
  })
})

it('enterprises of older databases get the tokens that they lack, and only these', async () => {
  const { id, name, searchTokens: whole } = await db.enterprise.findFirstOrThrow()
  await db.enterprise.update({ where: { id }, data: { searchTokens: [...name] } })
  expect(await db.$transaction(completeSearchTokens)).toBe(1)
  expect((await db.enterprise.findUniqueOrThrow({ where: { id } })).searchTokens.sort()).toEqual(whole.sort())
  expect(await db.$transaction(completeSearchTokens)).toBe(0)
})
