import pg from 'pg'
import PgBoss from 'pg-boss'
import { watchCoverage } from '@/lib/alliances/jobs'
import { reviseAudiences } from '@/lib/audiences/jobs'
import { sweepBulkRows } from '@/lib/bulk/jobs'
import { tellAnnouncements } from '@/lib/announcements/jobs'
import { remindOfCertificates } from '@/lib/certificates/jobs'
import { db } from '@/lib/core/db'
import { env } from '@/lib/core/env'
import type { Queue } from '@/lib/core/jobs'
import { log } from '@/lib/core/log'
import { now } from '@/lib/core/now'
import { sweepMerges } from '@/lib/duplicates/jobs'
import { sweepGateDetails } from '@/lib/hosts/jobs'
import { checkImport, confirmImport, sweepErrorFiles } from '@/lib/imports/jobs'
import { urgeOverdueFindings } from '@/lib/inspections/jobs'
import { sendDigests, sendOutbox, sweepNotifications, sweepOutbox } from '@/lib/notifications/jobs'
import { remindOfPolls } from '@/lib/polls/jobs'
import { escalateAllAdvice } from '@/lib/guidances/jobs'
import { escalateProblems } from '@/lib/problems/jobs'
import { lapseOpenOffers } from '@/lib/registrations/jobs'
import { remindOfLicences } from '@/lib/registry/jobs'
import { remindOfActivities } from '@/lib/reminders/jobs'
import { sweepAccessLog } from '@/lib/settings/jobs'
import { settingsNow } from '@/lib/settings/queries'
import { sendRobotMessages, sweepRobotMessages } from '@/lib/robots/jobs'
import { erasePracticeFile } from '@/lib/practices/jobs'
import { runTask, sweepTasks } from '@/lib/tasks/jobs'
import { sweepSignIns } from '@/lib/users/jobs'
import { sweepViews } from '@/lib/views/jobs'
import { taskHandlers } from './task-handlers'

/**
 * The second process of the portal: takes jobs that actions have put into the database. Any number may run; every
 * handler is safe to run again, because a worker may die in the middle.
 */

/** What goes when its days are over. Each may run again, and beside itself. */
const sweeps = [sweepRobotMessages, sweepOutbox, sweepNotifications, sweepSignIns, sweepErrorFiles, sweepAccessLog]

/** Each queue and who takes it. */
const handlers: Partial<Record<Queue, (data: unknown) => Promise<void>>> = {
  'imports.check': checkImport,
  'imports.confirm': confirmImport,
  'outbox.send': () => sendOutbox(),
  'alliances.watch-coverage': () => watchCoverage(),
  'announcements.tell': () => tellAnnouncements(),
  'registry.remind-of-licences': () => remindOfLicences(),
  'certificates.remind': () => remindOfCertificates(),
  'polls.remind': () => remindOfPolls(),
  'problems.escalate': () => escalateProblems(),
  'guidances.escalate': () => escalateAllAdvice(),
  'inspections.urge': () => urgeOverdueFindings(),
  'practices.erase': erasePracticeFile,
  'reminders.tell': () => remindOfActivities(),
  'audiences.revise': () => reviseAudiences(),
  'registrations.lapse-offers': () => lapseOpenOffers(),
  'notifications.digest': () => sendDigests(),
  'robots.send': () => sendRobotMessages(),
  'retention.sweep': async () => {
    const { retention } = await settingsNow()
    const at = now()
    for (const sweep of sweeps) await sweep(retention, at)
    for (const sweep of [sweepGateDetails, sweepBulkRows, sweepTasks, sweepViews, sweepMerges]) await sweep()
  },
  'tasks.run': (data) => runTask(data, taskHandlers),
}

const secondsBetweenLooks = 0.5
const secondsBetweenMails = 15
const secondsBetweenReminders = 300
const secondsBetweenOffers = 60
const secondsBetweenDailyOffers = 3_600
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

/** Once a day, offered every hour. */
const daily = [
  'retention.sweep',
  'alliances.watch-coverage',
  'registry.remind-of-licences',
  'certificates.remind',
  'polls.remind',
  'problems.escalate',
  'guidances.escalate',
  'inspections.urge',
] as const

/** What comes round by itself: offered by every worker, taken once. */
const rounds: { queue: Queue; everySeconds: number; once: PgBoss.SendOptions }[] = [
  { queue: 'outbox.send', everySeconds: secondsBetweenMails, once: { singletonSeconds: secondsBetweenMails } },
  { queue: 'robots.send', everySeconds: secondsBetweenMails, once: { singletonSeconds: secondsBetweenMails } },
  { queue: 'announcements.tell', everySeconds: secondsBetweenMails, once: { singletonSeconds: secondsBetweenMails } },
  {
    queue: 'registrations.lapse-offers',
    everySeconds: secondsBetweenOffers,
    once: { singletonSeconds: secondsBetweenOffers },
  },
  ...(['reminders.tell', 'audiences.revise', 'notifications.digest'] as const).map((queue) => ({
    queue,
    everySeconds: secondsBetweenReminders,
    once: { singletonSeconds: secondsBetweenReminders },
  })),
  ...daily.map((queue) => ({ queue, everySeconds: secondsBetweenDailyOffers, once: { singletonHours: 20 } })),
]

function keepTime(): void {
  for (const { queue, everySeconds, once } of rounds) {
    const offer = () =>
      void boss.send(queue, {}, once).catch((error: unknown) => log.error({ queue, error }, 'job not offered'))
    setInterval(offer, everySeconds * 1_000)
    offer()
  }
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
