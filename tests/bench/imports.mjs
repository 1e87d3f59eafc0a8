import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { root } from '../../scripts/setup/root.mjs'
import { run } from '../../scripts/setup/run.mjs'
import { workerFlags } from '../../scripts/start/programs.mjs'
import { bundleBench } from './bundle.mjs'
import { emptyDatabase } from './city.mjs'

const sizes = [2_100, 10_000, 21_000]

/** Loads what a worker has loaded after its first import, so that it is not counted. */
const smallSize = 100

/**
 * Checks and confirms registries of two sizes in a process of their own, as the worker does: seconds and memory of each step.
 * @param {import('../../scripts/database/cluster.mjs').Cluster} cluster
 */
export async function benchImports(cluster) {
  const bundle = await bundleBench('import')
  const rows = []
  for (const size of sizes) {
    const home = await mkdtemp(path.join(os.tmpdir(), 'portal-bench-'))
    try {
      const url = await emptyDatabase(cluster, `bench_import_${size}`)
      const env = { NODE_ENV: 'production', DATABASE_URL: url, DATA_DIR: home, LOG_LEVEL: 'error' }
      await run(process.execPath, [path.join(root, 'dist/seed.mjs'), '--demo', '--scale=0.01'], {
        env,
        failure: 'The database of the import could not be filled; the seed said:',
      })
      const file = path.join(home, 'registry.xlsx')
      const failure = 'The import failed; it said:'
      const small = path.join(home, 'small.xlsx')
      await run(process.execPath, [bundle, 'make', String(smallSize), small], { env, failure })
      await run(process.execPath, [bundle, 'make', String(size), file], { env, failure })
      const said = JSON.parse(
        await run(process.execPath, [...workerFlags, bundle, 'run', small, file], { env, failure }),
      )
      const { imported, wrong, checkSeconds, confirmSeconds, cpuSeconds, moreMegabytes } = said
      if (said.state !== 'DONE') throw new Error(`the import ended as ${said.state}: ${said.problem}`)
      rows.push([size, imported, wrong, checkSeconds, confirmSeconds, cpuSeconds, moreMegabytes])
    } finally {
      await rm(home, { recursive: true, force: true })
    }
  }
  return [
    {
      title: 'Import of a registry',
      note: 'Time of the worker from the stored file to the judged rows, and from the confirmation to the commit; memory above what the worker had after a first import of 100 rows.',
      columns: ['rows', 'imported', 'wrong', 'check s', 'confirm s', 'CPU s', 'more MB'],
      rows,
    },
  ]
}
