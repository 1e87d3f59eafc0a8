import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { run } from './run.mjs'
import { forget, isFresh, keep } from './stamps.mjs'

const inputs = ['package-lock.json']

/** Installs the packages of the lock file unless they are there. @returns {Promise<boolean>} whether anything was done */
export async function install() {
  if (isFresh('install', inputs)) return false
  if (matchesLock()) {
    keep('install', inputs)
    return false
  }
  forget('install')
  // Dev packages too, whatever NODE_ENV says: the build needs the types, and `npm test` the rest.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const failure = 'The packages could not be installed; "npm ci" said:'
  const npm = process.env.npm_execpath
  if (npm?.endsWith('.js')) await run(process.execPath, [npm, ...args], { failure })
  else await run('npm', args, { failure })
  keep('install', inputs)
  return true
}

/** Whether somebody has run `npm ci` already: npm keeps a lock of what it has installed. */
function matchesLock() {
  const wanted = packagesOf('package-lock.json')
  const installed = packagesOf('node_modules/.package-lock.json')
  if (!wanted || !installed) return false
  const names = Object.keys(wanted).filter((name) => name !== '')
  return (
    names.every((name) => (installed[name] ? sameVersion(installed[name], wanted[name]) : wanted[name].optional)) &&
    Object.keys(installed).every((name) => wanted[name] !== undefined)
  )
}

const sameVersion = (one, other) => one.version === other.version && one.integrity === other.integrity

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages
  } catch {
    return null
  }
}
