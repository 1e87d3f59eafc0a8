import { Readable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { db, type Tx } from '@/lib/core/db'
import { Refusal } from '@/lib/core/result'
import { storage } from '@/lib/core/storage'
import { cancelTask, undoTask } from '@/lib/tasks/actions'
import { runTask, sweepTasks, type TaskHandler, type TaskRun } from '@/lib/tasks/jobs'
import { getTask, listTasks, takeResult } from '@/lib/tasks/queries'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { buildWorld, worldNow, type World } from '../support/world'
import { ask } from './fixtures'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

/** What the tests' handler writes: one insurer a run, so that twice would be seen. */
const write = (tx: Tx, name: string) => tx.insurer.create({ data: { name, shortName: name } })
const written = (name: string) => db.insurer.count({ where: { name } })

const file = (text: string) => ({
  fileName: '结果.txt',
  mediaType: 'text/plain',
  bytes: Readable.from([Buffer.from(text)]),
})

const counting = (during: (tx: Tx, run: TaskRun) => Promise<unknown> = async () => undefined): TaskHandler => ({
  steps: ['COUNTING', 'WRITING'],
  run: async (run) => {
    await run.progress('COUNTING', 0, 3)
    await run.commit(async (tx) => {
      await write(tx, run.id)
      await run.progress('WRITING', 2)
      await during(tx, run)
      return { summary: { done: 3 }, undoHours: 24 }
    })
    await run.keepResult(file('三家已办理'))
  },
  undo: {
    steps: ['WRITING'],
    run: async (run) => {
      await run.commit(async (tx) => {
        await tx.insurer.deleteMany({ where: { name: run.undoes ?? '' } })
        return { summary: { done: 1 } }
      })
    },
  },
})

const take = (id: string, handler: TaskHandler = counting()) => runTask({ taskId: id }, { count: handler })
const seen = async (id: string) => getTask(await world.actor('officer'), id)
const jobsOf = (id: string) =>
  db.$queryRaw<{ data: unknown }[]>`SELECT data FROM pgboss.job WHERE name = 'tasks.run' AND data->>'taskId' = ${id}`

describe('a task', () => {
  it('asked for twice under one key is one task and one job', async () => {
    const key = crypto.randomUUID()
    const first = await ask(world, 'officer', { key })
    expect(await ask(world, 'officer', { key })).toBe(first)
    expect(await jobsOf(first)).toHaveLength(1)
    // Another person's key is another key.
    expect(await ask(world, 'administrator', { key })).not.toBe(first)
  })

  it('is done once, with its counts, its file and its way back', async () => {
    const id = await ask(world, 'officer')
    await take(id)
    await take(id)
    expect(await written(id)).toBe(1)
    const task = await seen(id)
    expect(task).toMatchObject({
      state: 'DONE',
      step: null,
      steps: ['COUNTING', 'WRITING'],
      handled: 2,
      total: 3,
      summary: { done: 3 },
      undoUntil: new Date('2026-11-25T02:00:00Z'),
      resultExpiresAt: new Date('2026-12-01T02:00:00Z'),
      resultFile: { fileName: '结果.txt' },
    })
  })

  it('whose worker dies in the middle is taken again, and nothing is there twice', async () => {
    const id = await ask(world, 'officer')
    // The connection goes with the worker; the database takes back what was half written.
    const dying = counting((tx) => tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`)
    await expect(take(id, dying)).rejects.toThrow()
    expect(await seen(id)).toMatchObject({ state: 'RUNNING', step: 'WRITING', committedAt: null })
    expect(await written(id)).toBe(0)
    await take(id)
    expect(await written(id)).toBe(1)
    expect(await seen(id)).toMatchObject({ state: 'DONE' })
  })

  it('whose worker dies after writing does not write again, and still gets its file', async () => {
    const id = await ask(world, 'officer')
    const dying = {
      ...counting(),
      run: async (run: TaskRun) => {
        await counting().run({ ...run, keepResult: () => Promise.reject(new Error('killed')) })
      },
    }
    await expect(take(id, dying)).rejects.toThrow('killed')
    expect(await seen(id)).toMatchObject({ state: 'RUNNING', resultFileId: null, summary: { done: 3 } })
    await take(id)
    expect(await written(id)).toBe(1)
    expect(await seen(id)).toMatchObject({ state: 'DONE', resultFile: { fileName: '结果.txt' } })
  })

  it('at which two workers are is written by one', async () => {
    const id = await ask(world, 'officer')
    const slow = counting((tx) => tx.$executeRaw`SELECT pg_sleep(0.3)`)
    const runs = await Promise.allSettled([take(id, slow), take(id, slow)])
    expect(runs.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await written(id)).toBe(1)
  })

  it('that keeps failing is given up at last, and says so', async () => {
    const id = await ask(world, 'officer')
    const broken = counting(() => Promise.reject(new Error('broken')))
    for (let attempt = 1; attempt <= 5; attempt += 1) await expect(take(id, broken)).rejects.toThrow('broken')
    await take(id, broken)
    expect(await seen(id)).toMatchObject({ state: 'FAILED', problem: 'UNEXPECTED' })
  })

  it('that is refused ends with its sentence at once', async () => {
    const id = await ask(world, 'officer')
    await take(
      id,
      counting(() => Promise.reject(new Refusal('ENTERPRISE_CLOSED', {}, { name: '甲' }))),
    )
    expect(await seen(id)).toMatchObject({
      state: 'FAILED',
      problem: 'ENTERPRISE_CLOSED',
      problemParams: { name: '甲' },
    })
    const unknown = await ask(world, 'officer', { kind: 'nothing-does-this' })
    await take(unknown)
    expect(await seen(unknown)).toMatchObject({ state: 'FAILED', problem: 'TASK_UNKNOWN' })
  })

  it('does nothing under a hat that no longer holds', async () => {
    const id = await ask(world, 'fengxian')
    await db.appointment.updateMany({
      where: { userId: world.people.fengxian.userId },
      data: { endsOn: new Date('2026-11-24') },
    })
    await take(id)
    expect(await written(id)).toBe(0)
    expect(await db.task.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'FAILED',
      problem: 'TASK_HAT_GONE',
    })
    expect(await getTask(await world.actor('fengxian'), id)).toBeNull()
    await db.appointment.updateMany({ where: { userId: world.people.fengxian.userId }, data: { endsOn: null } })
  })
})

describe('cancelling', () => {
  it('before it begins leaves nothing to do', async () => {
    const id = await ask(world, 'officer')
    expect(await act(world, 'officer', cancelTask, { id })).toMatchObject({ ok: true })
    await take(id)
    expect(await written(id)).toBe(0)
    expect(await seen(id)).toMatchObject({ state: 'CANCELLED' })
  })

  it('in the middle takes back what is half written', async () => {
    const id = await ask(world, 'officer')
    await take(
      id,
      counting(() => act(world, 'officer', cancelTask, { id })),
    )
    expect(await written(id)).toBe(0)
    expect(await seen(id)).toMatchObject({ state: 'CANCELLED', committedAt: null })
  })

  it('is refused once it is written', async () => {
    const id = await ask(world, 'officer')
    await take(id)
    expect(await act(world, 'officer', cancelTask, { id })).toMatchObject({ ok: false, code: 'TASK_FINISHED' })
  })
})

describe('taking back', () => {
  it('is a task of its own, asked for once, that notes when it was done', async () => {
    const id = await ask(world, 'officer')
    await take(id)
    const first = await act(world, 'officer', undoTask, { id })
    expect(await act(world, 'officer', undoTask, { id })).toEqual(first)
    const undoing = first.ok ? first.data.id : ''
    expect(await jobsOf(undoing)).toHaveLength(1)
    await take(undoing)
    expect(await written(id)).toBe(0)
    expect(await seen(id)).toMatchObject({ undoneAt: worldNow, undoneBy: { id: undoing, state: 'DONE' } })
    expect(await act(world, 'officer', undoTask, { id })).toMatchObject({ ok: false, code: 'TASK_NOT_UNDOABLE' })
  })

  it('can be asked for again where it failed', async () => {
    const id = await ask(world, 'officer')
    await take(id)
    const asked = await act(world, 'officer', undoTask, { id })
    const undoing = asked.ok ? asked.data.id : ''
    await take(undoing, { ...counting(), undo: { steps: [], run: () => Promise.reject(new Refusal('BUSY')) } })
    expect(await seen(undoing)).toMatchObject({ state: 'FAILED', problem: 'BUSY' })
    expect(await act(world, 'officer', undoTask, { id })).toEqual(asked)
    await take(undoing)
    expect(await written(id)).toBe(0)
  })

  it('is over after its time', async () => {
    const id = await ask(world, 'officer')
    await take(id)
    setClock('2026-11-25T02:00:00Z')
    expect(await act(world, 'officer', undoTask, { id })).toMatchObject({ ok: false, code: 'TASK_NOT_UNDOABLE' })
    setClock(worldNow.toISOString())
  })
})

describe('what came of it', () => {
  it('is fetched by who asked alone, and written down', async () => {
    const id = await ask(world, 'officer')
    await take(id)
    expect(await takeResult(await world.actor('administrator'), id)).toBeNull()
    expect(await takeResult(await world.actor('anonymous'), id)).toBeNull()
    expect(await takeResult(await world.actor('officer'), id)).toMatchObject({
      fileName: '结果.txt',
      mediaType: 'text/plain',
    })
    const events = await db.accessEvent.findMany({ where: { subjectId: id } })
    expect(events).toMatchObject([{ kind: 'EXPORT', actorName: 'officer', detail: { file: '结果.txt' } }])
  })

  it('is gone with its bytes when its time is over, and a task without a job ends', async () => {
    const id = await ask(world, 'officer')
    await take(id)
    const kept = await takeResult(await world.actor('officer'), id)
    const forgotten = await ask(world, 'officer')
    await db.task.update({ where: { id: forgotten }, data: { createdAt: new Date('2026-11-28T02:00:00Z') } })
    setClock('2026-12-01T02:00:00Z')
    await sweepTasks()
    setClock(worldNow.toISOString())
    await expect(storage.open(kept?.storageKey ?? '')).rejects.toThrow()
    expect(await takeResult(await world.actor('officer'), id)).toBeNull()
    expect(await seen(id)).toMatchObject({ state: 'DONE', resultFileId: null })
    expect(await db.storedFile.count({ where: { storageKey: kept?.storageKey ?? '' } })).toBe(0)
    expect(await seen(forgotten)).toMatchObject({ state: 'FAILED', problem: 'UNEXPECTED' })
  })

  it('is listed for who asked, the latest first', async () => {
    const mine = await listTasks(await world.actor('officer'))
    expect(mine.total).toBe(mine.rows.length)
    expect(mine.rows.map(({ id }) => id)).toEqual(
      mine.rows
        .map(({ id }) => id)
        .toSorted()
        .reverse(),
    )
    expect((await listTasks(await world.actor('jinshan'))).total).toBe(0)
    expect((await listTasks(await world.actor('hatless'))).total).toBe(0)
  })
})
