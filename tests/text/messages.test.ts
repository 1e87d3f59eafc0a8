import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { locales, type Locale } from '@/lib/text/locale'
import { messagesOf } from '@/lib/text/messages'

type Tree = { [key: string]: string | Tree }

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

function flatten(tree: unknown, path = ''): [string, string][] {
  if (!isTree(tree)) return [[path, String(tree)]]
  return Object.entries(tree).flatMap(([key, value]) => flatten(value, path ? `${path}.${key}` : key))
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** Names of the arguments of a message, those inside its plurals and selects too. */
function argumentsOf(elements: Element[]): string[] {
  return elements.flatMap((element) => {
    const own = 'value' in element && element.type !== 0 ? [element.value] : []
    const inner = 'options' in element ? Object.values(element.options).flatMap(({ value }) => argumentsOf(value)) : []
    return [...own, ...inner]
  })
}

const parsed = (locale: Locale) =>
  new Map(
    flatten(messagesOf(locale)).map(([key, text]) => [
      key,
      [...new Set(argumentsOf(new IntlMessageFormat(text, locale).getAst()))].sort(),
    ]),
  )

describe('the words of the portal', () => {
  it('have the same keys in every language', () => {
    const [first, ...others] = locales.map((locale) => [...parsed(locale).keys()].sort())
    for (const other of others) expect(other).toEqual(first)
  })

  it('take the same arguments in every language', () => {
    const source = Object.fromEntries(parsed('zh-CN'))
    expect(Object.fromEntries(parsed('en'))).toEqual(source)
  })

  it('are never empty', () => {
    for (const locale of locales)
      expect(flatten(messagesOf(locale)).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('have no Chinese in the English, save the name of the language', () => {
    const chinese = flatten(messagesOf('en')).filter(
      ([key, text]) => /\p{Script=Han}/u.test(text) && !/languageName/.test(key),
    )
    expect(chinese).toEqual([])
  })

  it('give each refusal one sentence, whichever noun brings it', () => {
    expect(Object.keys(messagesOf('zh-CN').refusals)).toEqual(
      expect.arrayContaining(['SIGNED_OUT', 'NOT_FOUND', 'INVALID']),
    )
  })
})
