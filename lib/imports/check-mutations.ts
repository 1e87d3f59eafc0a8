import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { refuseUnless } from '@/lib/core/result'
import type { Compared, Verdict } from './comparison-rules'
import type { Mapping, Sample } from './schema'

/** Counters of an import by verdict. */
export type Tally = Record<Verdict, number>

export const emptyTally = (): Tally => ({ NEW: 0, CHANGED: 0, UNCHANGED: 0, WRONG: 0 })

/**
 * One worker at a time for one import. The lock ends with the transaction, so a worker that is killed leaves nothing
 * behind that another would have to wait for.
 */
export async function lockImport(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`import:${id}`}, 0)) AS taken`
  return row?.taken ?? false
}

/** The rows of an earlier check, under another mapping or cut short. */
export const clearRows = (tx: Tx, importId: string): Promise<Prisma.BatchPayload> =>
  tx.importRow.deleteMany({ where: { importId } })

/** Writes a batch of rows as one statement. */
export async function writeRows(tx: Tx, importId: string, rows: readonly Compared[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO import_rows (import_id, row, verdict, values, problems, changes, enterprise_id, enterprise_version)
    SELECT ${importId}::uuid, r.row, r.verdict::"ImportVerdict", r.values, r.problems, r.changes, r."enterpriseId", r."enterpriseVersion"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(row int, verdict text, values jsonb, problems jsonb,
      changes jsonb, "enterpriseId" uuid, "enterpriseVersion" int)`
}

/** Writes the verdicts of rows that were compared once more. */
export async function rewriteVerdicts(tx: Tx, importId: string, rows: readonly Compared[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_rows t SET verdict = r.verdict::"ImportVerdict", problems = r.problems, changes = r.changes,
      enterprise_id = r."enterpriseId", enterprise_version = r."enterpriseVersion"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(row int, verdict text, problems jsonb,
      changes jsonb, "enterpriseId" uuid, "enterpriseVersion" int)
    WHERE t.import_id = ${importId}::uuid AND t.row = r.row`
}

/** The check is done. Refuses when it was cancelled meanwhile: then nothing of it is kept. */
export async function finishCheck(
  tx: Tx,
  id: string,
  { tally, mapping, sample, at }: { tally: Tally; mapping: Mapping; sample: Sample; at: Date },
): Promise<void> {
  const totalRows = Object.values(tally).reduce((sum, count) => sum + count, 0)
  const { count } = await tx.import.updateMany({
    where: { id, state: 'CHECKING' },
    data: {
      ...counters(tally),
      state: 'CHECKED',
      step: null,
      totalRows,
      handledRows: totalRows,
      mapping,
      sample,
      checkedAt: at,
    },
  })
  refuseUnless(count === 1, 'IMPORT_CANCELLED')
}

/** Back to the preview, with what is so now: the registry has changed since the officer looked. */
export async function reopenPreview(tx: Tx, id: string, tally: Tally): Promise<void> {
  const { count } = await tx.import.updateMany({
    where: { id, state: 'CONFIRMING' },
    data: { ...counters(tally), state: 'CHECKED', step: null, problem: 'REGISTRY_CHANGED', problemParams: {} },
  })
  refuseUnless(count === 1, 'IMPORT_CANCELLED')
}

const counters = (tally: Tally) => ({
  newRows: tally.NEW,
  changedRows: tally.CHANGED,
  unchangedRows: tally.UNCHANGED,
  wrongRows: tally.WRONG,
})
