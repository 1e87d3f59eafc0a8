import type { Page } from '@playwright/test'
import pg from 'pg'
import { initialsIn, spokenRuns } from '../../lib/enterprises/pinyin-rules'
import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

type Firm = { id: string; name: string; creditCode: string }

/**
 * The member's own firm, and one that it has nothing to do with: of the demo city, and under a code of its own. The story
 * of the import brings in stations that share theirs.
 */
async function firms(ownerUrl: string): Promise<{ own: Firm; other: Firm }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Firm>(`
      WITH member AS (SELECT m.enterprise_id FROM mandates m JOIN users u ON u.id = m.user_id WHERE u.email = 'member@demo.test')
      (SELECT id, name, credit_code AS "creditCode" FROM enterprises WHERE id = (SELECT enterprise_id FROM member LIMIT 1))
      UNION ALL
      (SELECT id, name, credit_code FROM enterprises e WHERE establishment IS NULL AND id NOT IN (SELECT enterprise_id FROM member)
        AND NOT EXISTS (SELECT 1 FROM enterprises o WHERE (o.name = e.name OR o.credit_code = e.credit_code) AND o.id <> e.id)
        AND NOT EXISTS (SELECT 1 FROM import_rows r WHERE r.enterprise_id = e.id) ORDER BY id LIMIT 1)`)
    const [own, other] = rows
    if (!own || !other) throw new Error('the city has no such firms')
    return { own, other }
  } finally {
    await client.end()
  }
}

const field = (page: Page) => page.getByRole('combobox', { name: '快速查找' })
const options = (page: Page) => page.getByRole('listbox', { name: '快速查找' }).getByRole('option')
const status = (page: Page) => page.getByRole('dialog').getByRole('status')

/** Opens the search, as soon as the page's script is there to hear it. */
const open = (page: Page, how = () => page.keyboard.press('Control+k')) =>
  expect(async () => {
    if ((await field(page).count()) === 0) await how()
    await expect(field(page)).toBeFocused({ timeout: 1_000 })
  }).toPass()

test('an officer finds an enterprise by its initials and lands on it, by keyboard alone', async ({ page, portal }) => {
  const { other } = await firms(portal.ownerUrl)
  await signInAs(page, 'officer@demo.test')
  await page.getByRole('link', { name: '查找' }).focus()

  await open(page)
  await page.keyboard.type(initialsIn(spokenRuns(other.name)))
  await expect(status(page)).toContainText('找到')
  const first = options(page).first()
  await expect(first).toContainText(other.name)
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '')

  // Down to the last line, and around to the first one again.
  await page.keyboard.press('ArrowUp')
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(first).toHaveAttribute('aria-selected', 'true')

  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
  await expect(page.getByRole('link', { name: '查找' })).toBeFocused()

  await open(page)
  await page.keyboard.type(other.creditCode)
  await expect(options(page).first()).toContainText(other.name)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/portal/enterprises/${other.id}`)
})

test('pages are found by what they are called in either language, and open', async ({ page }) => {
  await signInAs(page, 'jinshan@demo.test')
  for (const words of ['参与情况', 'cyqk', 'participation']) {
    await page.goto('/portal')
    await open(page)
    await field(page).fill(words)
    await expect(options(page).first()).toContainText('参与情况')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/portal/reports')
  }
  await open(page)
  await field(page).fill('数据导入')
  await expect(status(page)).toContainText('没有找到')
  await expect(options(page)).toHaveCount(0)
})

test('a member finds its own enterprise and no other one, whatever it types', async ({ page, portal }) => {
  const { own, other } = await firms(portal.ownerUrl)
  await signInAs(page, 'member@demo.test')
  await open(page)
  await field(page).fill(own.name)
  await expect(options(page).first()).toContainText(own.name)
  for (const text of [
    other.name,
    initialsIn(spokenRuns(other.name)),
    spokenRuns(other.name)
      .flatMap(({ syllables }) => syllables)
      .join(''),
    other.creditCode,
  ]) {
    await field(page).fill(text)
    await expect(status(page)).toContainText('没有找到')
    const answer = await page.request.get(`/api/search?q=${encodeURIComponent(text)}`)
    expect(await answer.text()).not.toContain(other.id)
  }
})

test('on a phone the search is an icon and a dialog within the screen, without a barrier', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 })
  await signInAs(page, 'member@demo.test')
  await open(page, () => page.getByRole('link', { name: '查找' }).click())
  await field(page).fill('交流会')
  await expect(options(page).first()).toBeVisible()
  const box = await page.getByRole('dialog').boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390)
  await expectNoBarrier(page)
  await options(page).last().click()
  await page.waitForURL(/\/portal\/search\?q=/)
  await expect(page.getByRole('heading', { name: '活动' })).toBeVisible()
})

test('what the network does not bring is said', async ({ page }) => {
  await signInAs(page, 'officer@demo.test')
  await open(page)
  await page.route('**/api/search?*', (route) => route.abort())
  await field(page).fill('化工')
  await expect(status(page)).toContainText('暂时查不了')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the search is a page', async ({ page, portal }) => {
    const { other } = await firms(portal.ownerUrl)
    await signInAs(page, 'officer@demo.test')
    await page.getByRole('link', { name: '查找' }).click()
    await page.getByLabel('查找内容').fill(other.name)
    await page.getByRole('button', { name: '查询' }).click()
    await expect(page.getByRole('link', { name: other.name })).toHaveAttribute(
      'href',
      `/portal/enterprises/${other.id}`,
    )
  })
})
