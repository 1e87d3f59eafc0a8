import type { Mark } from './mark-rules'
import { isWarning, type Field, type Mapping, type Problem } from './schema'

/** Says a problem in words; the row of another one stands in them. */
export type ProblemWords = (problem: Problem) => string

/** Columns that a problem stands at when its own is not in the workbook. */
const standIns: readonly Field[] = ['name', 'creditCode']

/** The cells to be marked: one mark a cell, with all that is to be said about it. */
export function marksOf(
  rows: readonly { row: number; problems: readonly Problem[] }[],
  { columns }: Mapping,
  words: ProblemWords,
): Mark[] {
  return rows.flatMap(({ row, problems }) => {
    const byColumn = new Map<number, Mark>()
    for (const problem of problems) {
      const column = [problem.field, ...standIns].map((field) => columns[field]).find((each) => each !== undefined) ?? 0
      const tone = isWarning(problem) ? ('doubtful' as const) : ('wrong' as const)
      const standing = byColumn.get(column)
      const text = standing ? `${standing.text}\n${words(problem)}` : words(problem)
      byColumn.set(column, { row, column, tone: standing?.tone === 'wrong' ? 'wrong' : tone, text })
    }
    return [...byColumn.values()]
  })
}
