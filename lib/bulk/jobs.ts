import { db } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { Refusal } from '@/lib/core/result'
import { registryWorkbook } from '@/lib/enterprises/documents'
import { exportChosen } from '@/lib/enterprises/export-queries'
import type { TaskHandler, TaskRun } from '@/lib/tasks/jobs'
import { messagesOf } from '@/lib/text/messages'
import { resultName, resultWorkbook, spreadsheet } from './documents'
import * as mutations from './mutations'
import { canChangeRow, canWorkInBulk } from './policy'
import { findAlliance, listChosen, listResultLines, type Chosen } from './queries'
import { taskKinds, undoHours } from './rules'
import { bulkParams, type BulkParams, type Change } from './schema'
import * as undo from './undo-mutations'

const { tasks: taskWords, bulk: words } = messagesOf('zh-CN')

const allianceOf = async (change: Change) => ('allianceId' in change ? await findAlliance(db, change.allianceId) : null)

function ownParams(run: TaskRun): BulkParams {
  if (!canWorkInBulk(run.actor)) throw new Refusal('FORBIDDEN')
  return bulkParams.parse(run.params)
}

/** Changes many under the rights of whoever asked, all in one transaction, and says of each what became of it. */
async function changeMany(run: TaskRun): Promise<void> {
  const { selection, change, confirmed } = ownParams(run)
  if (change.act === 'export') throw new Refusal('TASK_UNKNOWN')
  await run.progress('CHOOSING', 0, confirmed)
  const alliance = await allianceOf(change)
  await run.commit(async (tx) => {
    const chosen = await listChosen(tx, run.actor, selection)
    await run.progress('CHANGING', 0, chosen.length)
    const mayChange = (row: Chosen) => canChangeRow(run.actor, change.act, row, alliance)
    const allowed = chosen.filter(mayChange).map(({ id }) => id)
    const refused = chosen.filter((row) => !mayChange(row)).map(({ id }) => id)
    const at = now()
    await mutations.changeMany(tx, run.id, change, allowed, at)
    await mutations.refuseRows(tx, run.id, refused, allowed.length)
    await run.progress('RECORDING', chosen.length)
    await mutations.recordRows(tx, run.actor, { taskId: run.id, change, allianceName: alliance?.name ?? '', at })
    const { DONE, REFUSED, UNCHANGED } = await mutations.countRows(tx, run.id)
    const summary = { confirmed, met: chosen.length, done: DONE, refused: REFUSED, unchanged: UNCHANGED }
    return { summary, ...(DONE > 0 && { undoHours }) }
  })
  await keepLines(run, taskWords.kind[taskKinds[change.act]], false)
}

async function takeBack(run: TaskRun): Promise<void> {
  const undoneId = run.undoes ?? ''
  const { params } = await db.task.findUniqueOrThrow({ where: { id: undoneId }, select: { params: true } })
  const { change } = ownParams({ ...run, params })
  if (change.act === 'export') throw new Refusal('TASK_NOT_UNDOABLE')
  await run.progress('CHANGING')
  const alliance = await allianceOf(change)
  await run.commit(async (tx) => {
    const at = now()
    await undo.takeBack(tx, { undoneId, taskId: run.id, change, reason: words.takenBack, at })
    await undo.recordTakenBack(tx, run.actor, { taskId: run.id, change, allianceName: alliance?.name ?? '', at })
    const { DONE, REFUSED } = await mutations.countRows(tx, run.id)
    await run.progress('RECORDING', DONE + REFUSED, DONE + REFUSED)
    return { summary: { done: DONE, refused: REFUSED } }
  })
  await keepLines(run, `${words.undo}${taskWords.kind[taskKinds[change.act]]}`, true)
}

async function keepLines(run: TaskRun, title: string, isUndo: boolean): Promise<void> {
  await run.progress('FILE')
  const bytes = resultWorkbook(await listResultLines(run.id), isUndo)
  await run.keepResult({ fileName: resultName(title, run.actor.today), mediaType: spreadsheet, bytes })
}

/** The chosen entries as the registry's own workbook, as they stand when it is written. */
async function exportMany(run: TaskRun): Promise<void> {
  const { selection, confirmed } = ownParams(run)
  await run.progress('CHOOSING', 0, confirmed)
  const chosen = await listChosen(db, run.actor, selection)
  await run.progress('FILE', 0, chosen.length)
  const taken = await exportChosen(
    run.actor,
    chosen.map(({ id }) => id),
  )
  const fileName = `${words.export} ${run.actor.today}.xlsx`
  await run.keepResult({ fileName, mediaType: spreadsheet, bytes: registryWorkbook(taken) })
  await run.progress('FILE', chosen.length)
  await run.commit(async () => ({ summary: { confirmed, met: chosen.length } }))
}

const changing: TaskHandler = {
  steps: ['CHOOSING', 'CHANGING', 'RECORDING', 'FILE'],
  run: changeMany,
  undo: { steps: ['CHANGING', 'RECORDING', 'FILE'], run: takeBack },
}

export const bulkHandlers = {
  [taskKinds.admit]: changing,
  [taskKinds.release]: changing,
  [taskKinds.size]: changing,
  [taskKinds.standardize]: changing,
  [taskKinds.export]: { steps: ['CHOOSING', 'FILE'], run: exportMany },
} satisfies Record<string, TaskHandler>

/** Lines are kept as long as the file that was made of them. */
export async function sweepBulkRows(): Promise<void> {
  await db.$executeRaw`DELETE FROM bulk_rows r USING tasks t
    WHERE t.id = r.task_id AND t.result_expires_at <= ${now()}::timestamptz`
}
