import { spawn } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import path from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { root } from '../../scripts/setup/root.mjs'
import { run } from '../../scripts/setup/run.mjs'
import { workerFlags } from '../../scripts/start/programs.mjs'
import { emptySignedIn } from './addresses.mjs'
import { bundleBench } from './bundle.mjs'
import { emptyDatabase } from './city.mjs'
import { load } from './load.mjs'
import { pressOnce } from './presses.mjs'
import { secret, startServer } from './server.mjs'

/** The shares of the guests who press before the measure, in it, and evenly; each presses once. */
const shares = { warm: 0.1, fast: 0.6, paced: 0.3 }
const guestsMax = 2_000

/**
 * One meeting of all nine alliances: published to everybody, its pages with 500 registered, its door, and what a guest loads.
 * @param {import('../../scripts/database/cluster.mjs').Cluster} cluster
 * @param {{ scale: number, seconds: number }} options
 */
export async function benchAttending(cluster, { scale, seconds }) {
  const bundle = await bundleBench('attending')
  const url = await emptyDatabase(cluster, 'bench_attending')
  const env = { NODE_ENV: 'production', DATABASE_URL: url, AUTH_SECRET: secret, LOG_LEVEL: 'error' }
  const failure = 'The meeting of the bench failed; it said:'
  await run(process.execPath, [path.join(root, 'dist/seed.mjs'), '--demo', `--scale=${scale}`], { env, failure })
  await analyze(url)
  const mails = await openMailServer()
  const said = await run(process.execPath, [...workerFlags, bundle, 'publish'], {
    env: { ...env, SMTP_URL: mails.url },
    failure,
  })
  await mails.close()
  const meeting = lastLineOf(said)
  await analyze(url)
  const sight = async () =>
    lastLineOf(await run(process.execPath, [...workerFlags, bundle, 'sight', meeting.id], { env, failure }))

  const server = await startServer(url)
  try {
    return [
      publishing(meeting),
      await pagesOf(server, meeting, seconds),
      await attendeePaths(server, meeting, await sight()),
      await checkIns(server, { meeting, sight, databaseUrl: url }),
    ]
  } finally {
    await server.stop()
  }
}

/** As the database does by itself after some minutes. */
async function analyze(connectionString) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('VACUUM ANALYZE')
  await client.end()
}

/** What a program printed last; Node's own warnings may stand above it. */
const lastLineOf = (said) => JSON.parse(said.trim().split('\n').at(-1) ?? '')

const publishing = ({ people, notices, mails, publishSeconds, drainSeconds }) => ({
  title: 'Publishing to every enterprise',
  note: 'The transaction that publishes, invites and tells, and the worker sending what it left to a mail server of the bench, four mails at a time. Notices in the portal are there when it answers.',
  columns: ['people', 'notices', 'mails', 'publish s', 'mails s', 'mails a second'],
  rows: [[people, notices, mails, publishSeconds, drainSeconds, mails / drainSeconds]],
})

async function pagesOf(server, { id, userIds }, seconds) {
  const page = `/portal/activities/${id}`
  const [guest] = await server.cookiesOf(userIds.slice(0, 1))
  const officer = await server.cookieOf('officer@demo.test')
  const asked = [
    ['empty signed-in page', emptySignedIn, officer],
    ['activity page, 500 registered', page, officer],
    ['its invitations', `${page}/invitations`, officer],
    ['its door desk', `${page}/door`, officer],
    ['its page for a guest', page, guest],
  ]
  const rows = []
  let empty = null
  for (const [name, path, cookie] of asked) {
    const measured = await load(server, { path, cookie, seconds })
    if ('problem' in measured) {
      rows.push([name, measured.problem])
      continue
    }
    empty ??= measured
    const share = `${Math.round((measured.rate / empty.rate) * 100)} %`
    const even = await load(server, { path, cookie, seconds, rate: Math.max(1, Math.floor(measured.rate / 2)) })
    const { rate, cpuMs, p50, p99, kilobytes } = measured
    rows.push([name, rate, share, cpuMs, p50, p99, even.p50 ?? null, even.p99 ?? null, kilobytes])
  }
  return {
    title: 'A meeting with 500 people',
    note: 'Eight connections as fast as they get answers; then half of that rate, evenly.',
    columns: ['page', 'req/s', 'of empty', 'CPU ms', 'p50 ms', 'p99 ms', 'even p50', 'even p99', 'kB'],
    rows,
  }
}

