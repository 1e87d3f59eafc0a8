import { defineConfig } from 'vitest/config'
import { root, shared } from './vitest.config.ts'

/** Tests that need the production build: `npm test` runs them after `next build`. */
export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    ...shared,
    globalSetup: ['tests/support/global-setup.ts'],
    maxWorkers: 2,
    include: ['tests/built/**/*.test.ts'],
  },
})
