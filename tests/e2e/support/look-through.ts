import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { wordsIn } from '../../support/words-in'

/** A word, and the address whose answer held it. */
export type Find = { path: string; word: string }

const routes = Object.values(
  JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../../.next/app-path-routes-manifest.json'), 'utf8'),
  ) as Record<string, string>,
)

type About = { practice: string; file: string; part: string }

/**
 * Every address of the build that needs no name of something: a page that is added later is among them. Not those that say
 * whether the portal keeps up: with six asking at once for everything, they may rightly say that it does not.
 */
export const plainPages = routes.filter(
  (route) => !route.includes('[') && !/^\/(_|api\/(auth|health$|ready$))/.test(route),
)

/**
 * The addresses that name this practice, list or search practices, or say what happened, and every workbook. `part` is asked
 * for where an address searches; it is no whole word, for a page repeats what was asked of it.
 */
export function practicePages({ practice, file, part }: About): string[] {
  const id = practice.split('/').at(-1) ?? ''
  const fileId = file.split('/').at(-1) ?? ''
  const named = routes.flatMap((route) => {
    if (!/(practices|visibility)\/\[/.test(route)) return []
    return route
      .replace('[kind]/[id]', `practice/${id}`)
      .replace(/practices\/\[\w+\]/, `practices/${id}`)
      .replace('[file]', fileId)
  })
  const lists = plainPages.filter((route) => /search|practices|notifications|\.xlsx$|^\/(portal)?$/.test(route))
  const searched = lists
    .filter((route) => /search|practices/.test(route))
    .map((route) => `${route}?q=${encodeURI(part)}`)
  const versions = [1, 2].map((number) => `${practice}?version=${number}&with=${3 - number}`)
  return [...lists, ...searched, ...named, ...versions, '/portal/alliances/coatings/practices']
}

const atOnce = 6

/** Asks for each address as whoever the context is, and says where one of the words stands. */
export async function lookThrough(request: APIRequestContext, paths: string[], words: string[]): Promise<Find[]> {
  const found: Find[] = []
  const waiting = [...paths]
  const walk = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const address = next
      const answer = await request.get(address, { maxRedirects: 0, failOnStatusCode: false })
      if (answer.status() >= 500) throw new Error(`${address} answers ${answer.status()}`)
      for (const word of await wordsIn(await answer.body(), words)) found.push({ path: address, word })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walk))
  return found
}
