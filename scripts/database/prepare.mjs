import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { grantApplication } from './grants.mjs'
import { applyMigrations, readMigrations, whileLocked } from './migrations.mjs'
import { installQueues } from './queues.mjs'

export const migrationsFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../prisma/migrations')

/**
 * Makes a database ready for this checkout: migrations, job queues, grants. Safe to run again and from several machines
 * at once; a database that is ready costs a few queries.
 * @param {{ ownerUrl: string, appRole?: string | null, queues: readonly string[] }} options `appRole` is the second role, where there is one
 * @returns {Promise<string[]>} the migrations that were applied
 */
export async function prepareDatabase({ ownerUrl, appRole = null, queues }) {
  const migrations = await readMigrations(migrationsFolder)
  const client = new pg.Client({ connectionString: ownerUrl })
  // What goes wrong is told by the call that waits for it.
  client.on('error', () => {})
  await client.connect()
  try {
    return await whileLocked(client, async () => {
      const applied = await applyMigrations(client, migrations)
      await installQueues(client, ownerUrl, queues)
      if (appRole) await grantApplication(client, appRole)
      return applied
    })
  } finally {
    await client.end()
  }
}
