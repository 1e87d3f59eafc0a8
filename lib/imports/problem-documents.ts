import { createTranslator } from 'next-intl'
import { messagesOf } from '@/lib/text/messages'
import type { Problem } from './schema'

/** Files speak the first language of the portal: whoever corrects the workbook reads Chinese. */
const t = createTranslator({ locale: 'zh-CN', messages: messagesOf('zh-CN'), namespace: 'imports.problem' })

export function problemWords({ code, row, text }: Problem): string {
  const key = code as Parameters<typeof t>[0]
  const sentence = t.has(key) ? t(key, { row: row ?? 0 }) : code
  return text ? `${sentence}（原内容：${text}）` : sentence
}
