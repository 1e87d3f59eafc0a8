import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { run } from '../../scripts/setup/run.mjs'
import { workerFlags } from '../../scripts/start/programs.mjs'
import { bundleBench } from './bundle.mjs'
import { makeCity } from './city.mjs'

/**
 * Prints an activation letter for every enterprise of a city, in a process like the worker.
 * @param {import('../../scripts/database/cluster.mjs').Cluster} cluster
 * @param {{ scale: number }} options
 */
export async function benchLetters(cluster, { scale }) {
  const bundle = await bundleBench('letter')
  const { url } = await makeCity(cluster, { name: 'bench_letters', scale })
  const home = await mkdtemp(path.join(os.tmpdir(), 'portal-bench-'))
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    DATA_DIR: home,
    LOG_LEVEL: 'error',
    AUTH_SECRET: 'a-secret-of-the-bench-that-is-long-enough',
  }
  try {
    const failure = 'The letters could not be printed; the worker said:'
    const said = JSON.parse(await run(process.execPath, [...workerFlags, bundle], { env, failure }))
    if (said.state !== 'DONE') throw new Error(`the letters ended as ${said.state}: ${said.problem}`)
    const { letters, seconds, cpuSeconds, megabytes, fileMegabytes } = said
    return {
      title: 'Activation letters',
      note: 'Time of the worker from taking the task to the committed codes with their file: one A4 page for each enterprise, fonts read for the first time.',
      columns: ['letters', 's', 'CPU s', 'MB resident', 'MB of the file'],
      rows: [[letters, seconds, cpuSeconds, megabytes, fileMegabytes]],
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
