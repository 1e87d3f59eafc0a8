import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refused } from '../database/refusal.mjs'
import { supervise } from '../processes/supervise.mjs'
import { program, root } from '../setup/root.mjs'

const follow = pathToFileURL(path.join(root, 'scripts/processes/follow-launcher.mjs')).href

/**
 * The site's heap: left alone, it grows to twice this before anything is given back. Under the bound, eight people at once
 * load whole reports and exports of 2,100 enterprises with room to spare (docs/bench.md). What a page leaves behind is
 * young: with room for more of it the collector runs less often, and a tenth more pages go out.
 */
export const webFlags = ['--max-semi-space-size=64', '--max-old-space-size=400']

/** Starts the site and keeps it running. */
export function startWeb({ settings, env, onStart, say }) {
  const command = settings.isDevelopment ? 'dev' : 'start'
  const next = [program('next/dist/bin/next'), command, '-H', settings.host, '-p', String(settings.port)]
  const flags = settings.isDevelopment ? [] : webFlags
  return supervise({
    name: 'site',
    args: ['--import', follow, ...flags, ...next],
    env: { ...process.env, ...env },
    onStart,
    say,
  })
}

/**
 * The worker's heap: a workbook of the most rows goes through, and what an import has left behind is given back soon, on a
 * machine that serves the site and the database too.
 */
export const workerFlags = ['--max-semi-space-size=4', '--max-old-space-size=256']

/** Starts the worker and keeps it running. */
export function startWorker({ env, onStart, say }) {
  const args = ['--import', follow, ...workerFlags, '--enable-source-maps', path.join(root, 'dist/worker.mjs')]
  return supervise({ name: 'worker', args, env: { ...process.env, ...env }, onStart, say })
}

/** Waits until the site says that people may come. */
export async function untilReady(web, { host, port }) {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const address = `http://${name.includes(':') ? `[${name}]` : name}:${port}/api/ready`
  for (const deadline = Date.now() + 120_000; Date.now() < deadline;) {
    if (web.ends() > 0) throw new Refused('The site ended while it was starting; what it said stands above.')
    const answer = await fetch(address, { signal: AbortSignal.timeout(60_000) }).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Refused(`The site does not answer at ${address}.`)
}
