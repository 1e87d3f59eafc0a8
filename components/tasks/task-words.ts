import { getTranslations } from 'next-intl/server'

type Named = { kind: string; undoesId: string | null }

/** What a task is called; one of a kind that the portal no longer does keeps the name it had in the code. */
export async function taskNames(): Promise<(task: Named) => string> {
  const t = await getTranslations('tasks')
  const has = t.has as (key: string) => boolean
  const say = t as (key: string, values?: Record<string, string>) => string
  return ({ kind, undoesId }) => {
    const name = has(`kind.${kind}`) ? say(`kind.${kind}`) : kind
    return undoesId === null ? name : say('undoOf', { kind: name })
  }
}

/** Steps and counts, which come from handlers as plain text. */
export async function codedWords(group: 'step' | 'summary'): Promise<(code: string) => string> {
  const t = await getTranslations('tasks')
  const has = t.has as (key: string) => boolean
  const say = t as (key: string) => string
  return (code) => (has(`${group}.${code}`) ? say(`${group}.${code}`) : code)
}
