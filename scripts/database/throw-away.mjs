import { mkdtemp, rm, chmod } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { postgresBinaries } from './binaries.mjs'
import { startCluster } from './cluster.mjs'

/**
 * A cluster for one run of tests, in a temporary folder, without fsync; `stop` removes it with everything in it.
 * @returns {Promise<import('./cluster.mjs').Cluster>}
 */
export async function startThrowAwayCluster() {
  const home = await mkdtemp(path.join(os.tmpdir(), 'portal-test-'))
  // The server's owner must be able to walk in; what lies inside guards itself.
  await chmod(home, 0o711)
  try {
    const cluster = await startCluster({ home, binaries: await postgresBinaries(home), isDurable: false })
    const stop = async () => {
      await cluster.stop()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    }
    return { ...cluster, stop }
  } catch (error) {
    await rm(home, { recursive: true, force: true })
    throw error
  }
}
