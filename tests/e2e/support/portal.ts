import { test as base } from '@playwright/test'
import { setE2eClock, storyStart } from './clock'

/**
 * `test` for stories: addresses are the portal's, and each story begins at the same instant. `clock` moves the portal's
 * time; what a story changes in the city stays for the next.
 */
export const test = base.extend<{ clock: { set: (instant: Date | string) => void } }>({
  baseURL: async ({}, use) => use(process.env['E2E_ORIGIN']),
  clock: [
    async ({}, use) => {
      setE2eClock(storyStart)
      await use({ set: setE2eClock })
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
