import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from '../setup/root.mjs'

/**
 * What failed, read from the reports of the two runners: for whoever sees the last lines of a run only. Each is one text, the
 * place and title of the test first, then the beginning of what it said.
 */
const lines = 6

/** @param {{ testResults: object[] }} report of Vitest's reporter "json" @returns {string[]} */
export function failuresOfVitest(report) {
  return report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed')
    // A file that does not load, or whose preparation fails, may have no test that failed.
    if (failed.length === 0) return file.status === 'failed' ? [failure(file.name, '', file.message)] : []
    return failed.map(({ fullName, failureMessages }) => failure(file.name, fullName, failureMessages[0]))
  })
}

/** @param {{ suites: object[], errors: object[] }} report of Playwright's reporter "json" @returns {string[]} */
export function failuresOfPlaywright({ suites, errors = [] }) {
  return [...suites.flatMap(failuresOfSuite), ...errors.map((error) => beginning(error.message))]
}

function failuresOfSuite({ suites = [], specs = [] }) {
  const failed = specs.flatMap(({ file, title, tests }) =>
    tests
      .flatMap((test) => test.results)
      .filter(({ status }) => status !== 'passed' && status !== 'skipped')
      .map(({ error }) => failure(path.join('tests/e2e', file), title, error?.message)),
  )
  return [...failed, ...suites.flatMap(failuresOfSuite)]
}

const failure = (file, title, message) =>
  `${path.relative(root, path.resolve(root, file))} › ${title}\n${beginning(message)}`

const beginning = (message = '') =>
  stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, lines)
    .map((line) => `  ${line}`)
    .join('\n')
