import { defineConfig } from 'vitest/config'
import { root, shared } from './vitest.config.ts'

/**
 * `npm run interop`: the files that leave the portal, opened by the office programs that people have. It needs LibreOffice
 * (`soffice`), so it is not part of `npm test`.
 */
export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    ...shared,
    globalSetup: ['tests/support/global-setup.ts'],
    maxWorkers: 1,
    testTimeout: 120_000,
    include: ['tests/interop/**/*.test.ts'],
  },
})
