import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAlive } from '@/scripts/processes/process-table.mjs'
import { headerOf, openStubbornSink } from './mails'
import { askOwner, serverPid } from './owner'
import { ownPortal } from './portal'
import { stackTrace, until, type Running } from './running'

const portal = ownPortal()

type Programs = { web: number; worker: number }

const programs = () => JSON.parse(readFileSync(path.join(portal.home, 'running.json'), 'utf8')) as Programs

const serves = () =>
  fetch(`http://127.0.0.1:${portal.environment['PORT']}/api/ready`).then(
    (answer) => answer.ok,
    () => false,
  )

/** Starts, and waits until the address is said. */
async function start(options: string[] = [], more: Record<string, string> = {}): Promise<Running> {
  const running = portal.run(options, more)
  await until(() => running.said().includes('Ctrl-C stops it') || running.child.exitCode !== null)
  expect(running.said()).toContain('Ctrl-C stops it')
  return running
}

/** Everything that a person has entered, as a number that a lost row changes. */
async function rows(): Promise<unknown> {
  const counted = await askOwner(
    portal.home,
    `SELECT (SELECT count(*) FROM enterprises) AS enterprises, (SELECT count(*) FROM attendances) AS attendances,
      (SELECT count(*) FROM users) AS users, (SELECT count(*) FROM audit_events) AS audited`,
  )
  expect(counted).toHaveLength(1)
  return counted?.[0]
}

let before: unknown = null

describe('a program of the portal is killed', () => {
  it('the site: it comes back by itself', async () => {
    await start()
    before = await rows()
    const { web } = programs()
    process.kill(web, 'SIGKILL')
    await until(() => programs().web !== web && serves())
    expect(isAlive(web)).toBe(false)
  })

  it('the worker: likewise', async () => {
    const { worker } = programs()
    process.kill(worker, 'SIGKILL')
    await until(() => programs().worker !== worker && isAlive(programs().worker))
  })

  it('the launcher: the site and the worker do not outlive it, and the next start keeps every row', async () => {
    const { web, worker } = programs()
    portal.last?.child.kill('SIGKILL')
    await until(() => !isAlive(web) && !isAlive(worker))
    await start()
    expect(await rows()).toEqual(before)
  })

  it('the database: the next start keeps every row', async () => {
    process.kill(serverPid(portal.home), 'SIGKILL')
    const running = portal.last
    const stopped = await Promise.race([
      running?.ended.then(() => true),
      until(serves, 30_000).then(
        () => false,
        () => false,
      ),
    ])
    if (!stopped) running?.child.kill('SIGINT')
    const said = (await running?.ended)?.said
    expect(said).not.toMatch(stackTrace)
    await start()
    expect(await rows()).toEqual(before)
  })

  it('Ctrl-C ends all of them, and says nothing went wrong', async () => {
    const { web, worker } = programs()
    const pids = [web, worker, serverPid(portal.home)]
    expect(pids.map(isAlive)).toEqual([true, true, true])
    portal.last?.child.kill('SIGINT')
    expect((await portal.last?.ended)?.code).toBe(0)
    expect(pids.map(isAlive)).toEqual([false, false, false])
  })
})

describe('the worker is killed while it sends mails', () => {
  const count = 12
  const taken = 5
  /** Over so many connections at once the worker sends. */
  const lines = 4
  let sink: Awaited<ReturnType<typeof openStubbornSink>>
  beforeAll(async () => {
    sink = await openStubbornSink(taken, 'outbox.test')
  })
  afterAll(() => sink.close())

  /** Mails as `queueMail` leaves them: each with the job that sends it. */
  const queueMails = () =>
    askOwner(
      portal.home,
      `WITH mails AS (
        INSERT INTO outbox_messages (id, "to", subject, body)
        SELECT gen_random_uuid(), 'person-' || n || '@outbox.test', 'mail ' || n, 'text' FROM generate_series(1, ${count}) n
        RETURNING id)
      INSERT INTO pgboss.job (name, data) SELECT 'outbox.send', json_build_object('id', id) FROM mails RETURNING id`,
    )

  const states = async () =>
    await askOwner<{ state: string; count: number }>(
      portal.home,
      `SELECT state, count(*)::int FROM outbox_messages WHERE "to" LIKE '%@outbox.test' GROUP BY state ORDER BY state::text`,
    )

  const sent = async () => (await states())?.find(({ state }) => state === 'SENT')?.count

  const own = () => sink.mails.filter((mail) => headerOf(mail, 'To').endsWith('@outbox.test'))

  it('every mail leaves, and those that were under way come again under their own numbers', async () => {
    await start([], { SMTP_URL: sink.url })
    expect(await queueMails()).toHaveLength(count)
    await until(async () => own().length === taken + lines && (await sent()) === taken)
    const { worker } = programs()
    process.kill(worker, 'SIGKILL')
    await until(() => !isAlive(worker))
    // Five are noted as sent; of each line one more has been got by the server, and nobody has noted it.
    expect(await states()).toEqual([
      { state: 'SENT', count: taken },
      { state: 'WAITING', count: count - taken },
    ])
    sink.letGo()
    // The minute after which a mail that somebody took is due again.
    await askOwner(portal.home, `UPDATE outbox_messages SET next_at = now() WHERE state = 'WAITING' RETURNING id`)
    await until(async () => (await states())?.every(({ state }) => state === 'SENT'))

    const numbers = own().map((mail) => headerOf(mail, 'Message-ID'))
    expect(new Set(numbers).size).toBe(count)
    expect(new Set(own().map((mail) => headerOf(mail, 'To'))).size).toBe(count)
    const again = numbers.filter((number, index) => numbers.indexOf(number) !== index)
    expect(again.toSorted()).toEqual(numbers.slice(taken, taken + lines).toSorted())
  })

  it('and stops with the others', async () => {
    portal.last?.child.kill('SIGINT')
    expect((await portal.last?.ended)?.code).toBe(0)
  })
})

describe('npm run dev', () => {
  it('serves the sources', async () => {
    await start(['--dev'], { NODE_ENV: 'development' })
    expect(await serves()).toBe(true)
  })
})

describe('a database that a newer version has migrated', () => {
  it('is refused with one clear sentence', async () => {
    await askOwner(
      portal.home,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at)
        VALUES ('newer', 'x', '29990101000000_from_the_future', now(), now()) RETURNING id`,
    )
    portal.last?.child.kill('SIGINT')
    expect((await portal.last?.ended)?.code).toBe(0)
    const { code, said } = await portal.run().ended
    expect(code).not.toBe(0)
    expect(said).toMatch(
      /migrated by a newer version of the portal \("29990101000000_from_the_future" is unknown here\)/,
    )
    expect(said).not.toMatch(stackTrace)
  })
})
