import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { removeActivityFile, restoreActivityFile } from '@/lib/activities/file-actions'
import { getActivityFile, listActivityFiles, listRemovedActivityFiles } from '@/lib/activities/queries'
import { filesMax } from '@/lib/activities/rules'
import { addActivityFile } from '@/lib/activities/upload-actions'
import { db } from '@/lib/core/db'
import type { ActivityFileKind } from '@/lib/core/prisma/enums'
import { act } from '../support/act'
import { inDays, makeActivity, makeFile } from '../support/stage'
import { buildWorld, type ActorName, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const file = (sum = randomUUID()) => ({
  key: randomUUID(),
  fileName: '纪要.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 8,
  sha256: sum,
})

const add = (id: string, kind: ActivityFileKind = 'MATERIAL', what = file()) =>
  act(world, 'coordinator', addActivityFile, { id, kind, file: what })

describe('adding', () => {
  it('minutes are of what was held; material may come before', async () => {
    const coming = await makeActivity(world)
    expect(await add(coming, 'MINUTES')).toMatchObject({ code: 'MINUTES_BEFORE_HELD' })
    expect(await add(coming)).toMatchObject({ ok: true })
    const held = await makeActivity(world, { state: 'HELD', startsAt: inDays(-3) })
    expect(await add(held, 'MINUTES')).toMatchObject({ ok: true })
  })

  it('the same bytes stand there once, however often they are sent', async () => {
    const id = await makeActivity(world)
    const sum = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => add(id, 'MATERIAL', file(sum))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await add(id, 'MATERIAL', file(sum))).toMatchObject({ code: 'FILE_ALREADY_THERE' })
    expect(await db.activityFile.count({ where: { activityId: id } })).toBe(1)
  })

  it('stops at the limit, also for those who come at the same instant or put back', async () => {
    const id = await makeActivity(world)
    const removed = await makeFile(id, { removedAt: inDays(-1) })
    for (let count = 1; count < filesMax; count++) await makeFile(id)
    const answers = await Promise.all([1, 2, 3].map(() => add(id)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.code === 'FILES_TOO_MANY')).toHaveLength(2)
    expect(await act(world, 'coordinator', restoreActivityFile, { id: removed })).toMatchObject({
      code: 'FILES_TOO_MANY',
    })
  })
})

describe('who sees which file', () => {
  const names = async (name: ActorName, id: string) =>
    (await listActivityFiles(await world.actor(name), id)).map((row) => row.file.fileName)

  it('members and bureaus those of what is published, whoever runs it those of a draft too', async () => {
    const published = await makeActivity(world)
    await makeFile(published, { fileName: '通知.pdf' })
    const draft = await makeActivity(world, { state: 'DRAFT' })
    await makeFile(draft, { fileName: '草稿.pdf' })
    for (const name of ['designated', 'jinshan', 'coordinator'] as const)
      expect(await names(name, published)).toEqual(['通知.pdf'])
    for (const name of ['anonymous', 'stranger', 'otherCoordinator', 'hatless'] as const)
      expect(await names(name, published)).toEqual([])
    expect(await names('designated', draft)).toEqual([])
    expect(await names('lead', draft)).toEqual(['草稿.pdf'])
  })

  it('one that was removed is found by nobody, and can be put back by whoever runs the activity', async () => {
    const id = await makeActivity(world)
    const fileId = await makeFile(id, { fileName: '旧课件.pdf' })
    await act(world, 'coordinator', removeActivityFile, { id: fileId })
    const removedFor = async (name: ActorName) => (await listRemovedActivityFiles(await world.actor(name), id)).length
    expect(await getActivityFile(await world.actor('administrator'), id, fileId)).toBeNull()
    expect(await removedFor('coordinator')).toBe(1)
    expect(await removedFor('designated')).toBe(0)
    expect(await removedFor('jinshan')).toBe(0)
    await act(world, 'deputy', restoreActivityFile, { id: fileId })
    expect(await names('designated', id)).toEqual(['旧课件.pdf'])
  })

  it('one of another activity is not reached through this one', async () => {
    const own = await makeActivity(world)
    const other = await makeActivity(world, { state: 'DRAFT' })
    const fileId = await makeFile(other)
    expect(await getActivityFile(await world.actor('designated'), own, fileId)).toBeNull()
    expect(await getActivityFile(await world.actor('designated'), other, fileId)).toBeNull()
    expect(await getActivityFile(await world.actor('coordinator'), other, '../../etc/passwd')).toBeNull()
  })
})
