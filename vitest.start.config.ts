import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** Tests that run the start itself, with real processes: one file after the other, and no database prepared for them. */
export default defineConfig({
  ...base,
  test: {
    include: ['tests/start/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 180_000,
  },
})
