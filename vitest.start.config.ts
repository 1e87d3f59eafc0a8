import { defineConfig } from 'vitest/config'
import { root } from './vitest.config.ts'

/** Tests that run the start itself, with real processes: one file after the other, and no database prepared for them. */
export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    include: ['tests/start/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
})
