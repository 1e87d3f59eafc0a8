import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import type { ProblemTodoState } from '@/lib/core/prisma/enums'
import { verifyTodo } from '@/lib/problems/actions'
import { removeTodoFile, restoreTodoFile } from '@/lib/problems/file-actions'
import { getTodoFile, listTodoFiles } from '@/lib/problems/file-queries'
import { filesMax } from '@/lib/problems/rules'
import { addTodoFile } from '@/lib/problems/upload-actions'
import { act } from '../support/act'
import { buildWorld, type ActorName, type World } from '../support/world'
import { makeTodo, makeTodoFile, upload } from './evidence'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const todo = (state?: ProblemTodoState) => makeTodo(world, state)

const add = (todoId: string, file = upload()) => act(world, 'principal', addTodoFile, { todoId, file })

const namesFor = async (name: ActorName, todoId: string) =>
  (await listTodoFiles(await world.actor(name), todoId)).files.map(({ file }) => file.fileName)

it('is brought by the enterprise and read by whoever reads its answer, by nobody else, and not once it is removed', async () => {
  const todoId = await todo()
  const added = await add(todoId)
  const id = added.ok ? added.data.id : ''
  const readers = ['principal', 'coordinator', 'officer', 'lead', 'jinshan'] as const
  const others = ['neighbour', 'fengxian', 'otherCoordinator', 'anonymous'] as const
  const reads = async (name: ActorName) => (await getTodoFile(await world.actor(name), todoId, id)) !== null
  for (const name of readers)
    expect([await reads(name), await namesFor(name, todoId)]).toEqual([true, ['检测报告.pdf']])
  for (const name of others) expect([await reads(name), await namesFor(name, todoId)]).toEqual([false, []])
  expect(await getTodoFile(await world.actor('principal'), await todo(), id)).toBeNull()

  expect((await act(world, 'principal', removeTodoFile, { id })).ok).toBe(true)
  for (const name of readers) expect(await reads(name)).toBe(false)
  expect((await act(world, 'principal', restoreTodoFile, { id })).ok).toBe(true)
  expect(await reads('coordinator')).toBe(true)
  const trail = await db.auditEvent.findMany({ where: { verb: { in: ['problem.add-file', 'problem.remove-file'] } } })
  expect(trail.map(({ changes }) => changes)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ file: [null, '检测报告.pdf'] }),
      expect.objectContaining({ file: ['检测报告.pdf', null] }),
    ]),
  )
})

it('is what was read when it is verified, and fixed from then on', async () => {
  const todoId = await todo('DONE')
  const verify = (version: number) => act(world, 'coordinator', verifyTodo, { todoId, version })
  const added = await add(todoId)
  expect(await verify(1)).toMatchObject({ code: 'CONFLICT' })
  expect((await verify(2)).ok).toBe(true)
  const id = added.ok ? added.data.id : ''
  expect(await add(todoId)).toMatchObject({ code: 'PROBLEM_EVIDENCE_FIXED' })
  expect(await act(world, 'principal', removeTodoFile, { id })).toMatchObject({ code: 'PROBLEM_EVIDENCE_FIXED' })
})

it('is of so many files at most, also of two who add at once, and of each once', async () => {
  const todoId = await todo()
  const twice = upload()
  expect((await add(todoId, twice)).ok).toBe(true)
  expect(await add(todoId, { ...upload(), sha256: twice.sha256 })).toMatchObject({ code: 'FILE_ALREADY_THERE' })
  for (let made = 2; made < filesMax; made += 1) await makeTodoFile(todoId)
  const both = await Promise.all([add(todoId), add(todoId)])
  expect(both.map((one) => (one.ok ? 'ok' : one.code)).toSorted()).toEqual(['FILES_TOO_MANY', 'ok'])
})
