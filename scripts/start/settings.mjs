import path from 'node:path'
import { Refused } from '../database/refusal.mjs'
import { root } from '../setup/root.mjs'

/**
 * What the environment and the command line ask for, checked before anything is done.
 * @typedef {ReturnType<typeof readSettings>} Settings
 */
export function readSettings(env = process.env, args = process.argv.slice(2)) {
  const isDevelopment = args.includes('--dev')
  const host = env.HOST || '127.0.0.1'
  const port = portOf(env.PORT || '3000')
  const databaseUrl = env.DATABASE_URL || null
  const databaseOwnerUrl = env.DATABASE_OWNER_URL || null
  if (databaseOwnerUrl && !databaseUrl)
    throw new Refused('DATABASE_OWNER_URL is set without DATABASE_URL: set both, or neither.')
  for (const [name, url] of Object.entries({ DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: databaseOwnerUrl }))
    if (url && !/^postgres(ql)?:\/\//.test(url))
      throw new Refused(`${name} is no address of a PostgreSQL (postgresql://user:password@host:5432/database).`)
  if (env.AUTH_SECRET && env.AUTH_SECRET.length < 32)
    throw new Refused('AUTH_SECRET is too short: it needs 32 characters or more.')
  if (databaseUrl && !env.AUTH_SECRET)
    throw new Refused(
      'AUTH_SECRET is not set: with a DATABASE_URL of your own, set it to 32 random characters or more that stay the same.',
    )
  return {
    isDevelopment,
    host,
    port,
    publicUrl: publicUrlOf(env, host, port),
    hasPublicUrl: Boolean(env.PUBLIC_URL),
    databaseUrl,
    databaseOwnerUrl,
    wantsDemo: !databaseUrl && env.DEMO !== '0',
    dataFolder: path.resolve(root, env.DATA_DIR || '.data'),
    hasOwnDataFolder: Boolean(env.DATA_DIR),
    authSecret: env.AUTH_SECRET || null,
    testClockFile: env.TEST_CLOCK_FILE || null,
    anchor: env.DEMO_ANCHOR || null,
  }
}

export const isLoopback = (host) => host === 'localhost' || host === '::1' || /^127\./.test(host)

function portOf(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Refused(`PORT is "${text}": give a number between 1 and 65535.`)
}

/** Links, QR codes and origin checks need the address that people type; only on this machine can it be guessed. */
function publicUrlOf(env, host, port) {
  if (!env.PUBLIC_URL) {
    if (isLoopback(host)) return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
    throw new Refused(
      `HOST is ${host} and PUBLIC_URL is not set: set it to the address that people type, such as https://alliance.example.`,
    )
  }
  if (URL.canParse(env.PUBLIC_URL) && /^https?:$/.test(new URL(env.PUBLIC_URL).protocol))
    return env.PUBLIC_URL.replace(/\/+$/, '')
  throw new Refused(`PUBLIC_URL is "${env.PUBLIC_URL}": give an address such as https://alliance.example.`)
}
