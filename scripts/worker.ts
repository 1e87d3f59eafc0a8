import pg from 'pg'
import PgBoss from 'pg-boss'
import { tellAnnouncements } from '@/lib/announcements/jobs'
import { db } from '@/lib/core/db'
import { env } from '@/lib/core/env'
import type { Queue } from '@/lib/core/jobs'
import { log } from '@/lib/core/log'
import { checkImport, confirmImport } from '@/lib/imports/jobs'
import { sendOutbox, sweepOutbox } from '@/lib/notifications/jobs'
import { runTask, sweepTasks } from '@/lib/tasks/jobs'
import { sweepSignIns } from '@/lib/users/jobs'
import { taskHandlers } from './task-handlers'

/**
 * The second process of the portal: takes jobs that actions have put into the database. Any number may run; every
 * handler is safe to run again, because a worker may die in the middle.
 */

/** Each queue and who takes it. */
const handlers: Partial<Record<Queue, (data: unknown) => Promise<void>>> = {
  'imports.check': checkImport,
  'imports.confirm': confirmImport,
  'outbox.send': () => sendOutbox(),
  'announcements.tell': () => tellAnnouncements(),
  'retention.sweep': async () => {
    for (const sweep of [sweepOutbox, sweepSignIns, sweepTasks]) await sweep()
  },
  'tasks.run': (data) => runTask(data, taskHandlers),
}

const secondsBetweenLooks = 0.5
const secondsBetweenMails = 15
const secondsBetweenAnnouncements = 15
const minutesBetweenSweepOffers = 60
const stopMilliseconds = 10_000

const boss = new PgBoss({ connectionString: env.DATABASE_URL, max: 3, migrate: false, schedule: false })
boss.on('error', (error) => log.error({ problem: error.message }, 'job queue'))

/** Held while a worker lives, together with all others; alone only by one that finds no other. */
const presenceKey = 72_707_370

/**
 * Jobs that a killed worker has left half done would wait until they expire. Whoever starts while no other worker lives
 * knows that nobody is doing them, and gives them back at once.
 */
async function comeIn(): Promise<void> {
  const presence = new pg.Client({ connectionString: env.DATABASE_URL, keepAlive: true })
  presence.on('error', () => undefined)
  presence.on('end', () => leave('the database went away', 1))
  await presence.connect()
  const { rows } = await presence.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [presenceKey])
  if (rows[0]?.alone) {
    await presence.query(
      "UPDATE pgboss.job SET state = 'retry', started_on = NULL, start_after = now() WHERE state = 'active'",
    )
    await presence.query('SELECT pg_advisory_unlock($1)', [presenceKey])
  }
  await presence.query('SELECT pg_advisory_lock_shared($1)', [presenceKey])
}

async function takeJobs(): Promise<void> {
  await boss.start()
  for (const [queue, handle] of Object.entries(handlers)) {
    await boss.work(queue, { pollingIntervalSeconds: secondsBetweenLooks }, async ([job]) => {
      try {
        await handle(job?.data)
      } catch (error) {
        log.error({ queue, jobId: job?.id, error }, 'job failed')
        throw error
      }
    })
  }
}

/** Mails that are due again, announcements whose hour has come, and the daily sweep: offered by every worker, taken once. */
function keepTime(): void {
  const offer = (queue: Queue, options: PgBoss.SendOptions) =>
    void boss.send(queue, {}, options).catch((error: unknown) => log.error({ queue, error }, 'job not offered'))
  const offerMails = () => offer('outbox.send', { singletonSeconds: secondsBetweenMails })
  const offerSweep = () => offer('retention.sweep', { singletonHours: 20 })
  const offerAnnouncements = () => offer('announcements.tell', { singletonSeconds: secondsBetweenAnnouncements })
  setInterval(offerMails, secondsBetweenMails * 1_000)
  setInterval(offerAnnouncements, secondsBetweenAnnouncements * 1_000)
  setInterval(offerSweep, minutesBetweenSweepOffers * 60_000)
  offerMails()
  offerAnnouncements()
  offerSweep()
}

let isLeaving = false

/** Finishes what is in hand, takes no more, and ends. */
async function leave(reason: string, code: number): Promise<void> {
  if (isLeaving) return
  isLeaving = true
  log.debug({ reason }, 'worker stops')
  setTimeout(() => process.exit(code), stopMilliseconds + 2_000).unref()
  await boss.stop({ graceful: true, timeout: stopMilliseconds }).catch(() => undefined)
  await db.$disconnect().catch(() => undefined)
  process.exit(code)
}

process.on('SIGTERM', () => void leave('SIGTERM', 0))
process.on('SIGINT', () => void leave('SIGINT', 0))

try {
  await comeIn()
  await takeJobs()
  keepTime()
  log.debug('worker takes jobs')
} catch (error) {
  // A database that is just starting: whoever runs the worker starts it again.
  log.error({ problem: error instanceof Error ? error.message : String(error) }, 'worker does not start')
  process.exit(1)
}
