import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { program, root } from './root.mjs'
import { run } from './run.mjs'
import { forget, isFresh, keep } from './stamps.mjs'

const configuration = ['package-lock.json', 'tsconfig.json', 'prisma/schema']

const siteInputs = [
  ...configuration,
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tailwind.config.ts',
]

/** What runs beside the site, each as one file for node: the worker, the seed, the names of the queues, the storage port. */
const bundles = {
  worker: 'scripts/worker.ts',
  seed: 'prisma/seed/seed.ts',
  'first-administrator': 'prisma/seed/first-administrator.ts',
  queues: 'lib/core/jobs.ts',
  storage: 'lib/core/storage.ts',
}

const bundleInputs = [
  ...configuration,
  'lib',
  'prisma/seed',
  'scripts/worker.ts',
  'scripts/task-handlers.ts',
  'scripts/setup/build.mjs',
]

/** Builds the site for production unless the build is of these sources. @returns {Promise<boolean>} whether anything was done */
export async function buildSite() {
  if (existsSync(path.join(root, '.next/BUILD_ID')) && isFresh('site', siteInputs)) return false
  forget('site')
  await run(process.execPath, [program('next/dist/bin/next'), 'build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    failure: 'The site could not be built; "next build" said:',
  })
  keep('site', siteInputs)
  return true
}

/** A package's JSON goes into the bundle: node takes it from outside only with an attribute that the site's sources do not carry. */
const tablesOfPackages = {
  name: 'tables-of-packages',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^.].*\.json$/ }, ({ path: file }) => ({
      path: createRequire(import.meta.url).resolve(file),
    })),
}

/** Bundles the programs beside the site unless they are of these sources. @returns {Promise<boolean>} whether anything was done */
export async function buildPrograms() {
  const outputs = Object.keys(bundles).map((name) => path.join(root, 'dist', `${name}.mjs`))
  if (outputs.every((file) => existsSync(file)) && isFresh('programs', bundleInputs)) return false
  forget('programs')
  const { build, stop } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: bundles,
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    plugins: [tablesOfPackages],
    sourcemap: true,
    logLevel: 'error',
  })
  await stop()
  keep('programs', bundleInputs)
  return true
}
