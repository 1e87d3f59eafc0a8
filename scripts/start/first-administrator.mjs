import path from 'node:path'
import { root } from '../setup/root.mjs'
import { run } from '../setup/run.mjs'
import { processEnv } from './seed.mjs'

/**
 * A link by which the first administrator lets themselves in; null in a demo and once there is an administrator.
 * @returns {Promise<string | null>}
 */
export async function firstAdministratorLink({ settings, home, database, deployment }) {
  if (deployment.isDemo || deployment.hasAdministrator) return null
  const said = await run(process.execPath, [path.join(root, 'dist/first-administrator.mjs')], {
    env: { ...processEnv(settings, home, database), LOG_LEVEL: 'silent' },
    failure: 'The invitation of the first administrator could not be written:',
  })
  return said.trim() || null
}
