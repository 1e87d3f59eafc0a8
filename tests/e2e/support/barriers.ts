import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './portal'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const phone = { width: 360, height: 740 }

/**
 * That the page as it stands has no barrier that axe finds, in light and in dark, and fits a phone of 360 px. The dark
 * theme has the same elements in other colours, so there only contrast is asked.
 */
export async function expectNoBarrier(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname
  const size = page.viewportSize()
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectNone(page, { runOnly: tags }, `${where}, light`)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectNone(page, { runOnly: ['color-contrast'] }, `${where}, dark`)
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  await page.setViewportSize(phone)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `${where} at ${phone.width} px`).toBeLessThanOrEqual(phone.width)
  if (size) await page.setViewportSize(size)
}

/** In legacy mode, which spares a blank page for each answer: it matters for frames of another origin, and there are none. */
async function expectNone(page: Page, options: { runOnly: string[] }, where: string): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ ...options, resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await axe.analyze()
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
  expect(said, where).toEqual([])
}
