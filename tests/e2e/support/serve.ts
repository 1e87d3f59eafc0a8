import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serveBuild } from '../../support/built-server'
import { restoreCity } from './city'
import { setClock, storyStart } from './clock'

/** `ownerUrl` reads the portal's database; `setClock` moves the portal's time. */
export type Portal = { origin: string; ownerUrl: string; setClock: (instant: Date | string) => void }

type Served = { origin: string; stop: () => Promise<void> }

const worker = path.resolve(import.meta.dirname, '../../../dist/worker.mjs')

const storySecret = 'the secret of the stories, 32 characters or more'

/**
 * A portal as `npm start` runs it, around a city of its own that comes from the backup of global-setup.ts: a database with
 * two roles, the site and the worker of the build, and a clock that the stories set.
 */
export async function openPortal(): Promise<Portal & { close: () => Promise<void> }> {
  const { E2E_DATABASE_SERVER: server, E2E_BACKUP: backup } = process.env
  if (!server || !backup) throw new Error('There is no city: run the stories with npm run e2e')
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-e2e-'))
  const clockFile = path.join(folder, 'now')
  setClock(clockFile, storyStart)
  const city = await restoreCity(server, backup, folder)
  const served = await serveCity(city.appUrl, folder, clockFile)
  const close = async () => {
    await served.stop()
    await city.drop()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    origin: served.origin,
    ownerUrl: city.ownerUrl,
    setClock: (instant) => setClock(clockFile, instant),
    close,
  }
}

/** The site and the worker of the build, on a free port. */
async function serveCity(databaseUrl: string, folder: string, clockFile: string): Promise<Served> {
  const env = { AUTH_SECRET: storySecret, DATA_DIR: folder, TEST_CLOCK_FILE: clockFile, LOG_LEVEL: 'warn' }
  const site = await serveBuild(databaseUrl, env)
  const jobs = spawn(process.execPath, [worker], {
    env: { ...process.env, ...env, DATABASE_URL: databaseUrl, PUBLIC_URL: site.origin },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const stop = async () => {
    jobs.kill('SIGTERM')
    await new Promise<void>((resolve) => (jobs.exitCode === null ? jobs.once('exit', () => resolve()) : resolve()))
    await site.stop()
  }
  return { origin: site.origin, stop }
}
