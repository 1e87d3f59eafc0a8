import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprint } from '../support/fingerprint'
import type { AddressRow, OtherRoute } from '../support/addresses'
import { keptRows, permissionsDocument } from '../support/permission-record'
import { serveBuild, sessionCookieOf, type BuiltServer } from '../support/built-server'
import {
  addressesOf,
  eraseAll,
  keptWith,
  placesOf,
  said,
  shareWithEverybody,
  takeBack,
  words,
  type Gone,
} from '../practices/gone'
import { wordsIn } from '../support/words-in'
import { actorNames, buildWorld, type ActorName, type World } from '../support/world'

const root = path.resolve(import.meta.dirname, '../..')
const manifest = <T>(file: string): T => JSON.parse(readFileSync(path.join(root, '.next', file), 'utf8')) as T

type Tables = { addresses?: AddressRow[]; otherRoutes?: OtherRoute[] }
const tables = Object.values(import.meta.glob<Tables>('../access/addresses/*.ts', { eager: true }))
const addresses = tables.flatMap((table) => table.addresses ?? [])
const otherRoutes = tables.flatMap((table) => table.otherRoutes ?? [])

type Exported = Record<string, unknown>
const actionFiles = import.meta.glob<Exported>('../../lib/**/*actions.ts', { eager: true })

/** Next's own pages. */
const framework = new Set([
  '/_not-found',
  '/_global-error',
  '/favicon.ico',
  '/icon.svg',
  '/manifest.webmanifest',
  '/robots.txt',
])

let server: BuiltServer
let world: World
beforeAll(async () => {
  world = await buildWorld()
  for (const prepare of Object.values(
    import.meta.glob<{ prepare?: (w: World) => Promise<void> }>('../access/addresses/*.ts', { eager: true }),
  )) {
    await prepare.prepare?.(world)
  }
  server = await serveBuild(process.env['DATABASE_URL'] ?? '', { TEST_WORLD: '1' })
})
afterAll(async () => server?.stop())

describe('the surface of the build stands in the tables', () => {
  it('every server action of the build has its row, and no row is stale', () => {
    const built = manifest<{ node: Record<string, { exportedName?: string; filename?: string }> }>(
      'server/server-reference-manifest.json',
    )
    const endpoints = Object.values(built.node).map((entry) => `${entry.filename}#${entry.exportedName}`)
    const defined = new Map<string, string>()
    for (const [file, exported] of Object.entries(actionFiles)) {
      for (const [name, action] of Object.entries(exported)) {
        const definition =
          typeof action === 'function' && 'definition' in action ? (action.definition as { name: string }) : null
        if (definition) defined.set(`${file.replace('../../', '')}#${name}`, definition.name)
      }
    }
    expect(endpoints.filter((endpoint) => !defined.has(endpoint))).toEqual([])
    const ran = keptRows().map((row) => row.name)
    expect([...new Set(defined.values())].sort()).toEqual([...new Set(ran)].sort())
  })

  it('docs/permissions.md prints what the tests ran', () => {
    const file = path.join(root, 'docs/permissions.md')
    const made = permissionsDocument(keptRows())
    if (process.env['WRITE_DOCS']) writeFileSync(file, made)
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(made)
  })

  it('every route of the build has its row, and no row is stale', () => {
    const routes = Object.values(manifest<Record<string, string>>('app-path-routes-manifest.json')).filter(
      (route) => !framework.has(route),
    )
    const listed = [...addresses.map((row) => row.route), ...otherRoutes.map((row) => row.route)]
    expect([...new Set(listed)].sort()).toEqual([...new Set(routes)].sort())
  })
})

async function ask(actor: ActorName, address: string) {
  const cookie = actor === 'anonymous' ? '' : await sessionCookieOf(world.people[actor].sessionId)
  const answer = await fetch(server.origin + address, { redirect: 'manual', headers: cookie ? { cookie } : {} })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { status: answer.status, location: answer.headers.get('location') ?? '', bytes, body: bytes.toString('utf8') }
}

const verdict = ({ status }: { status: number }) => (status >= 300 && status < 400 ? 'redirect' : status)

/**
 * The markup of a body without scripts: nonces, and the order and numbers in which the stream happened to send its
 * parts, differ from one answer to the next in any case.
 */
const plain = (body: string, address: string) =>
  address
    .split('/')
    .filter((part) => part.length > 1)
    .reduce((text, part) => text.replaceAll(part, '…'), body.replaceAll(/<script[^>]*>[^]*?<\/script>/g, ''))
    .replaceAll(/<link rel="preload"[^>]*>/g, '')

/** A practice that was read by everybody and is taken back: from then on nothing of it is at any address. */
let gone: Gone

describe('a practice that is withdrawn', () => {
  it('is found, while it may be read, wherever it may be read', async () => {
    gone = await shareWithEverybody(world)
    const found = []
    for (const { actor, path: address, word } of placesOf(gone))
      found.push({ actor, path: address, word: (await wordsIn((await ask(actor, address)).bytes, [word]))[0] })
    expect(found).toEqual(placesOf(gone))
  })

  it('leaves nothing at the addresses that name it or search for it, for any actor', async () => {
    await takeBack(world, gone)
    const left = []
    for (const address of addressesOf(
      gone,
      addresses.map(({ route }) => route),
    ))
      for (const actor of actorNames) {
        const answer = await ask(actor, address)
        expect([200, 404, 'redirect'], address).toContain(verdict(answer))
        for (const word of await wordsIn(answer.bytes, words)) left.push([actor, address, word])
      }
    expect(left).toEqual([])
  })

  it('leaves no bytes in the storage once the worker has been there', async () => {
    await eraseAll()
    expect(await keptWith(said.bytes)).toEqual([])
  })
})

describe('each actor at each address', () => {
  it.each(addresses.map((row, index) => [row.route, index] as const))(
    '%s',
    async (_, index) => {
      const row = addresses[index]
      if (!row) throw new Error('no such row')
      const address = await row.path(world)
      const before = await fingerprint()
      const seen: Partial<Record<ActorName, unknown>> = {}
      for (const actor of actorNames) {
        const answer = await ask(actor, address)
        seen[actor] = verdict(answer)
        expect(await wordsIn(answer.bytes, words), `of the withdrawn practice, for ${actor}`).toEqual([])
        if (answer.status === 404 && row.absent) {
          const absent = row.absent(world)
          const other = await ask(actor, absent)
          expect(plain(answer.body, address)).toBe(plain(other.body, absent))
        }
      }
      expect(seen).toEqual(row.expected)
      expect(await fingerprint()).toBe(before)
    },
    60_000,
  )
})
