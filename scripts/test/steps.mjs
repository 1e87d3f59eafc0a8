import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { atEnd } from '../processes/endings.mjs'
import { program, root } from '../setup/root.mjs'
import { failuresOfPlaywright, failuresOfVitest } from './failures.mjs'

/**
 * The steps of `npm test`: each names itself, says how long it took and, when it fails, the command that repeats it alone.
 * A step without a report counts as one test, the others as many as their report says.
 */
const results = path.join(root, 'test-results')

/** @param {string | null} only the one step that is wanted, or null for all */
export function openSteps(only) {
  const counts = { passed: 0, failed: 0 }
  /** What failed, to be said once more at the end. */
  const failures = []

  /** @param {string} name @param {() => Promise<{ passed: number, failed: number }>} work */
  async function step(name, work) {
    if (only && only !== name) return
    const began = performance.now()
    console.log(`\n── ${name}`)
    const {
      passed,
      failed,
      said = [],
    } = await work().catch((error) => {
      console.error(error)
      return { passed: 0, failed: 1, said: [String(error)] }
    })
    counts.passed += passed
    counts.failed += failed
    const seconds = ((performance.now() - began) / 1_000).toFixed(1)
    if (failed > 0) failures.push(`${name}: ${failed} failed`, ...said)
    if (failed === 0) console.log(`   ${name}: passed in ${seconds} s`)
    else console.log(`   ${name}: FAILED after ${seconds} s. Repeat it alone: npm test -- --only=${name}`)
  }

  return { step, counts, failures }
}

/** Runs programs one after the other, as long as they end well; together one test. */
export async function check(...commands) {
  for (const [file, ...args] of commands) if ((await runProgram(file, args)) !== 0) return { passed: 0, failed: 1 }
  return { passed: 1, failed: 0 }
}

export async function vitest(name, config, env) {
  const report = await freshReport(name)
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runProgram('vitest/vitest.mjs', args, env)
  return fromReport(report, code, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    said: failuresOfVitest(json),
  }))
}

export async function playwright(name, env) {
  const report = await freshReport(name)
  const args = ['test', '--reporter=list,json']
  const code = await runProgram('@playwright/test/cli.js', args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  return fromReport(report, code, (json) => ({
    passed: json.stats.expected,
    // A test that passes at the second try is a test that fails sometimes.
    failed: json.stats.unexpected + json.stats.flaky,
    said: failuresOfPlaywright(json),
  }))
}

async function freshReport(name) {
  mkdirSync(results, { recursive: true })
  const report = path.join(results, `${name}.json`)
  rmSync(report, { force: true })
  return report
}

/** A runner that ends badly without a failed test (a file that does not load, no report at all) is one failure. */
function fromReport(report, code, read) {
  const { passed, failed, said } = existsSync(report)
    ? read(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, said: [] }
  const endedBadly = failed === 0 && (code !== 0 || passed === 0)
  if (endedBadly) said.push(`The runner ended with code ${code}, and its report has no failed test.`)
  return { passed, failed: endedBadly ? 1 : failed, said }
}

function runProgram(file, args, env = {}) {
  const child = spawn(process.execPath, [program(file), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const isOver = atEnd(() => child.kill('SIGTERM'))
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', resolve)
  }).finally(isOver)
}
