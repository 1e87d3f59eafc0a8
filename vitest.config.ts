import path from 'node:path'
import { defineConfig } from 'vitest/config'

// Not Beijing and not a whole hour: a forgotten zone shows.
process.env['TZ'] = 'Asia/Kathmandu'

export default defineConfig({
  resolve: { alias: { '@': path.resolve(import.meta.dirname) } },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    // Tests of the build and of the start have a configuration of their own.
    exclude: ['node_modules/**', 'tests/built/**', 'tests/start/**'],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/setup.ts'],
    // A thread per file is lighter than a process, and shares nothing either.
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
