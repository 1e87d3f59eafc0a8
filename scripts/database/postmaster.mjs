import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { commandLineOf, isAlive } from '../processes/process-table.mjs'

/**
 * The server that already runs on a cluster, if one does: PostgreSQL outlives a launcher that was killed. A pid file that
 * a crash left behind is removed when its number now belongs to a program that is no PostgreSQL.
 * @returns {Promise<{ pid: number, port: number } | null>}
 */
export async function runningServer(cluster) {
  const file = path.join(cluster, 'postmaster.pid')
  const lines = await readFile(file, 'utf8').then(
    (text) => text.split('\n'),
    () => null,
  )
  if (!lines) return null
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (isAlive(pid) && isServerOf(cluster, pid)) return { pid, port }
  await rm(file, { force: true })
  return null
}

function isServerOf(cluster, pid) {
  const command = commandLineOf(pid)
  // Where the system does not tell, the file is believed: a wrong belief ends in a refused connection, not in damage.
  return command === null || (command.includes('postgres') && command.includes(cluster))
}
