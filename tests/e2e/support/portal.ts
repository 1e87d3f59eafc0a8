import { test as base } from '@playwright/test'
import { storyStart } from './clock'
import { openPortal, type Portal } from './serve'

/**
 * `test` for stories: addresses are those of a portal that the worker has to itself, and each story begins at the same
 * instant. `clock` moves the portal's time; what a story changes in the city stays for the next of its worker, so a file
 * must hold wherever it comes.
 */
export const test = base.extend<{ clock: { set: Portal['setClock'] } }, { portal: Portal }>({
  portal: [
    async ({}, use) => {
      const { close, ...portal } = await openPortal()
      await use(portal)
      await close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.origin),
  clock: [
    async ({ portal }, use) => {
      portal.setClock(storyStart)
      await use({ set: portal.setClock })
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
