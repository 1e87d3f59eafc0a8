import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { program } from '../setup/root.mjs'
import { packagedBrowser } from './packaged-browser.mjs'

/**
 * A Chromium for the end-to-end tests, whatever the machine has: the one that CHROMIUM_PATH names, a system one, the one
 * that Playwright can fetch, and last the one that an npm package carries.
 * @returns {Promise<string>} its program
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  return systemPrograms.find(runs) ?? (await fetchedBrowser()) ?? (await packagedBrowser())
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
