import { beforeEach, describe, expect, it } from 'vitest'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { declareDistinct } from '@/lib/duplicates/actions'
import { mergeEnterprises } from '@/lib/duplicates/merge-actions'
import { getMergePreview, getMergesOf } from '@/lib/duplicates/merge-queries'
import { endRules, referenceRules } from '@/lib/duplicates/merge-rules'
import { inOrder } from '@/lib/duplicates/rules'
import { reopenEnterprise } from '@/lib/registry/standing-actions'
import { getParticipationTotals, listAllParticipation, listParticipationByAlliance } from '@/lib/reports/queries'
import { filterOf, reportQuery } from '@/lib/reports/schema'
import { findEnterprises } from '@/lib/search/queries'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { buildWorld, type World } from '../support/world'
import { came, doubled, everyRow, held, lastMerge, merge, undo } from './merge-city'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

describe('what merging does with each foreign key to enterprises', () => {
  it('is decided in one list, and a new one is missed', async () => {
    const keys = await db.$queryRaw<{ key: string; hasId: boolean }[]>`
      SELECT c.conrelid::regclass::text || '.' || a.attname AS key, EXISTS (SELECT FROM pg_attribute i
        WHERE i.attrelid = c.conrelid AND i.attname = 'id' AND i.atttypid = 'uuid'::regtype) AS "hasId"
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
      WHERE c.contype = 'f' AND c.confrelid = 'enterprises'::regclass ORDER BY 1`
    const decided = referenceRules.map(({ table, column }) => `${table}.${column}`)
    expect(decided.toSorted()).toEqual(keys.map(({ key }) => key).toSorted())
    // The journal names a row by its id.
    const moving = referenceRules
      .filter(({ does }) => does === 'MOVES')
      .map(({ table, column }) => `${table}.${column}`)
    expect(keys.filter(({ key, hasId }) => moving.includes(key) && !hasId)).toEqual([])
  })

  it('leaves no unique key or exclusion of a moving column without a rule for rows that both have', async () => {
    const bound = await db.$queryRaw<{ key: string }[]>`
      SELECT DISTINCT i.indrelid::regclass::text || '.' || a.attname AS key FROM pg_index i
      JOIN pg_constraint f ON f.contype = 'f' AND f.confrelid = 'enterprises'::regclass AND f.conrelid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (f.conkey)
      WHERE (i.indisunique OR i.indisexclusion) AND pg_get_indexdef(i.indexrelid) ~ ('\\m' || a.attname || '\\M')`
    const free = referenceRules.filter((rule) => rule.does === 'MOVES' && !rule.unlessBoth)
    const keys = bound.map(({ key }) => key)
    expect(keys).toContain('memberships.enterprise_id')
    expect(free.map(({ table, column }) => `${table}.${column}`).filter((key) => keys.includes(key))).toEqual([])
  })
})

