import { readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { root } from '../setup/root.mjs'
import { run } from '../setup/run.mjs'

const bundle = path.join(root, 'dist', 'seed.mjs')

/**
 * Writes what a database must hold; skipped where this very seed has run on it before.
 * @returns {Promise<boolean>} whether it ran
 */
export async function seed({ home, database, settings, deployment }) {
  const mark = createHash('sha256').update(readFileSync(bundle)).update(database.appUrl).digest('hex')
  if (deployment && !settings.databaseUrl && markIn(home) === mark) return false
  const args = [...(settings.wantsDemo ? ['--demo'] : []), ...(settings.anchor ? [`--anchor=${settings.anchor}`] : [])]
  await run(process.execPath, [bundle, ...args], {
    env: { ...processEnv(settings, home, database), DATABASE_URL: database.ownerUrl },
    failure: 'The database could not be filled; the seed said:',
  })
  writeFileSync(markFile(home), mark)
  return true
}

const markFile = (home) => path.join(home, 'seeded.json')

function markIn(home) {
  try {
    return readFileSync(markFile(home), 'utf8')
  } catch {
    return null
  }
}

/** What every program of the portal gets to know; never the owner's address. */
export function processEnv(settings, home, database) {
  return {
    NODE_ENV: settings.isDevelopment ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: '',
    AUTH_SECRET: database.authSecret,
    // Left out, the site answers to both names of this machine.
    PUBLIC_URL: settings.hasPublicUrl ? settings.publicUrl : '',
    HOST: settings.host,
    PORT: String(settings.port),
    DATA_DIR: home,
  }
}
