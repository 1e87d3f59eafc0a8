import path from 'node:path'
import { root } from '../../scripts/setup/root.mjs'

/**
 * Makes a program of a bench, so that it runs as the worker does: one file, in a process of its own.
 * @param {string} name of the source beside this file, without `.ts`
 * @returns {Promise<string>} the program
 */
export async function bundleBench(name) {
  const program = path.join(root, `dist/bench-${name}.mjs`)
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: [`tests/bench/${name}.ts`],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  return program
}
