import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** Tests that need the production build: `npm test` runs them after `next build`. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['tests/built/**/*.test.ts'], exclude: ['node_modules/**'] },
})
