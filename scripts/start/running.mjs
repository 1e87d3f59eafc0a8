import { linkSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Refused } from '../database/refusal.mjs'
import { commandLineOf, hasEnded, isAlive } from '../processes/process-table.mjs'
import { root } from '../setup/root.mjs'

/**
 * Which processes of this checkout serve from a data folder, written down while they run, so that a start after a crash
 * finds what the crash has left.
 * @typedef {{ launcher: number, parent: number | null, port: number, isEmbedded: boolean, web?: number, worker?: number }} Run
 */

const prefix = 'running'

/** An embedded server serves one start; on a server of the person's own several may share a folder. */
const fileOf = (home, run) => path.join(home, run.isEmbedded ? `${prefix}.json` : `${prefix}-${run.port}.json`)

/** Takes the folder for this start; of two that come at once, one is refused. @param {string} home @param {Run} run */
export function claimRun(home, run) {
  const draft = `${fileOf(home, run)}.${process.pid}`
  writeFileSync(draft, JSON.stringify(run))
  try {
    linkSync(draft, fileOf(home, run))
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    throw new Refused(`Another start of the portal is under way in ${home}: wait for it, or stop it first.`)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Writes down what has been started since. */
export function rewriteRun(home, run) {
  const draft = `${fileOf(home, run)}.${process.pid}`
  writeFileSync(draft, JSON.stringify(run))
  renameSync(draft, fileOf(home, run))
}

export const forgetRun = (home, run) => rmSync(fileOf(home, run), { force: true })

/**
 * Ends what a killed start has left behind, each process only when it is one of this checkout. Refuses while another
 * start lives and has somebody to stop it: on this port, or on this data folder's own server.
 */
export async function endLeftovers({ home, port, isEmbedded }) {
  for (const run of runsIn(home)) {
    const isLauncherAlive = isOurs(run.launcher, 'scripts/start.mjs')
    if (isLauncherAlive && !isOrphan(run)) {
      if (isEmbedded || run.port === port) throw refusal(run)
      continue
    }
    // A launcher would start anew what is ended below it.
    if (isLauncherAlive) await end(run.launcher)
    await Promise.all([endIfOurs(run.web, 'next'), endIfOurs(run.worker, 'dist/worker.mjs')])
    forgetRun(home, run)
  }
}

const refusal = (run) =>
  new Refused(
    `The portal of this folder already runs on port ${run.port} (process ${run.launcher}): stop it there, or set DATA_DIR to another folder.`,
  )

function runsIn(home) {
  let names = []
  try {
    names = readdirSync(home).filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  return names.flatMap((name) => {
    try {
      return [JSON.parse(readFileSync(path.join(home, name), 'utf8'))]
    } catch {
      return []
    }
  })
}

const isOrphan = ({ parent }) => parent !== null && !isAlive(parent)

/** A number alone proves nothing: the system gives it to another program once ours has ended. */
function isOurs(pid, script) {
  if (pid === undefined || pid === process.pid || !isAlive(pid)) return false
  const command = commandLineOf(pid)?.replaceAll('\\', '/')
  return command !== undefined && command !== null && command.includes(script) && isOfThisCheckout(pid, command)
}

/** By its arguments, or where those are relative, by where it runs; a system that does not tell is believed. */
function isOfThisCheckout(pid, command) {
  if (command.includes(root.replaceAll('\\', '/'))) return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === root
  } catch {
    return process.platform !== 'linux'
  }
}

const endIfOurs = async (pid, script) => (isOurs(pid, script) ? end(pid) : undefined)

async function end(pid) {
  process.kill(pid, 'SIGTERM')
  if (await hasEnded(pid, 15_000)) return
  process.kill(pid, 'SIGKILL')
  await hasEnded(pid, 5_000)
}
