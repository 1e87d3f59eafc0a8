import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

// Not Beijing and not a whole hour: a forgotten zone shows.
process.env['TZ'] = 'Asia/Kathmandu'

/** Where `@/` begins. */
export const root = import.meta.dirname

/** Tests of the build and of the start have a configuration of their own, those in a browser a program of their own. */
const elsewhere = ['built', 'start', 'e2e', 'interop']

/** Tests that set the environment or change a library before they import: their modules must be their own. */
const changesModules = /^process\.env\[.*\] =|\bvi\.mock\(/m

const files = readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file) && !elsewhere.some((folder) => file.startsWith(`${folder}${path.sep}`)))
  .map((file) => `tests/${file}`)
const apart = files.filter((file) => changesModules.test(readFileSync(path.join(root, file), 'utf8')))

/** What all tests have in common that use a database of their own. */
export const shared = {
  setupFiles: ['tests/support/setup.ts'],
  // A thread is lighter than a process.
  pool: 'threads' as const,
  // Far beyond what any takes: a machine with other work is slow, and a slow test is no failed one.
  testTimeout: 180_000,
  hookTimeout: 240_000,
}

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // Importing takes longer than most files' tests: a worker imports a module once, and has a fresh database a file.
        test: { ...shared, name: 'together', include: files.filter((file) => !apart.includes(file)), isolate: false },
      },
      { extends: true, test: { ...shared, name: 'apart', include: apart } },
    ],
  },
})