describe('merging two entries of one establishment', () => {
  it('moves a row of every kind, ends what both have, and undoing puts every row of every table back', async () => {
    const { kept, gone, third, practices } = await doubled(world)
    const before = await everyRow()
    expect(
      await merge(world, { choices: { address: 'GONE', principalName: 'GONE', shortName: 'GONE' } }),
    ).toMatchObject({
      ok: true,
    })

    const journal = await db.mergeMove.findMany({ where: { mergeId: (await lastMerge()).id } })
    const moved = new Set(journal.map(({ tableName, after }) => `${tableName}.${Object.keys(after as object).join()}`))
    for (const rule of referenceRules.filter(({ does }) => does === 'MOVES'))
      expect([...moved], rule.table).toContain(`${rule.table}.${rule.column}`)
    for (const { table, set } of endRules)
      expect(
        [...moved].some((key) => key.startsWith(`${table}.`) && key.includes(Object.keys(set)[0] ?? '')),
        table,
      ).toBe(true)

    const memberships = await db.membership.findMany({ where: { enterpriseId: { in: [kept, gone] }, leftOn: null } })
    expect(memberships.map(({ enterpriseId, allianceId }) => [enterpriseId, allianceId]).toSorted()).toEqual(
      [
        [kept, world.alliances.coatings],
        [kept, third],
      ].toSorted(),
    )
    expect((await db.leadDecision.findFirstOrThrow()).enterpriseId).toBe(kept)
    const mandates = await db.mandate.findMany({ where: { userId: world.people.principal.userId } })
    expect(mandates.map(({ enterpriseId, validTo }) => [enterpriseId, validTo]).toSorted()).toEqual(
      [
        [kept, null],
        [gone, toDate('2026-11-23')],
      ].toSorted(),
    )
    expect(await db.registration.count({ where: { enterpriseId: kept, state: 'PLACED' } })).toBe(2)
    expect(await db.attendance.count({ where: { enterpriseId: gone } })).toBe(1)
    const counts = await db.practice.findMany({ select: { id: true, adoptedCount: true } })
    expect(Object.fromEntries(counts.map(({ id, adoptedCount }) => [id, adoptedCount]))).toEqual({
      [practices.own]: 0,
      [practices.other]: 1,
      [practices.ofLead]: 1,
    })
    expect(await db.enterprise.findUniqueOrThrow({ where: { id: world.enterprises.stranger } })).toMatchObject({
      mergedIntoId: kept,
    })
    expect(await db.activationCode.count({ where: { revokedAt: null } })).toBe(0)
    expect((await world.actor('neighbour')).hat).toMatchObject({ kind: 'ENTERPRISE', enterpriseId: kept })
    expect(await everyRow()).not.toEqual(before)

    expect(await undo(world)).toMatchObject({ ok: true })
    expect(await everyRow()).toEqual(before)
  })

  it('takes the fields that were chosen, with what is searched, and undoing gives them back', async () => {
    const { member, neighbour } = world.enterprises
    await db.enterprise.update({
      where: { id: neighbour },
      data: {
        address: '金山大道1号',
        shortName: '邻居涂料',
        principalName: '新负责人',
        principalPhone: '13900000009',
        employees: 80,
      },
    })
    const before = await everyRow()
    await merge(world, { choices: { address: 'GONE', shortName: 'GONE', principalName: 'GONE', employees: 'KEPT' } })
    const kept = await db.enterprise.findUniqueOrThrow({ where: { id: member } })
    expect(kept).toMatchObject({
      name: '上海乙成员涂料有限公司',
      address: '金山大道1号',
      shortName: '邻居涂料',
      principalName: '新负责人',
      principalPhone: '13900000009',
      employees: null,
    })
    expect(kept.searchTokens).toContain('邻居')
    const trail = await db.auditEvent.findMany({ where: { verb: 'enterprise.merge' }, orderBy: { id: 'asc' } })
    expect(JSON.stringify(trail)).not.toContain('13900000009')
    expect(trail.map(({ subjectId }) => subjectId).toSorted()).toEqual(
      expect.arrayContaining([member, neighbour].toSorted()),
    )
    await undo(world)
    expect(await everyRow()).toEqual(before)
  })

  it('takes the entry that went out of the registry, the search and the reports, and says where it is', async () => {
    const { member, neighbour } = world.enterprises
    const officer = await world.actor('officer')
    await merge(world)
    expect((await findEnterprises(officer, '邻居', 10)).rows).toEqual([])
    expect(await getMergesOf(officer, neighbour)).toMatchObject({
      mergedInto: { id: member, name: '上海乙成员涂料有限公司' },
    })
    // Fengxian supervises the one that went, and does not know the one that stays.
    expect(await getMergesOf(await world.actor('fengxian'), neighbour)).toMatchObject({ mergedInto: { name: null } })
    expect(await getMergesOf(officer, member)).toMatchObject({ mergedInto: null, merges: [{ canUndo: true }] })
    expect(await getMergesOf(await world.actor('jinshan'), member)).toMatchObject({ merges: [{ canUndo: false }] })
    const { version } = await db.enterprise.findUniqueOrThrow({ where: { id: neighbour } })
    const reopened = { enterpriseId: neighbour, version, reopenedOn: '2026-11-24', reason: '恢复' }
    expect(await act(world, 'officer', reopenEnterprise, reopened)).toMatchObject({ code: 'ENTERPRISE_IS_MERGED' })
  })
})

