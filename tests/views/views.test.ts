import { beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { activityFilterOf } from '@/lib/activities/filter-rules'
import { db } from '@/lib/core/db'
import { registryQuery } from '@/lib/enterprises/schema'
import { reportQuery } from '@/lib/reports/schema'
import { userFilter } from '@/lib/users/schema'
import * as actions from '@/lib/views/actions'
import { sweepViews } from '@/lib/views/jobs'
import { listViews } from '@/lib/views/queries'
import { lists, queryOf, queryOfText, viewHref, type ListKey } from '@/lib/views/rules'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { emptyDatabase } from '../support/empty'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

async function save(name: ActorName, wish: { name?: string; query?: string; isShared?: boolean; noun?: ListKey } = {}) {
  const input = {
    noun: 'enterprises' as const,
    name: '金山到期',
    query: 'jurisdiction=310116',
    isShared: false,
    ...wish,
  }
  const answer = await act(world, name, actions.saveView, input)
  if (!answer.ok) throw new Error(answer.code)
  return answer.data.id
}

const namesOf = async (name: ActorName, noun: ListKey = 'enterprises') =>
  (await listViews(await world.actor(name), noun)).map((view) => view.name)

describe('what a view may hold', () => {
  it('is what the addresses of the lists know', () => {
    const without = (shape: object, ...left: string[]) => Object.keys(shape).filter((name) => !left.includes(name))
    const asked = new Set<string>()
    activityFilterOf((name) => {
      asked.add(name)
      return undefined
    })
    // A view keeps no day of the past: it would go on showing it.
    expect([...lists.enterprises.params].sort()).toEqual(without(registryQuery.shape, 'cursor', 'asOf').sort())
    expect([...lists.users.params].sort()).toEqual(without(userFilter.shape, 'cursor').sort())
    expect([...lists.activities.params].sort()).toEqual([...asked].sort())
    // `measure` belongs to the lists behind the figures, `rows` to the printer.
    expect([...lists.reports.params].sort()).toEqual(without(reportQuery.shape, 'cursor', 'measure', 'rows').sort())
  })

  it('is never an address, whatever is given', () => {
    expect(queryOfText('users', '//elsewhere.example/?q=1&next=https://elsewhere.example&cursor=x')).toBe('')
    expect(queryOf('users', { state: 'ACTIVE', q: ' 王 ', evil: 'x' })).toBe('q=%E7%8E%8B&state=ACTIVE')
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (text, value) => {
        for (const noun of Object.keys(lists) as ListKey[]) {
          const once = queryOfText(noun, `${text}&q=${encodeURIComponent(value)}`)
          const known: string[] = [...lists[noun].params, 'columns']
          expect([...new URLSearchParams(once).keys()].every((name) => known.includes(name))).toBe(true)
          expect(queryOfText(noun, once)).toBe(once)
          expect(new URL(viewHref(noun, once), 'http://portal').pathname).toBe(lists[noun].path)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a saved view', () => {
  it('is its owner’s alone until it is shared with the office', async () => {
    const id = await save('officer')
    expect(await namesOf('officer')).toEqual(['金山到期'])
    expect(await namesOf('administrator')).toEqual([])
    expect(await act(world, 'officer', actions.shareView, { id, isShared: true })).toMatchObject({ ok: true })
    expect(await namesOf('administrator')).toEqual(['金山到期'])
    for (const other of ['jinshan', 'coordinator', 'principal', 'hatless', 'anonymous'] as const)
      expect(await namesOf(other)).toEqual([])
    await act(world, 'officer', actions.shareView, { id, isShared: false })
    expect(await namesOf('administrator')).toEqual([])
  })

  it('is shared with the office whose hat is worn, and with its twin never', async () => {
    await save('jinshan', { isShared: true })
    await save('coordinator', { isShared: true, name: '本机构' })
    expect(await namesOf('jinshanAdministrator')).toEqual(['金山到期'])
    expect(await namesOf('fengxian')).toEqual([])
    expect(await namesOf('deputy')).toEqual(['本机构'])
    expect(await namesOf('otherCoordinator')).toEqual([])
  })

  it('has one name once per person and list, and says so beside the field', async () => {
    await save('officer')
    const again = { noun: 'enterprises' as const, name: ' 金山到期 ', query: '', isShared: false }
    expect(await act(world, 'officer', actions.saveView, again)).toMatchObject({
      ok: false,
      code: 'VIEW_EXISTS',
      fields: { name: 'VIEW_EXISTS' },
    })
    await save('officer', { noun: 'users' })
    await save('administrator')
    const pressed = ['同时', '同时'].map((name) => act(world, 'officer', actions.saveView, { ...again, name }))
    expect((await Promise.all(pressed)).filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('holds a name that is safe to show, whatever was typed', async () => {
    await save('officer', { name: '<script>alert(1)</script>\u202e' })
    await save('officer', { name: '🏭 重点' })
    expect(await namesOf('officer')).toEqual(['<script>alert(1)</script>', '🏭 重点'])
    const long = { noun: 'enterprises' as const, name: '长'.repeat(100_000), query: '', isShared: false }
    expect(await act(world, 'officer', actions.saveView, long)).toMatchObject({ fields: { name: 'TOO_LONG' } })
  })

  it('is taken away, brought back, and gone for good after a while', async () => {
    const id = await save('officer')
    await act(world, 'officer', actions.chooseDefaultView, { noun: 'enterprises', viewId: id })
    expect(await act(world, 'officer', actions.removeView, { id })).toMatchObject({ ok: true })
    expect(await act(world, 'officer', actions.removeView, { id })).toMatchObject({ ok: true })
    expect(await namesOf('officer')).toEqual([])
    await act(world, 'officer', actions.restoreView, { id })
    expect(await listViews(await world.actor('officer'), 'enterprises')).toMatchObject([{ id, isDefault: true }])
    await act(world, 'officer', actions.removeView, { id })
    // Its name is free meanwhile: then it cannot come back under it.
    await save('officer')
    expect(await act(world, 'officer', actions.restoreView, { id })).toMatchObject({ code: 'VIEW_EXISTS' })
    setClock('2026-12-25T02:00:00Z')
    await sweepViews()
    setClock(worldNow.toISOString())
    expect(await db.savedView.count({ where: { id } })).toBe(0)
    expect(await db.viewDefault.count()).toBe(0)
  })

  it('can be one’s default, of its own list only, one at a time', async () => {
    const [first, second] = [await save('officer', { isShared: true }), await save('officer', { name: '奉贤' })]
    const choose = (name: ActorName, noun: ListKey, viewId: string | null) =>
      act(world, name, actions.chooseDefaultView, { noun, viewId })
    expect(await choose('officer', 'users', first)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await choose('administrator', 'enterprises', second)).toMatchObject({ code: 'NOT_FOUND' })
    await choose('officer', 'enterprises', first)
    await choose('officer', 'enterprises', second)
    await choose('administrator', 'enterprises', first)
    const defaultOf = async (name: ActorName) =>
      (await listViews(await world.actor(name), 'enterprises')).find(({ isDefault }) => isDefault)?.id
    expect([await defaultOf('officer'), await defaultOf('administrator')]).toEqual([second, first])
    await choose('officer', 'enterprises', null)
    expect(await defaultOf('officer')).toBeUndefined()
    // What is no longer shared is nobody else's default.
    await act(world, 'officer', actions.shareView, { id: first, isShared: false })
    expect(await defaultOf('administrator')).toBeUndefined()
  })
})
