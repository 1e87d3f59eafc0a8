import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queues } from '@/lib/core/jobs'
import { prepareDatabase } from '@/scripts/database/prepare.mjs'
import { startThrowAwayCluster } from '@/scripts/database/throw-away.mjs'
import { buildPrograms } from '@/scripts/setup/build.mjs'
import { makeDataFolder, root, runScript, stackTrace } from './running'

/** A server of one's own with a lived-in portal `living`, and an empty database `empty` beside it. */
let server: Awaited<ReturnType<typeof startThrowAwayCluster>>
let work = ''
const storedKey = `ab/${randomUUID()}`
const storedBytes = '甲企业静电接地检查表'

const at = (database: string) => server.urlOf('admin', database)
const own = (database: string, files: string) => ({
  DATABASE_URL: at(database),
  STORAGE_DIR: path.join(work, files),
  DATA_DIR: path.join(work, 'data'),
})
const backup = (environment: Record<string, string>, ...options: string[]) =>
  runScript('scripts/backup.mjs', environment, options).ended
const restore = (environment: Record<string, string>, ...options: string[]) =>
  runScript('scripts/restore.mjs', environment, options).ended

async function ask<T extends object>(database: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: at(database) })
  await client.connect()
  try {
    return (await client.query<T>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** Every row of every table, by a way of its own. */
async function contentsOf(database: string): Promise<Record<string, string>> {
  const tables = await ask<{ name: string }>(
    database,
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1",
  )
  const contents: Record<string, string> = {}
  for (const { name } of tables) {
    const sql = `SELECT count(*) || ' ' || COALESCE(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS all FROM "${name}" t`
    contents[name] = (await ask<{ all: string }>(database, sql))[0]?.all ?? ''
  }
  return contents
}

const waitingJobs = (database: string) =>
  ask<{ name: string; data: unknown; state: string }>(
    database,
    'SELECT name, data, state::text FROM pgboss.job ORDER BY name',
  )

/** The one backup of a folder. */
const inside = (folder: string) => path.join(folder, readdirSync(folder).sort().at(-1) ?? '')

beforeAll(async () => {
  await buildPrograms()
  work = makeDataFolder()
  server = await startThrowAwayCluster()
  for (const name of ['living', 'empty', 'damaged']) await ask('postgres', `CREATE DATABASE ${name}`)
  await prepareDatabase({ ownerUrl: at('living'), queues })
  await promisify(execFile)(process.execPath, ['dist/seed.mjs', '--demo', '--anchor=2026-11-24'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: at('living'), DATA_DIR: work, LOG_LEVEL: 'silent' },
  })
  await leaveTraces()
})

afterAll(async () => {
  await server.stop()
  rmSync(work, { recursive: true, force: true })
})

/** A stored file, a session, and a job that a worker holds just now. */
async function leaveTraces(): Promise<void> {
  const file = path.join(work, 'files', storedKey)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, storedBytes)
  await ask(
    'living',
    'INSERT INTO stored_files (id, storage_key, file_name, media_type, size_bytes, sha256) VALUES ($1, $2, $3, $4, $5, $6)',
    [
      randomUUID(),
      storedKey,
      '检查表\t"甲"\\.txt',
      'text/plain',
      Buffer.byteLength(storedBytes),
      createHash('sha256').update(storedBytes).digest('hex'),
    ],
  )
  await ask(
    'living',
    "INSERT INTO pgboss.job (name, data, state, started_on) VALUES ('outbox.send', '{\"n\": 1}', 'active', now())",
  )
}

describe('a backup of a server of one’s own', () => {
  it('is a folder with every table and file', async () => {
    const { code, said } = await backup(own('living', 'files'), `--to=${path.join(work, 'first')}`)
    expect(said).not.toMatch(stackTrace)
    expect(code).toBe(0)
    expect(said).toMatch(/\d{2} tables with \d{4,} rows, 1 files/)
    expect(readdirSync(path.join(work, 'first'))).toEqual([expect.stringMatching(/^portal-\d{8}T\d{6}Z$/)])
  })

  it('stands a rehearsal, which touches nothing', async () => {
    const before = readdirSync(path.join(work, 'files'), { recursive: true })
    const { code, said } = await restore(
      own('living', 'files'),
      `--from=${inside(path.join(work, 'first'))}`,
      '--rehearse',
    )
    expect(said).toMatch(/^Good is the backup of .* each compared\.$/m)
    expect(code).toBe(0)
    expect(readdirSync(path.join(work, 'files'), { recursive: true })).toEqual(before)
  })

  it('comes back in an embedded database, and from there in another server, the same in every table and file', async () => {
    const home = makeDataFolder()
    try {
      const first = await restore({ DATA_DIR: home }, `--from=${inside(path.join(work, 'first'))}`)
      expect(first.said).toMatch(/^Restored is the backup of/m)
      const second = await backup({ DATA_DIR: home }, `--to=${path.join(work, 'second')}`)
      expect(second.code, second.said).toBe(0)
      const third = await restore(own('empty', 'files-of-empty'), `--from=${inside(path.join(work, 'second'))}`)
      expect(third.code, third.said).toBe(0)
    } finally {
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    }
    const living = await contentsOf('living')
    expect(Object.keys(living).length).toBeGreaterThan(30)
    expect(await contentsOf('empty')).toEqual(living)
    expect(readFileSync(path.join(work, 'files-of-empty', storedKey), 'utf8')).toBe(storedBytes)
  })

  it('brings back work that waits, and lets go of what a worker held', async () => {
    expect(await waitingJobs('empty')).toEqual([{ name: 'outbox.send', data: { n: 1 }, state: 'retry' }])
  })

  it('brings back the rules too: constraints and the trigger of the trail', async () => {
    const count = "SELECT count(*)::int AS n FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
    expect(await ask('empty', count)).toEqual(await ask('living', count))
    await expect(ask('empty', 'DELETE FROM audit_events')).rejects.toThrow()
  })
})