describe('the year’s figures', () => {
  const filter = filterOf(reportQuery.parse({ year: '2026' }), 2026)

  it('lose the doubled enterprise and nothing else', async () => {
    const officer = await world.actor('officer')
    const { people, enterprises } = world
    // One was at the first, the other at the second, both at the third: one establishment at three.
    const [one, two, three] = [
      await held(world, 'A', '2026-02-01T02:00:00Z'),
      await held(world, 'B', '2026-03-01T02:00:00Z'),
      await held(world, 'C', '2026-04-01T02:00:00Z'),
    ]
    await came(one, people.principal.userId, enterprises.member)
    await came(two, people.neighbour.userId, enterprises.neighbour)
    await came(three, people.principal.userId, enterprises.member)
    await came(three, people.principal.userId, enterprises.neighbour)
    await came(three, people.lead.userId, enterprises.lead)
    const before = await getParticipationTotals(officer, filter)
    const others = async () =>
      (await listAllParticipation(officer, filter, { key: 'name', isFalling: false })).filter(
        ({ id }) => id !== enterprises.member && id !== enterprises.neighbour,
      )
    const rest = await others()
    expect(before).toMatchObject({ enterprises: 5, offered: 9, present: 5 })

    await merge(world)
    expect(await getParticipationTotals(officer, filter)).toMatchObject({
      enterprises: 4,
      offered: 6,
      present: 4,
      trained: 2,
    })
    const lines = await listAllParticipation(officer, filter, { key: 'name', isFalling: false })
    expect(lines.find(({ id }) => id === enterprises.member)).toMatchObject({ offered: 3, present: 3, byMandate: 3 })
    expect(await others()).toEqual(rest)
    const alliances = await listParticipationByAlliance(officer, filter)
    expect(alliances.find(({ key }) => key === 'coatings')).toMatchObject({ enterprises: 2, offered: 6, present: 4 })

    await undo(world)
    expect(await getParticipationTotals(officer, filter)).toEqual(before)
  })

  it('keep what was offered and done before the entry that stays was a member', async () => {
    const officer = await world.actor('officer')
    const { memberships, people, enterprises } = world
    await db.membership.update({ where: { id: memberships.member }, data: { joinedOn: toDate('2026-06-01') } })
    await came(await held(world, 'A', '2026-02-01T02:00:00Z'), people.neighbour.userId, enterprises.neighbour)
    await merge(world)
    const lines = await listAllParticipation(officer, filter, { key: 'name', isFalling: false })
    expect(lines.find(({ id }) => id === enterprises.member)).toMatchObject({ offered: 1, present: 1 })
    expect(lines.some(({ id }) => id === enterprises.neighbour)).toBe(false)
  })
})

describe('merging is refused', () => {
  const refused = (code: string) => ({ ok: false, code })

  it('when either entry has changed since it was looked at, and a second press changes nothing', async () => {
    const { member, neighbour } = world.enterprises
    const asked = {
      keptId: member,
      goneId: neighbour,
      keptVersion: 1,
      goneVersion: 1,
      choices: {},
      reason: '同一家',
      isSure: true,
    }
    await db.enterprise.update({ where: { id: member }, data: { version: 2 } })
    expect(await act(world, 'officer', mergeEnterprises, asked)).toMatchObject(refused('MERGE_CHANGED'))
    const again = { ...asked, keptVersion: 2 }
    expect(await act(world, 'officer', mergeEnterprises, again)).toMatchObject({ ok: true })
    const after = await everyRow()
    expect(await act(world, 'officer', mergeEnterprises, again)).toMatchObject(refused('MERGED_ALREADY'))
    expect(await everyRow()).toEqual(after)
    expect(await db.enterpriseMerge.count()).toBe(1)
  })

  it('while something has to be settled first, as the preview says', async () => {
    const { member, neighbour, lead } = world.enterprises
    const officer = await world.actor('officer')
    expect(await merge(world, { keptId: member, goneId: lead })).toMatchObject({
      ...refused('MERGE_ENDS_A_LEAD'),
      params: { alliance: '油漆涂料行业安全联盟' },
    })
    expect((await getMergePreview(officer, member, lead))?.obstacle?.code).toBe('MERGE_ENDS_A_LEAD')
    await db.correctionProposal.create({
      data: {
        enterpriseId: neighbour,
        proposedById: world.people.neighbour.userId,
        base: {},
        proposed: { name: '新' },
      },
    })
    expect(await merge(world)).toMatchObject(refused('MERGE_PROPOSAL_OPEN'))
    const [firstId, secondId] = inOrder(member, neighbour)
    await act(world, 'officer', declareDistinct, { firstId, secondId, reason: '两家' })
    expect(await merge(world)).toMatchObject(refused('MERGE_PAIR_IS_DISTINCT'))
    await db.enterprise.update({ where: { id: neighbour }, data: { closedOn: toDate('2026-11-01') } })
    expect(await merge(world)).toMatchObject(refused('MERGE_NEEDS_OPEN'))
    expect(await merge(world, { keptId: member, goneId: member })).toMatchObject(refused('NOT_FOUND'))
    expect(await merge(world, { isSure: false })).toMatchObject({
      code: 'INVALID',
      fields: { isSure: 'NOT_CONFIRMED' },
    })
  })

  it('to all but one of those who merge overlapping pairs at the same time', async () => {
    const { member, neighbour, stranger } = world.enterprises
    const answers = await Promise.all([
      merge(world, { keptId: member, goneId: neighbour }),
      merge(world, { keptId: neighbour, goneId: member }),
      merge(world, { keptId: stranger, goneId: neighbour }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const merged = await db.enterprise.findMany({ where: { mergedIntoId: { not: null } } })
    expect(merged).toHaveLength(1)
    expect(await db.enterpriseMerge.count()).toBe(1)
  })
})
