import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Refused } from '../database/refusal.mjs'
import { program } from '../setup/root.mjs'
import { packagedBrowser } from './packaged-browser.mjs'

/**
 * A Chromium for the end-to-end tests: the one that CHROMIUM_PATH names; on Linux the one that an npm package carries, which
 * is the same on every machine, needs no download and, having no window, is a fifth faster; elsewhere a system one, or the
 * one that Playwright can fetch.
 * @returns {Promise<string>} its program
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  if (process.platform === 'linux' && process.arch === 'x64') return packagedBrowser()
  const found = systemPrograms.find(runs) ?? (await fetchedBrowser())
  if (!found) throw new Refused('No browser was found: name the program of a Chromium in CHROMIUM_PATH.')
  return found
}

const systemPrograms = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((name) =>
    ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => path.join(folder, name)),
  ),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Some systems put a note in the browser's place that tells where to get it. */
const runs = (file) =>
  existsSync(file) && (process.platform === 'win32' || spawnSync(file, ['--version'], { timeout: 15_000 }).status === 0)

const fetchMilliseconds = 20_000

async function fetchedBrowser() {
  const { chromium } = await import('@playwright/test')
  if (!runs(chromium.executablePath())) await fetchBrowser()
  return runs(chromium.executablePath()) ? chromium.executablePath() : null
}

function fetchBrowser() {
  const child = spawn(process.execPath, [program('@playwright/test/cli.js'), 'install', '--no-shell', 'chromium'], {
    stdio: 'ignore',
    detached: process.platform !== 'win32',
  })
  return new Promise((resolve) => {
    // A machine without a way out would make everybody wait; the whole group goes, the download is a child of its own.
    const timer = setTimeout(() => endGroup(child), fetchMilliseconds)
    child.once('error', resolve)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

function endGroup(child) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}