/** What a phone loads before the press: the page and whatever the page names. */
async function attendeePaths(server, { answerPath, userIds }, { scanned }) {
  const [guest] = await server.cookiesOf(userIds.slice(0, 1))
  const rows = []
  for (const [name, path, cookie] of [
    ['link in a notice', answerPath, null],
    ['code on the wall, signed in', scanned, guest],
    ['code on the wall, signed out', scanned, null],
  ]) {
    const { bytes, text } = await firstAnswer(`${server.origin}${path}`, cookie)
    const scripts = text.match(/<script\b/g)?.length ?? 0
    const files = text.match(/<(?:img|iframe)\b|<link\b[^>]*rel="(?:stylesheet|preload|icon)"/g)?.length ?? 0
    rows.push([name, bytes / 1_000, scripts, files])
  }
  return {
    title: 'What a guest’s phone loads',
    note: 'Before the press; the press and the page after it are two requests more.',
    columns: ['path', 'first answer kB', 'scripts', 'further files'],
    rows,
  }
}

/** The bytes of an answer as a browser gets it, compressed where the site compresses, and its text. */
async function firstAnswer(url, cookie) {
  const plain = await (await fetch(url, { headers: cookie ? { cookie } : {} })).text()
  const request = http.get(url, { headers: { 'accept-encoding': 'gzip', ...(cookie ? { cookie } : {}) } })
  const [response] = await once(request, 'response')
  let bytes = 0
  for await (const part of response) bytes += part.length
  return { bytes, text: plain }
}

async function checkIns(server, { meeting, sight, databaseUrl }) {
  const { path, claim } = await sight()
  const sessions = await server.cookiesOf(meeting.userIds.slice(0, guestsMax))
  const guests = sessions.map((session) => `${session}; check-in=${encodeURIComponent(claim)}`)
  const numberOf = (share) => Math.floor(sessions.length * share)
  const take = (share) => guests.splice(0, numberOf(share))
  const portal = { url: `${server.origin}${path}`, headers: { origin: server.origin, 'content-type': form } }
  await pressOnce({ ...portal, cookies: take(shares.warm) })
  const fast = await pressOnce({ ...portal, cookies: take(shares.fast) })
  const paced = await pressOnce({ ...portal, cookies: take(shares.paced), rate: Math.ceil(fast.rate / 2) })

  const bare = await startBare(databaseUrl)
  const list = { url: bare.origin, headers: { 'content-type': form } }
  await pressOnce({ ...list, cookies: sessions.slice(0, numberOf(shares.warm)) })
  const least = await pressOnce({ ...list, cookies: sessions.slice(0, numberOf(shares.fast)) })
  await bare.stop()
  const row = (name, { rate, p50, p99, failed }) => [name, rate, rate / least.rate, p50, p99, failed]
  return {
    title: 'Check-in at the door',
    note: 'Each person presses once: session, policy, attendance, audit record. The bare list is node:http and one INSERT of a name with pg, in this run. Eight connections; then half of that rate, evenly.',
    columns: ['what', 'presses a second', 'of bare', 'p50 ms', 'p99 ms', 'failed'],
    rows: [row('bare list', least), row('check-in', fast), row('check-in at half the rate', paced)],
  }
}

const form = 'application/x-www-form-urlencoded'

async function startBare(databaseUrl) {
  const child = spawn(process.execPath, [path.join(root, 'tests/bench/bare.mjs')], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = await once(createInterface({ input: child.stdout }), 'line')
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** A mail server that takes everything and keeps nothing. */
async function openMailServer() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => stream.resume().once('end', done),
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address()
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) }
}
