import { Refused } from '../database/refusal.mjs'
import { isLoopback } from './settings.mjs'

/**
 * What kind of database this is, once it is migrated.
 * @returns {Promise<{ isDemo: boolean, anchorOn: string, hasAdministrator: boolean } | null>} null: nothing was seeded yet
 */
export async function readDeployment(database) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: database.appUrl })
  // What goes wrong is told by the call that waits for it.
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query(`SELECT is_demo AS "isDemo", to_char(anchor_on, 'YYYY-MM-DD') AS "anchorOn",
      EXISTS (SELECT 1 FROM appointments WHERE role = 'MUNICIPAL' AND is_administrator) AS "hasAdministrator" FROM deployment`)
    return rows[0] ?? null
  } finally {
    await client.end()
  }
}

/** A demo has accounts whose password everybody knows; a real portal has a real clock. */
export function refuseUnsafe(deployment, settings) {
  if (deployment?.isDemo && !isLoopback(settings.host))
    throw new Refused(
      `This database holds the demo accounts, whose password is public: the portal does not listen on ${settings.host} with them. Use HOST=127.0.0.1, or an empty database with DEMO=0.`,
    )
  if (deployment && !deployment.isDemo && settings.testClockFile)
    throw new Refused('TEST_CLOCK_FILE sets the clock of tests and is refused in a real database: unset it.')
}
