import { createTranslator } from 'next-intl'
import { streamWorkbook, type Cell, type OutColumn } from '@/lib/core/spreadsheet'
import { messagesOf } from '@/lib/text/messages'
import type { ResultLine } from './queries'

export const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Files speak the first language of the portal. */
const messages = messagesOf('zh-CN')
const words = messages.bulk.result
const t = createTranslator({ locale: 'zh-CN', messages, namespace: 'refusals' })

function sentence({ problem, params }: ResultLine): string {
  if (problem === null) return ''
  return t.has(problem) ? t(problem, params) : problem
}

const columns: OutColumn[] = [
  { header: words.row, width: 8, kind: 'number' },
  { header: words.creditCode, width: 22 },
  { header: words.name, width: 40 },
  { header: words.jurisdiction, width: 16 },
  { header: words.outcome, width: 10 },
  { header: words.why, width: 60 },
]

/** One row for each enterprise: done, refused with the reason, or unchanged. */
export function resultWorkbook(lines: ResultLine[], isUndo: boolean): ReadableStream<Uint8Array> {
  const outcomes = isUndo ? words.undone : words.done
  async function* rows(): AsyncGenerator<Cell[]> {
    for (const line of lines)
      yield [line.row, line.creditCode, line.name, line.jurisdiction, outcomes[line.outcome], sentence(line)]
  }
  return streamWorkbook({ name: words.sheet, columns }, rows())
}

export const resultName = (title: string, day: string): string => `${title}-${words.sheet} ${day}.xlsx`
