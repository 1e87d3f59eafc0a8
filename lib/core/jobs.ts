import type { Tx } from './db'

/** The queues of the worker. Created by the owner when the database is migrated. */
export const queues = [
  'imports.check',
  'imports.confirm',
  'outbox.send',
  'retention.sweep',
  'alliances.watch-coverage',
  'tasks.run',
  'announcements.tell',
  'registry.remind-of-licences',
  'certificates.remind',
  'polls.remind',
  'problems.escalate',
  'guidances.escalate',
  'inspections.urge',
  'practices.erase',
  'reminders.tell',
  'audiences.revise',
  'registrations.lapse-offers',
  'notifications.digest',
  'robots.send',
] as const

export type Queue = (typeof queues)[number]

/**
 * Puts a job into pg-boss's table inside the caller's transaction: it exists exactly when the transaction commits, and
 * the web process needs no pg-boss of its own. The worker (scripts/worker.ts) takes it.
 */
export async function enqueue(tx: Tx, queue: Queue, data: Record<string, string | number>): Promise<void> {
  await tx.$executeRaw`INSERT INTO pgboss.job (name, data, retry_limit, retry_delay, retry_backoff)
    VALUES (${queue}, ${JSON.stringify(data)}::jsonb, 5, 1, true)`
}
