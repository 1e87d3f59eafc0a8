import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/**
 * Everything that must hold, in one command: format, lint, types, tests on a real PostgreSQL, the production build, tests
 * against that build, and stories in a real browser. `--without-e2e` stops before the build; `--only=<step>` repeats one.
 */

const root = path.resolve(import.meta.dirname, '..')
const results = path.join(root, 'test-results')
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)
const withoutE2e = process.argv.includes('--without-e2e')
const node = process.execPath
const bin = (name) => path.join(root, 'node_modules', name)

let passed = 0
let failed = 0

function run(command, args, env = {}) {
  const child = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  return child.status === 0
}

/** One step that passes or fails as a whole. */
function step(name, work) {
  if (only && only !== name) return true
  const began = performance.now()
  console.log(`\n── ${name}`)
  const good = work()
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  if (good) console.log(`   ${name} passed in ${seconds} s`)
  else console.log(`   ${name} FAILED after ${seconds} s. Repeat it alone: npm test -- --only=${name}`)
  return good
}

const check = (name, work) => {
  if (only && only !== name) return
  if (step(name, work)) passed++
  else failed++
}

/** A step whose report counts single tests; a runner that left no report counts as one failure. */
function counted(name, report, work, read) {
  if (only && only !== name) return
  rmSync(report, { force: true })
  const good = step(name, work)
  const counts = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  passed += counts.passed
  failed += counts.failed + (!good && counts.failed === 0 ? 1 : 0)
}

const vitest = (name, config, env) => {
  const report = path.join(results, `${name}.json`)
  counted(
    name,
    report,
    () =>
      run(
        node,
        [
          bin('vitest/vitest.mjs'),
          'run',
          '--config',
          config,
          '--reporter=dot',
          '--reporter=json',
          `--outputFile.json=${report}`,
        ],
        env,
      ),
    (json) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests + json.numFailedTestSuites * (json.numFailedTests === 0 ? 1 : 0),
    }),
  )
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
if (!existsSync(path.join(root, 'node_modules/next')) && !step('install', () => run(npm, ['ci']))) finish(1)
if (!run(node, [bin('prisma/build/index.js'), 'generate'], { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true' })) finish(1)
if (!only) rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

check('format', () => run(node, [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']))
check('lint', () => run(node, [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.']))
check(
  'types',
  () => run(node, [bin('next/dist/bin/next'), 'typegen']) && run(node, [bin('typescript/bin/tsc'), '--noEmit']),
)

const { startThrowAwayCluster } = await import('./database/throw-away.mjs')
const cluster = process.env.TEST_DATABASE_URL ? null : await startThrowAwayCluster()
try {
  const env = { TEST_DATABASE_URL: process.env.TEST_DATABASE_URL ?? cluster.urlOf('admin', 'postgres') }
  vitest('tests', 'vitest.config.ts', env)
  if (!withoutE2e) {
    check('build', () => run(node, [bin('next/dist/bin/next'), 'build'], { NODE_ENV: 'production' }))
    vitest('built', 'vitest.built.config.ts', env)
    if (existsSync(path.join(root, 'playwright.config.ts'))) await stories(env)
  }
} finally {
  await cluster?.stop()
}
finish(failed > 0 || passed === 0 ? 1 : 0)

async function stories(env) {
  if (only && only !== 'e2e') return
  const { findBrowser } = await import('./test/browser.mjs')
  const browser = await findBrowser()
  const report = path.join(results, 'e2e.json')
  counted(
    'e2e',
    report,
    () =>
      run(node, [bin('@playwright/test/cli.js'), 'test', '--reporter=line,json'], {
        ...env,
        ...browser,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      }),
    (json) => ({ passed: json.stats.expected + json.stats.flaky, failed: json.stats.unexpected }),
  )
}

function finish(code) {
  console.log(`\n${passed} passed, ${failed + (code !== 0 && failed === 0 ? 1 : 0)} failed`)
  process.exit(code)
}
