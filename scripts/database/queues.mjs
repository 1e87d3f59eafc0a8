import { createRequire } from 'node:module'
import PgBoss from 'pg-boss'

/**
 * Installs pg-boss's own tables and the portal's queues as the owner of the database, so that the role that the worker
 * runs as needs to own nothing and never migrates.
 * @param {import('pg').ClientBase} client
 * @param {string} ownerUrl
 * @param {readonly string[]} queues
 */
export async function installQueues(client, ownerUrl, queues) {
  if (await hasQueues(client, queues)) return
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false })
  // What goes wrong is told by the call that waits for it.
  boss.on('error', () => {})
  await boss.start()
  try {
    for (const queue of queues) await boss.createQueue(queue)
  } finally {
    await boss.stop({ graceful: false })
  }
}

const { schema: schemaVersion } = createRequire(import.meta.url)('pg-boss/version.json')

/** A warm start asks this and goes on. */
async function hasQueues(client, queues) {
  const { rows } = await client.query("SELECT to_regclass('pgboss.queue') IS NOT NULL AS present")
  if (!rows[0].present) return false
  const { rows: installed } = await client.query('SELECT version FROM pgboss.version')
  const { rows: present } = await client.query('SELECT name FROM pgboss.queue')
  const names = new Set(present.map((row) => row.name))
  return installed[0]?.version === schemaVersion && queues.every((queue) => names.has(queue))
}
