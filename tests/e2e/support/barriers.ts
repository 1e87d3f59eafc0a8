import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'
import { expect } from './portal'

declare global {
  interface Window {
    axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> }
  }
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Half as long as its source, and as much sooner read by every page. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const phone = { width: 360, height: 740 }

/**
 * That the page as it stands has no barrier that axe finds, in light and in dark, and fits a phone of 360 px. The dark
 * theme has the same elements in other colours, so there only contrast is asked.
 */
export async function expectNoBarrier(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname
  const size = page.viewportSize()
  // Past the page's content policy, which would refuse it as a script.
  await page.evaluate(axe)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectNone(page, tags, `${where}, light`)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectNone(page, ['color-contrast'], `${where}, dark`)
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  await page.setViewportSize(phone)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `${where} at ${phone.width} px`).toBeLessThanOrEqual(phone.width)
  if (size) await page.setViewportSize(size)
}

/**
 * Asks until there is none: on a busy machine the colours of a theme come after it, and the title of a page that a link
 * opened comes some milliseconds after its content, as the framework streams it. What is wrong stays wrong.
 */
async function expectNone(page: Page, rules: string[], message: string): Promise<void> {
  await expect.poll(() => barriersIn(page, rules), { message, timeout: 90_000 }).toEqual([])
}

/** Axe itself, without its builder, which would send the library and every element that is well to and fro each time. */
async function barriersIn(page: Page, runOnly: string[]): Promise<string[]> {
  return page.evaluate(async (only) => {
    // None of these rules asks for a style sheet, which it would fetch beforehand.
    const options: RunOptions = { runOnly: only, resultTypes: ['violations'], preload: false }
    const { violations } = await window.axe.run(document, options)
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
  }, runOnly)
}
