import type { Page } from '@playwright/test'
import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'
import { walks, type Stop } from './support/walks'

// A walk only looks, so its place among the others does not matter.
test.describe.configure({ mode: 'parallel' })

for (const [name, { account, stops }] of Object.entries(walks)) {
  test(`no barrier: ${name}`, async ({ page, context }) => {
    test.setTimeout(240_000)
    if (account) await signInAs(page, account)
    const ahead = await addressesOf(page, stops)
    // While one tab is looked at, the site writes the page of the other.
    await Promise.all([page, await context.newPage()].map((tab) => lookAtEach(tab, ahead)))
  })
}

async function lookAtEach(tab: Page, ahead: string[]): Promise<void> {
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    await tab.goto(path)
    await expectNoBarrier(tab)
  }
}

async function addressesOf(page: Page, stops: Stop[]): Promise<string[]> {
  const addresses: string[] = []
  for (const stop of stops) {
    if (typeof stop === 'string') addresses.push(stop)
    else {
      const first = await firstLink(page, stop.list, stop.link)
      addresses.push(...stop.parts.map((part) => `${first}${part}`))
    }
  }
  return addresses
}

async function firstLink(page: Page, list: string, link: RegExp): Promise<string> {
  await page.goto(list)
  const found = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((one) => one.getAttribute('href')))
  const first = found.find((href) => href !== null && link.test(href))
  expect(first, `${list} has a link like ${link.source}`).toBeTruthy()
  return first ?? ''
}

test('a theme that was chosen paints as the one that the system asks for', async ({ page, context, baseURL }) => {
  const paint = () =>
    page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body)
      return [color, backgroundColor]
    })
  for (const theme of ['light', 'dark'] as const) {
    await context.clearCookies()
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('/')
    const asked = await paint()
    await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }])
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' })
    await page.goto('/')
    expect(await paint()).toEqual(asked)
  }
})
