import { defineConfig } from '@playwright/test'

/**
 * Stories in a real browser against the production build. A worker has a portal and a city of its own
 * (tests/e2e/support/portal.ts), so a faster machine may have more of them: on two cores two browsers only wait for each other.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/e2e/support/global-setup.ts',
  workers: 1,
  forbidOnly: true,
  // What takes this long on a machine with other work is slow; what never comes fails all the same.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    locale: 'zh-CN',
    // The portal speaks Beijing time wherever the browser is.
    timezoneId: 'Asia/Kathmandu',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    // Recording each step takes time in every run: TRACE=1 when a failure wants to be seen.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      // Without a language of UTF-8, Chromium calls a file with a Chinese name "download".
      env: { ...process.env, LANG: 'C.UTF-8' } as Record<string, string>,
      // Chromium's own sandbox does not run as root, nor in most containers; the portal is all that it opens.
      args: ['--no-sandbox'],
    },
  },
})
