import { existsSync } from 'node:fs'
import path from 'node:path'
import { Refused } from './database/refusal.mjs'
import { atEnd, endAll, endOnSignals } from './processes/endings.mjs'
import { buildPrograms, buildSite } from './setup/build.mjs'
import { generateClient } from './setup/generate.mjs'
import { install } from './setup/install.mjs'
import { root } from './setup/root.mjs'
import { step as setUpStep } from './start/say.mjs'
import { check, openSteps, playwright, vitest } from './test/steps.mjs'

/**
 * `npm test`: everything that must hold. The set-up of `npm start`, then format, lint, types, tests on a real PostgreSQL,
 * the production build, tests of that build and of the start, and stories in a real browser. `--without-e2e` stops before
 * the build; `--only=<step>` repeats one. The last line is the sum.
 */
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? null
const withoutBuild = process.argv.includes('--without-e2e')
const names = ['format', 'lint', 'types', 'tests', 'build', 'built', 'start', 'e2e']
const { step, counts, failures } = openSteps(only)

endOnSignals((signal) => console.log(`\n${signal}: the tests stop.`))
try {
  if (only && !names.includes(only)) throw new Refused(`There is no step "${only}": choose one of ${names.join(', ')}.`)
  await setUp()
  await runSteps()
} catch (error) {
  console.error(error instanceof Refused ? error.message : error)
  counts.failed++
}
await endAll()
if (failures.length > 0) console.log(`\n── what failed\n${failures.join('\n')}`)
console.log(`\n${counts.passed} passed, ${counts.failed} failed`)
process.exit(counts.failed > 0 ? 1 : 0)

async function setUp() {
  const outcome = (done) => (done ? 'done' : 'is as it should be')
  await setUpStep('packages', install, outcome)
  await setUpStep('client', generateClient, outcome)
  await setUpStep('programs', buildPrograms, outcome)
}

async function runSteps() {
  // Each of these three keeps one core busy.
  const types = step('types', () => check(['next/dist/bin/next', 'typegen'], ['typescript/bin/tsc', '--noEmit']))
  await step('format', () => check(['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']))
  await step('lint', () => check(['eslint/bin/eslint.js', '--max-warnings=0', '.']))
  await types
  const env = needsDatabase() ? { TEST_DATABASE_URL: await databaseServer() } : {}
  await step('tests', () => vitest('tests', 'vitest.config.ts', env))
  if (withoutBuild) return

  await step('build', build)
  // Repeated alone, these three need a build all the same.
  if (only && ['built', 'start', 'e2e'].includes(only)) await buildSite()
  // What is started mostly waits for what it started.
  const started = step('start', () => vitest('start', 'vitest.start.config.ts', env))
  await step('built', () => vitest('built', 'vitest.built.config.ts', env))
  await started
  if (existsSync(path.join(root, 'playwright.config.ts'))) await step('e2e', () => stories(env))
}

async function build() {
  await buildSite()
  return { passed: 1, failed: 0 }
}

async function stories(env) {
  const { findBrowser } = await import('./test/browser.mjs')
  return playwright('e2e', { ...env, CHROMIUM_PATH: await findBrowser() })
}

function needsDatabase() {
  return !only || ['tests', 'built', 'start', 'e2e'].includes(only)
}

/** TEST_DATABASE_URL, or a server of our own for as long as the tests run. */
async function databaseServer() {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL
  const { startThrowAwayCluster } = await import('./database/throw-away.mjs')
  const cluster = await startThrowAwayCluster()
  atEnd(cluster.stop)
  return cluster.urlOf('admin', 'postgres')
}
