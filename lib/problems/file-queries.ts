import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import { removedTodoFiles, visibleProblemTodos, visibleTodoFiles } from './policy'

const fileSelect = {
  id: true,
  file: { select: { fileName: true, sizeBytes: true } },
} satisfies Prisma.TodoFileSelect

export type TodoFileRow = Prisma.TodoFileGetPayload<{ select: typeof fileSelect }>

const removedMax = 10

/** The evidence of a to-do in the order in which it came, and what its enterprise can put back. */
export async function listTodoFiles(
  actor: Actor,
  todoId: string,
): Promise<{ files: TodoFileRow[]; removed: TodoFileRow[] }> {
  const [files, removed] = await Promise.all([
    db.todoFile.findMany({
      where: { AND: [{ todoId }, visibleTodoFiles(actor)] },
      select: fileSelect,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    db.todoFile.findMany({
      where: { AND: [{ todoId }, removedTodoFiles(actor)] },
      select: fileSelect,
      orderBy: [{ removedAt: 'desc' }, { id: 'desc' }],
      take: removedMax,
    }),
  ])
  return { files, removed }
}

/** Where a to-do that the actor reads is found, and what a decision about its files needs. */
export async function getFiledTodo(actor: Actor, id: string) {
  if (!isId(id)) return null
  return db.problemTodo.findFirst({
    where: { AND: [{ id }, visibleProblemTodos(actor)] },
    select: {
      id: true,
      enterpriseId: true,
      enterprise: { select: { supervisingJurisdictionId: true } },
      problem: { select: { id: true, allianceYear: { select: { allianceId: true } } } },
    },
  })
}

type TodoDownload = { storageKey: string; fileName: string; mediaType: string; sizeBytes: number }

/** One file, by both its ids: a file of another to-do is not found through this one. */
export async function getTodoFile(actor: Actor, todoId: string, id: string): Promise<TodoDownload | null> {
  if (!isId(todoId) || !isId(id)) return null
  const row = await db.todoFile.findFirst({
    where: { AND: [{ id, todoId }, visibleTodoFiles(actor)] },
    select: { file: { select: { storageKey: true, fileName: true, mediaType: true, sizeBytes: true } } },
  })
  return row?.file ?? null
}
