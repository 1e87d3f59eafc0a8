import path from 'node:path'
import { root } from '../setup/root.mjs'
import { run } from '../setup/run.mjs'
import { processEnv } from './seed.mjs'

/**
 * A new invitation for the first administrator; null once somebody has a password. The account is FIRST_ADMIN, or
 * `admin@` the portal's own name.
 * @returns {Promise<{ url: string, account: string } | null>}
 */
export async function firstAdministratorLink({ settings, home, database, deployment }) {
  if (deployment.isDemo || deployment.isOpened) return null
  const account = settings.firstAdministrator ?? `admin@${hostOf(settings.publicUrl)}`
  const said = await run(process.execPath, [path.join(root, 'dist/first-administrator.mjs'), `--account=${account}`], {
    env: { ...processEnv(settings, home, database), LOG_LEVEL: 'silent' },
    failure: 'The invitation of the first administrator could not be written:',
  })
  const token = said.trim()
  return token ? { url: `${settings.publicUrl}/activate/${token}`, account } : null
}

/** A name that looks like one in a mail address: not a number, and with a dot. */
function hostOf(publicUrl) {
  const { hostname } = new URL(publicUrl)
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(hostname) ? hostname : 'alliance.local'
}
