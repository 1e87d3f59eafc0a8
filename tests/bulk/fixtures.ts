import { db } from '@/lib/core/db'
import { openWorkbook } from '@/lib/core/spreadsheet'
import { storage } from '@/lib/core/storage'
import { startBulk } from '@/lib/bulk/actions'
import { bulkHandlers } from '@/lib/bulk/jobs'
import type { Change, Selection } from '@/lib/bulk/schema'
import { undoTask } from '@/lib/tasks/actions'
import { runTask } from '@/lib/tasks/jobs'
import { act } from '../support/act'
import type { ActorName, World } from '../support/world'

type Asked = { selection: Selection; change: Change; confirmed?: number; key?: string }

export async function start(world: World, name: ActorName, { confirmed = 1, ...asked }: Asked): Promise<string> {
  const answer = await act(world, name, startBulk, { key: crypto.randomUUID(), ...asked, confirmed })
  if (!answer.ok) throw new Error(answer.code)
  return answer.data.id
}

export async function take(taskId: string) {
  await runTask({ taskId }, bulkHandlers)
  return db.task.findUniqueOrThrow({ where: { id: taskId } })
}

/** Asked for by the officer and done. */
export const change = async (world: World, asked: Asked) => take(await start(world, 'officer', asked))

export async function undo(world: World, id: string) {
  const answer = await act(world, 'officer', undoTask, { id })
  if (!answer.ok) throw new Error(answer.code)
  return take(answer.data.id)
}

/** The result file, as rows of text. */
export async function linesOf(taskId: string): Promise<string[][]> {
  const { resultFile } = await db.task.findUniqueOrThrow({ where: { id: taskId }, select: { resultFile: true } })
  const limits = { inflatedBytesMax: 50_000_000, entriesMax: 100, ratioMax: 500 }
  const book = await openWorkbook(await storage.localPath(resultFile?.storageKey ?? ''), limits)
  const [sheet] = book.sheets
  const rows: string[][] = []
  if (sheet) for await (const { cells } of book.rows(sheet)) rows.push(cells.map((cell) => String(cell ?? '')))
  return rows
}
