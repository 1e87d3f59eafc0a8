import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * A Chromium for the end-to-end tests, whatever the machine has: the one that CHROMIUM_PATH names, a system one, the one
 * that Playwright can fetch (20 s), and last the one that an npm package carries.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return { CHROMIUM_PATH: named }
  const system = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((name) =>
    ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => path.join(folder, name)),
  )
  const installed =
    system.find((file) => existsSync(file)) ?? '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  if (existsSync(installed)) return { CHROMIUM_PATH: installed }

  const fetched = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    timeout: 20_000,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  })
  if (fetched.status === 0) return {}
  return packagedBrowser()
}

async function packagedBrowser() {
  const { default: chromium } = await import('@sparticuz/chromium')
  const file = await chromium.executablePath()
  const fonts = path.join(tmpdir(), 'alliance-test-fonts')
  mkdirSync(fonts, { recursive: true })
  writeFileSync(
    path.join(fonts, 'fonts.conf'),
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir></fontconfig>',
  )
  const libraries = [path.dirname(file), '/tmp/al2023/lib', process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return { CHROMIUM_PATH: file, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts }
}
