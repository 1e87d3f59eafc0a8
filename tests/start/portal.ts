import { rmSync } from 'node:fs'
import { afterAll, beforeAll } from 'vitest'
import { freePort } from '../support/built-server'
import { makeDataFolder, runScript, type Running } from './running'

export type StartedPortal = {
  /** The data folder, made before the first test and removed after the last. */
  home: string
  environment: Record<string, string>
  last: Running | null
  /** Runs the start in this folder; the last one is stopped when the file has ended. */
  run: (options?: string[], more?: Record<string, string>) => Running
}

/** A portal of a test file's own, in a folder of its own, that may be started again and again. */
export function ownPortal(): StartedPortal {
  const portal: StartedPortal = {
    home: '',
    environment: {},
    last: null,
    run: (options = [], more = {}) =>
      (portal.last = runScript('scripts/start.mjs', { ...portal.environment, ...more }, options)),
  }
  beforeAll(async () => {
    portal.home = makeDataFolder()
    portal.environment = { DATA_DIR: portal.home, PORT: String(await freePort()), DEMO_ANCHOR: '2026-11-24' }
  })
  afterAll(async () => {
    portal.last?.child.kill('SIGINT')
    await portal.last?.ended
    rmSync(portal.home, { recursive: true, force: true, maxRetries: 5 })
  })
  return portal
}
