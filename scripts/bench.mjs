import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buildPrograms, buildSite } from './setup/build.mjs'
import { root } from './setup/root.mjs'
import { startThrowAwayCluster } from './database/throw-away.mjs'
import { benchAttending } from '../tests/bench/attending.mjs'
import { benchBulk } from '../tests/bench/bulk.mjs'
import { benchBundles } from '../tests/bench/bundles.mjs'
import { makeCity } from '../tests/bench/city.mjs'
import { benchImports } from '../tests/bench/imports.mjs'
import { benchLetters } from '../tests/bench/letters.mjs'
import { benchPages } from '../tests/bench/pages.mjs'
import { asMarkdown, asText } from '../tests/bench/tables.mjs'

/**
 * Measures the portal on data of its real size: what a request costs beside an empty page of the same application in the
 * same run, what an import, a bulk action and a print of letters cost, and what each page makes a browser load. A
 * measurement, never a test: nothing is asserted. `--scale=1` (2,100 enterprises), `--seconds=6` for each address,
 * `--only=pages|attending|imports|bulk|letters|bundles`,
 * `--write` keeps the tables in docs/bench.md.
 */
const option = (name, otherwise) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(`--${name}=`.length) ?? otherwise
const scale = Number(option('scale', '1'))
const seconds = Number(option('seconds', '6'))
const only = option('only', null)
const wants = (part) => only === null || only === part

await buildSite()
await buildPrograms()
const cluster = await startThrowAwayCluster()
const tables = []
try {
  if (wants('pages')) {
    const city = await makeCity(cluster, { name: 'bench', scale })
    tables.push(...(await benchPages(city, { seconds, part: 'all', title: `${city.enterprises} enterprises` })))
    const large = await makeCity(cluster, { name: 'bench_large', scale: scale * 5 })
    tables.push(...(await benchPages(large, { seconds, part: 'list', title: `${large.enterprises} enterprises` })))
  }
  if (wants('attending')) tables.push(...(await benchAttending(cluster, { scale, seconds })))
  if (wants('imports')) tables.push(...(await benchImports(cluster)))
  if (wants('bulk')) tables.push(...(await benchBulk(cluster, scale)))
  if (wants('letters')) tables.push(await benchLetters(cluster, { scale }))
  if (wants('bundles')) tables.push(await benchBundles())
} finally {
  await cluster.stop()
}

console.log(`\n${tables.map(asText).join('\n\n')}\n`)
if (process.argv.includes('--write')) {
  await mkdir(path.join(root, 'docs'), { recursive: true })
  await writeFile(path.join(root, 'docs/bench.md'), asMarkdown(tables))
}
