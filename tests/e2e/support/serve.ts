import { spawn } from 'node:child_process'
import path from 'node:path'
import { serveBuild } from '../../support/built-server'

const worker = path.resolve(import.meta.dirname, '../../../dist/worker.mjs')

export const storySecret = 'the secret of the stories, 32 characters or more'

/** The site and the worker of the build, on a free port. */
export async function servePortal(
  databaseUrl: string,
  folder: string,
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const env = {
    AUTH_SECRET: storySecret,
    DATA_DIR: folder,
    TEST_CLOCK_FILE: process.env['E2E_CLOCK_FILE'] ?? '',
    LOG_LEVEL: 'warn',
  }
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
