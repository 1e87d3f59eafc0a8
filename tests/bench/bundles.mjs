import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../../scripts/setup/root.mjs'

const read = (file) => JSON.parse(readFileSync(path.join(root, '.next', file), 'utf8'))

/**
 * What a browser loads first for each route, from the build's own manifests, beside the floor of the framework: what a
 * page without a line of our own client code loads.
 */
export async function benchBundles() {
  const sizes = new Map()
  const gz = (file) => {
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(path.join(root, file))).length / 1_000)
    return sizes.get(file)
  }
  const sum = (files) => [...new Set(files)].reduce((total, file) => total + gz(file), 0)
  const floor = sum(read('build-manifest.json').rootMainFiles.map((file) => `.next/${file}`))
  const routes = read('diagnostics/route-bundle-stats.json').map(({ route, firstLoadChunkPaths }) => ({
    route,
    kilobytes: sum(firstLoadChunkPaths),
  }))
  return {
    title: 'First-load JavaScript of each route, kB gz',
    note: `Floor of the framework (its root files): ${floor.toFixed(1)} kB.`,
    columns: ['route', 'kB gz', 'above the floor'],
    rows: routes
      .toSorted((a, b) => b.kilobytes - a.kilobytes)
      .map(({ route, kilobytes }) => [route, kilobytes, kilobytes - floor]),
  }
}
