import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { root } from '../../scripts/setup/root.mjs'
import { run } from '../../scripts/setup/run.mjs'
import { workerFlags } from '../../scripts/start/programs.mjs'
import { bundleBench } from './bundle.mjs'
import { emptyDatabase } from './city.mjs'

/**
 * Works on the whole registry at once, as the worker does, in a process of its own.
 * @param {import('../../scripts/database/cluster.mjs').Cluster} cluster
 * @param {number} scale 1 is 2,100 enterprises
 */
export async function benchBulk(cluster, scale) {
  const bundle = await bundleBench('bulk')
  const home = await mkdtemp(path.join(os.tmpdir(), 'portal-bench-'))
  try {
    const url = await emptyDatabase(cluster, 'bench_bulk')
    const env = { NODE_ENV: 'production', DATABASE_URL: url, DATA_DIR: home, LOG_LEVEL: 'error' }
    await run(process.execPath, [path.join(root, 'dist/seed.mjs'), '--demo', `--scale=${scale}`], {
      env,
      failure: 'The database of the bulk actions could not be filled; the seed said:',
    })
    const failure = 'A bulk action failed; it said:'
    const said = JSON.parse(await run(process.execPath, [...workerFlags, bundle], { env, failure }))
    const rows = said.map(
      (/** @type {Record<string, number>} */ { act, met, done, checkSeconds, runSeconds, undoSeconds }) => [
        act,
        met,
        done,
        checkSeconds,
        runSeconds,
        undoSeconds,
      ],
    )
    return [
      {
        title: 'Bulk actions over the whole registry',
        note: 'Time of the check before it begins, of the worker to the last row and the result file, and of taking it back with its own result file.',
        columns: ['act', 'met', 'done', 'check s', 'run s', 'undo s'],
        rows,
      },
    ]
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