describe('npm run backup', () => {
  it('says which file of the storage is gone, and keeps what there is', async () => {
    await ask(
      'living',
      "INSERT INTO stored_files (id, storage_key, file_name, media_type, size_bytes, sha256) VALUES ($1, $2, 'x', 'text/plain', 1, '')",
      [randomUUID(), `cd/${randomUUID()}`],
    )
    const to = path.join(work, 'lacking')
    const { code, said } = await backup(own('living', 'files'), `--to=${to}`, '--keep=1')
    expect(code).not.toBe(0)
    expect(said).toMatch(/1 files of the storage are gone or were changed/)
    expect(existsSync(path.join(inside(to), 'manifest.json'))).toBe(true)
    await ask('living', "DELETE FROM stored_files WHERE sha256 = ''")
  })

  it('keeps as many as it is told', async () => {
    const to = path.join(work, 'kept')
    mkdirSync(path.join(to, 'portal-20260101T000000Z'), { recursive: true })
    mkdirSync(path.join(to, 'mine'))
    expect((await backup(own('living', 'files'), `--to=${to}`, '--keep=1')).said).toMatch(/1 older taken away, 1 kept/)
    expect(readdirSync(to)).toEqual(['mine', expect.stringMatching(/^portal-20[^0]/)])
  })

  it.each([
    ['a database without a portal', () => own('damaged', 'files'), [], /There is no portal in this database yet/],
    ['a data folder without a portal', () => ({ DATA_DIR: path.join(work, 'none') }), [], /nothing to back up/],
    ['a number that is none', () => own('living', 'files'), ['--keep=0'], /--keep is "0"/],
  ])('refuses %s', async (_, environment, options, sentence) => {
    const { code, said } = await backup(environment(), ...options)
    expect(code).not.toBe(0)
    expect(said).toMatch(sentence)
    expect(said).not.toMatch(stackTrace)
  })
})

describe('npm run restore refuses, and leaves the place empty', () => {
  /** A copy of the backup with something wrong in it. */
  function spoiled(spoil: (folder: string) => void): string {
    const folder = path.join(work, randomUUID())
    cpSync(inside(path.join(work, 'first')), folder, { recursive: true })
    spoil(folder)
    return folder
  }
  const rewrite = (file: string, change: (text: string) => string) =>
    writeFileSync(file, change(readFileSync(file, 'utf8')))

  it.each<[string, () => string, RegExp]>([
    [
      'a table of which a row is missing',
      () =>
        spoiled((folder) => {
          const file = path.join(folder, 'database/public.enterprises.copy.gz')
          const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
          writeFileSync(file, gzipSync(lines.slice(1).join('\n')))
        }),
      /damaged: database\/public\.enterprises\.copy\.gz/,
    ],
    [
      'a table that is no archive any more',
      () => spoiled((folder) => writeFileSync(path.join(folder, 'database/public.users.copy.gz'), 'nonsense')),
      /damaged: database\/public\.users/,
    ],
    [
      'a file with other bytes',
      () => spoiled((folder) => writeFileSync(path.join(folder, 'files', storedKey), 'other')),
      /damaged: files\//,
    ],
    [
      'a list of files that was changed, such as to a path outside',
      () => spoiled((folder) => rewrite(path.join(folder, 'files.json'), (text) => text.replace('ab/', '../'))),
      /damaged: files\.json/,
    ],
    [
      'a backup of a newer version',
      () =>
        spoiled((folder) =>
          rewrite(path.join(folder, 'manifest.json'), (text) => text.replace('base_tables', 'later')),
        ),
      /of a newer version of the portal \("20261124000000_later" is unknown here\)/,
    ],
    ['a folder that is no backup', () => work, /is no backup of the portal/],
  ])('%s', async (_, from, sentence) => {
    const { code, said } = await restore(own('damaged', 'files-of-damaged'), `--from=${from()}`)
    expect(code).not.toBe(0)
    expect(said).toMatch(sentence)
    expect(said).not.toMatch(stackTrace)
    const [row] = await ask<{ present: boolean }>(
      'damaged',
      "SELECT to_regclass('public.enterprises') IS NOT NULL AS present",
    )
    if (row?.present)
      expect(await ask('damaged', 'SELECT 1 FROM enterprises UNION ALL SELECT 1 FROM users')).toEqual([])
  })

  it('a place where a portal is already', async () => {
    const before = await contentsOf('living')
    const { code, said } = await restore(own('living', 'files'), `--from=${inside(path.join(work, 'first'))}`)
    expect(code).not.toBe(0)
    expect(said).toMatch(/There is a portal in this database already/)
    expect(await contentsOf('living')).toEqual(before)
  })
})
