import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const year = '/portal/alliances/coatings/year?year=2026'

test('a municipal officer sets the targets of an alliance', async ({ page }) => {
  await signInAs(page, 'officer@demo.test')
  await page.goto(year)
  await page.getByLabel(/交流会目标/).fill('6')
  await page.getByRole('button', { name: /保存/ }).click()
  await page.waitForURL(/\/portal\/alliances\/coatings(\?|$)/)
  await expect(page.getByText('全年 6 次')).toBeVisible()
})

test('of two officers the second one sees what the first one wrote', async ({ page, browser, baseURL }) => {
  await signInAs(page, 'officer@demo.test')
  await page.goto(year)
  const other = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(other, 'municipal@demo.test')
  await other.goto(year)
  await other.getByLabel(/交流会目标/).fill('7')
  await other.getByRole('button', { name: /保存/ }).click()
  await other.waitForURL(/\/portal\/alliances\/coatings(\?|$)/)
  await other.close()

  await page.getByLabel(/交流会目标/).fill('8')
  await page.getByRole('button', { name: /保存/ }).click()
  const theirs = page.getByRole('cell', { name: '7', exact: true })
  await expect(theirs).toBeVisible()
  await expect(page.getByLabel(/交流会目标/)).toHaveValue('8')
})

test('a district official finds no such page', async ({ page }) => {
  await signInAs(page, 'jinshan@demo.test')
  expect((await page.goto(year))?.status()).toBe(404)
})
