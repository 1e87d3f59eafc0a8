import type { Actor } from '@/lib/access/actor'
import { changesBetween, record, type Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { searchTokens } from '@/lib/enterprises/search-rules'
import { endStanding, moveReference, note, putBack, recountAdoptions, type Merging } from './journal-mutations'
import { obstacleOf, type MergeSide, type MergeSubject, type UndoSubject } from './merge-queries'
import { endRules, referenceRules } from './merge-rules'
import { canStillUndo, mergeFieldNames, mergeFields, type MergeField } from './rules'
import type { MergeChoices } from './schema'

/** Nobody names either of them while this lasts: a row that would hang on one waits for the end of it. */
async function lock(tx: Tx, ids: string[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM enterprises WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
}

const columnOf = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const isSearched = (taken: readonly MergeField[]): boolean =>
  taken.includes('shortName') || taken.includes('establishment')

/** The columns that taking these fields writes. */
const columnsOf = (taken: readonly MergeField[]): string[] => [
  ...taken.flatMap((field) => mergeFields[field]).map(columnOf),
  ...(isSearched(taken) ? ['search_tokens'] : []),
]

const goneColumns = ['closed_on', 'merged_into_id']

const propertiesOf = (side: MergeSide, taken: readonly MergeField[]) =>
  Object.fromEntries(taken.flatMap((field) => mergeFields[field]).map((property) => [property, side[property]]))

/** What the entry that stays takes over; a value that both have alike is not taken. */
function takenFields({ kept, gone }: MergeSubject, choices: MergeChoices): MergeField[] {
  return mergeFieldNames.filter(
    (field) =>
      choices[field] === 'GONE' &&
      Object.keys(changesBetween(propertiesOf(kept, [field]), propertiesOf(gone, [field]))).length > 0,
  )
}

/** As the trail says it: places by name, telephones only as changed. */
function fieldChanges({ kept, gone }: MergeSubject, taken: readonly MergeField[]): Changes {
  const { locatedDistrictId, principalPhone, safetyLeadPhone, ...plain } = changesBetween(
    propertiesOf(kept, taken),
    propertiesOf(gone, taken),
  )
  return {
    ...plain,
    ...(locatedDistrictId && {
      locatedDistrict: [kept.locatedDistrict?.shortName ?? null, gone.locatedDistrict?.shortName ?? null],
    }),
    ...(principalPhone && { principalPhone: ['***', '***'] }),
    ...(safetyLeadPhone && { safetyLeadPhone: ['***', '***'] }),
  }
}

type Asked = { keptVersion: number; goneVersion: number; choices: MergeChoices; reason: string }

async function writeEntries(tx: Tx, { kept, gone }: MergeSubject, taken: MergeField[], { asked, today }: Writing) {
  const values = propertiesOf(gone, taken) as Prisma.EnterpriseUncheckedUpdateManyInput
  const names = { ...kept, ...(propertiesOf(gone, taken) as Pick<MergeSide, 'shortName' | 'establishment'>) }
  const keptWritten = await tx.enterprise.updateMany({
    where: { id: kept.id, version: asked.keptVersion, closedOn: null, mergedIntoId: null },
    data: {
      ...values,
      ...(isSearched(taken) && { searchTokens: searchTokens(names) }),
      version: { increment: 1 },
    },
  })
  const goneWritten = await tx.enterprise.updateMany({
    where: { id: gone.id, version: asked.goneVersion, closedOn: null, mergedIntoId: null },
    data: { closedOn: toDate(today), mergedIntoId: kept.id, version: { increment: 1 } },
  })
  refuseUnless(keptWritten.count === 1 && goneWritten.count === 1, 'MERGE_CHANGED')
}

type Writing = { asked: Asked; today: Day }

/**
 * Makes two entries of one establishment one: what belongs to the establishment moves to the entry that stays, what both
 * have stays where it is and ends if it would go on, and every row that is written is kept as it was.
 */
export async function mergeEnterprises(
  tx: Tx,
  actor: Actor,
  subject: MergeSubject,
  asked: Asked,
  { today, at }: { today: Day; at: Date },
): Promise<Outcome<null>> {
  const { kept, gone } = subject
  await lock(tx, [kept.id, gone.id])
  const obstacle = await obstacleOf(tx, subject)
  if (obstacle) throw new Refusal(obstacle.code, {}, 'alliance' in obstacle ? { alliance: obstacle.alliance } : {})
  refuseUnless(kept.version === asked.keptVersion && gone.version === asked.goneVersion, 'MERGE_CHANGED')
  const taken = takenFields(subject, asked.choices)
  const { id: mergeId } = await tx.enterpriseMerge.create({
    data: {
      keptId: kept.id,
      goneId: gone.id,
      keptVersion: kept.version + 1,
      goneVersion: gone.version + 1,
      taken,
      reason: asked.reason,
      mergedById: actor.userId ?? '',
      mergedAt: at,
    },
    select: { id: true },
  })
  const merging: Merging = { mergeId, keptId: kept.id, goneId: gone.id, reason: asked.reason, today, at }
  // First of all: it fails where somebody else has been here since the entries were read.
  await note(tx, mergeId, { id: kept.id, columns: columnsOf(taken) }, 'before')
  await note(tx, mergeId, { id: gone.id, columns: goneColumns }, 'before')
  await writeEntries(tx, subject, taken, { asked, today })
  await note(tx, mergeId, { id: kept.id, columns: columnsOf(taken) }, 'after')
  await note(tx, mergeId, { id: gone.id, columns: goneColumns }, 'after')
  for (const rule of referenceRules) if (rule.does === 'MOVES') await moveReference(tx, merging, rule)
  for (const rule of endRules) await endStanding(tx, merging, rule)
  await recountAdoptions(tx, mergeId)
  await record(tx, actor, 'enterprise.merge', {
    subjectType: 'enterprise',
    subjectId: gone.id,
    subjectLabel: gone.name,
    changes: { mergedInto: [null, kept.name], closedOn: [null, today], reason: [null, asked.reason] },
  })
  return about(kept.id, kept.name, {
    mergedEntry: [null, gone.name],
    ...fieldChanges(subject, taken),
    reason: [null, asked.reason],
  })
}

const about = (id: string, name: string, changes: Changes): Outcome<null> => ({
  data: null,
  record: { subjectType: 'enterprise', subjectId: id, subjectLabel: name, changes },
})

/** Every column that a merge may have written, table by table. */
const journalled = (taken: readonly MergeField[]) => [
  ...referenceRules.flatMap((rule) =>
    rule.does === 'MOVES' ? [{ table: rule.table, columns: [rule.column], hasVersion: rule.hasVersion === true }] : [],
  ),
  ...endRules.map(({ table, set }) => ({ table, columns: Object.keys(set), hasVersion: false })),
  { table: 'enterprises', columns: goneColumns, hasVersion: false },
  ...(taken.length > 0 ? [{ table: 'enterprises', columns: columnsOf(taken), hasVersion: false }] : []),
]

/** Takes a merge back, row by row, for as long as nothing that it wrote has been changed by somebody else. */
export async function undoMerge(
  tx: Tx,
  actor: Actor,
  merge: UndoSubject,
  { userId, at }: { userId: string; at: Date },
): Promise<Outcome<null>> {
  await lock(tx, [merge.keptId, merge.goneId])
  refuseUnless(merge.undoneAt === null, 'MERGE_UNDONE_ALREADY')
  refuseUnless(canStillUndo(merge.mergedAt, at), 'MERGE_UNDO_OVER')
  const { count } = await tx.enterpriseMerge.updateMany({
    where: { id: merge.id, undoneAt: null },
    data: { undoneAt: at, undoneById: userId },
  })
  refuseUnless(count === 1, 'MERGE_UNDONE_ALREADY')
  for (const [id, version] of [
    [merge.keptId, merge.keptVersion],
    [merge.goneId, merge.goneVersion],
  ] as const) {
    const moved = await tx.enterprise.updateMany({ where: { id, version }, data: { version: { increment: 1 } } })
    refuseUnless(moved.count === 1, 'MERGE_MOVED_ON')
  }
  const taken = mergeFieldNames.filter((field) => merge.taken.includes(field))
  let back = 0
  for (const written of journalled(taken)) back += await putBack(tx, merge.id, written)
  const all = await tx.mergeMove.count({ where: { mergeId: merge.id } })
  refuseUnless(back === all, 'MERGE_MOVED_ON')
  await recountAdoptions(tx, merge.id)
  await record(tx, actor, 'enterprise.undo-merge', {
    subjectType: 'enterprise',
    subjectId: merge.goneId,
    subjectLabel: merge.gone.name,
    changes: { mergedInto: [merge.kept.name, null] },
  })
  return about(merge.keptId, merge.kept.name, { mergedEntry: [merge.gone.name, null] })
}
