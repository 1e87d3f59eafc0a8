import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access/audit'
import { db, type Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import type { TaskSubject } from './mutations'
import { visibleTasks } from './policy'
import { problemParamsShape, summaryShape, type Summary } from './schema'

export const taskSubject = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<TaskSubject | null> =>
  tx.task.findFirst({
    where: { AND: [{ id }, visibleTasks(actor)] },
    select: { id: true, kind: true, label: true, state: true, startedById: true, hat: true },
  })

const listSelect = {
  id: true,
  kind: true,
  label: true,
  state: true,
  handled: true,
  total: true,
  undoesId: true,
  undoneAt: true,
  createdAt: true,
  finishedAt: true,
} satisfies Prisma.TaskSelect

export type ListedTask = Prisma.TaskGetPayload<{ select: typeof listSelect }>

/** One's own long work, the latest first; ids are made in the order of time. */
export async function listTasks(actor: Actor, cursorText?: string): Promise<Page<ListedTask> & { total: number }> {
  const where = visibleTasks(actor)
  const cursor = decodeCursor(cursorText)
  const isBackwards = cursor?.direction === 'before'
  const beyond = cursor ? { id: isBackwards ? { gt: cursor.id } : { lt: cursor.id } } : {}
  const [read, total] = await Promise.all([
    db.task.findMany({
      where: { AND: [where, beyond] },
      select: listSelect,
      orderBy: { id: isBackwards ? 'asc' : 'desc' },
      take: pageSize + 1,
    }),
    db.task.count({ where }),
  ])
  return { ...cutPage(read, cursor, () => null), total }
}

const detailSelect = {
  ...listSelect,
  steps: true,
  step: true,
  summary: true,
  problem: true,
  problemParams: true,
  startedAt: true,
  committedAt: true,
  undoUntil: true,
  resultFileId: true,
  resultExpiresAt: true,
  resultFile: { select: { fileName: true } },
  undoneBy: { select: { id: true, state: true } },
} satisfies Prisma.TaskSelect

type DetailRow = Prisma.TaskGetPayload<{ select: typeof detailSelect }>

export type TaskDetail = Omit<DetailRow, 'summary' | 'problemParams'> & {
  summary: Summary
  problemParams: Record<string, string | number>
}

export async function getTask(actor: Actor, id: string): Promise<TaskDetail | null> {
  const row = await db.task.findFirst({ where: { AND: [{ id }, visibleTasks(actor)] }, select: detailSelect })
  return (
    row && {
      ...row,
      summary: summaryShape.parse(row.summary),
      problemParams: problemParamsShape.parse(row.problemParams),
    }
  )
}

export type ResultFile = { fileName: string; mediaType: string; sizeBytes: number; storageKey: string }

/** The result of one's own task, for as long as it is kept; who fetches it is written down. */
export async function takeResult(actor: Actor, id: string): Promise<ResultFile | null> {
  const task = await db.task.findFirst({
    where: { AND: [{ id, resultExpiresAt: { gt: now() } }, visibleTasks(actor)] },
    select: {
      resultFile: { select: { fileName: true, mediaType: true, sizeBytes: true, storageKey: true } },
    },
  })
  if (!task?.resultFile) return null
  await recordAccess(db, actor, {
    kind: 'EXPORT',
    subjectType: 'task',
    subjectId: id,
    detail: { file: task.resultFile.fileName },
  })
  return task.resultFile
}
