import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Pages that each account is taken through, in both themes and on a phone. */
const walks: Record<string, string[]> = {
  '': [
    '/',
    '/alliances',
    '/alliances/coatings',
    '/notice',
    '/help',
    '/accessibility',
    '/privacy',
    '/sign-in',
    '/reset',
  ],
  'municipal@demo.test': [
    '/portal',
    '/portal/alliances',
    '/portal/alliances/coatings',
    '/portal/alliances/coatings/members',
    '/portal/alliances/coatings/insurer',
    '/portal/alliances/coatings/lead',
    '/portal/alliances/coatings/history',
    '/portal/alliances/coatings/activities',
    '/portal/alliances/coatings/topics',
    '/portal/alliances/coatings/topics/new',
    '/portal/activities',
    '/portal/activities/new',
    '/portal/enterprises',
    '/portal/enterprises/imports',
    '/portal/reports',
    '/portal/reports?view=enterprise',
    '/portal/users',
    '/portal/users/new',
    '/portal/account',
    '/portal/audit',
    '/portal/audit/access',
  ],
  'insurer@demo.test': ['/portal', '/portal/alliances/petrochemical'],
  'member@demo.test': ['/portal', '/portal/reports', '/portal/hats', '/portal/notifications'],
}

for (const [account, paths] of Object.entries(walks)) {
  for (const theme of ['light', 'dark']) {
    test(`no barrier for ${account || 'the public'}, ${theme}`, async ({ page, context, baseURL }) => {
      test.setTimeout(30_000 + paths.length * 15_000)
      if (account) await signInAs(page, account)
      await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }])
      for (const path of paths) {
        await page.goto(path)
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
        await page.setViewportSize({ width: 360, height: 740 })
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width, `${path} at 360 px`).toBeLessThanOrEqual(360)
        await page.setViewportSize({ width: 1366, height: 768 })
      }
    })
  }
}
