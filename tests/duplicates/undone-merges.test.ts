import { beforeEach, describe, expect, it } from 'vitest'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { sweepMerges } from '@/lib/duplicates/jobs'
import { getMergePreview } from '@/lib/duplicates/merge-queries'
import { emptyDatabase } from '../support/empty'
import { buildWorld, type World, worldNow } from '../support/world'
import { doubled, everyRow, merge, undo } from './merge-city'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

describe('undoing is refused', () => {
  it('once a day has passed, and then what was kept for it goes', async () => {
    await merge(world)
    await db.enterpriseMerge.updateMany({ data: { mergedAt: new Date(worldNow.getTime() - 86_400_000) } })
    expect(await undo(world)).toMatchObject({ ok: false, code: 'MERGE_UNDO_OVER' })
    const kept = await db.mergeMove.count()
    await sweepMerges()
    expect([kept > 0, await db.mergeMove.count()]).toEqual([true, kept])
    await db.enterpriseMerge.updateMany({ data: { mergedAt: new Date(worldNow.getTime() - 86_400_001) } })
    await sweepMerges()
    expect(await db.mergeMove.count()).toBe(0)
  })

  it('when a row that moved, or an entry, has been changed since', async () => {
    await doubled(world)
    const { member, neighbour, lead } = world.enterprises
    await merge(world)
    const after = await everyRow()
    const topic = await db.topic.findFirstOrThrow()
    const ended = await db.membership.findFirstOrThrow({ where: { enterpriseId: neighbour, leftOn: { not: null } } })
    const entry = (id: string, step: number) => () =>
      db.enterprise.update({ where: { id }, data: { version: { increment: step } } })
    const owned = (ownerId: string | null) => () => db.topic.update({ where: { id: topic.id }, data: { ownerId } })
    const left = (leftOn: Date | null) => () => db.membership.update({ where: { id: ended.id }, data: { leftOn } })
    const changes: [change: () => Promise<unknown>, back: () => Promise<unknown>][] = [
      [entry(member, 1), entry(member, -1)],
      [entry(neighbour, 1), entry(neighbour, -1)],
      [owned(lead), owned(topic.ownerId)],
      [left(toDate('2026-11-30')), left(ended.leftOn)],
    ]
    for (const [change, back] of changes) {
      await change()
      expect(await undo(world)).toMatchObject({ ok: false, code: 'MERGE_MOVED_ON' })
      await back()
      expect(await everyRow()).toEqual(after)
    }
    expect(await undo(world)).toMatchObject({ ok: true })
    expect(await undo(world)).toMatchObject({ ok: false, code: 'MERGE_UNDONE_ALREADY' })
  })
})

describe('the preview', () => {
  it('counts what the merge then moves and leaves', async () => {
    const { kept, gone } = await doubled(world)
    const preview = await getMergePreview(await world.actor('officer'), kept, gone)
    expect(preview?.obstacle).toBeNull()
    expect(preview?.gone.principalPhone).toBe('138****0001')
    const counted = Object.fromEntries((preview?.moving ?? []).map(({ kind, moves, stays }) => [kind, [moves, stays]]))
    expect(counted).toMatchObject({
      memberships: [1, 1],
      leadDecisions: [1, 0],
      mandates: [1, 1],
      appointments: [1, 1],
      registrations: [1, 1],
      attendances: [2, 1],
      adoptions: [1, 1],
      announcementReads: [1, 1],
      supervisions: [0, 1],
    })
    await merge(world)
    const stands = Object.fromEntries(
      ((await getMergePreview(await world.actor('officer'), kept, gone))?.moving ?? []).map(
        ({ kind, moves, stays }) => [kind, moves + stays],
      ),
    )
    for (const [kind, pair] of Object.entries(counted)) expect(stands[kind] ?? 0, kind).toBe(pair[1] ?? 0)
    expect(await getMergePreview(await world.actor('jinshan'), kept, gone)).toBeNull()
  })
})
