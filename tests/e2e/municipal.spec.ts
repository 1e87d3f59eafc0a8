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

test('a municipal officer opens the next year of all nine alliances at once, and sets one of them up', async ({
  page,
}) => {
  await signInAs(page, 'officer@demo.test', '/portal/alliances?year=2027')
  await expect(page.getByText('未设立').first()).toBeVisible()
  await page.getByRole('button', { name: '设立 2027 年度' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '设立 2027 年度' }).click()
  await expect(page.getByRole('row').filter({ hasText: '筹备' })).toHaveCount(9)
  await expect(page.getByRole('button', { name: '设立 2027 年度' })).toHaveCount(0)

  await page.goto('/portal/alliances/coatings/year?year=2027')
  await page.getByLabel(/交流会目标/).fill('5')
  await page.getByRole('button', { name: /保存/ }).click()
  await page.waitForURL(/\/portal\/alliances\/coatings\?/)
  await expect(page.getByText('全年 5 次')).toBeVisible()
  await page.getByRole('button', { name: '启动年度' }).click()
  await expect(page.getByText('年度已启动')).toBeVisible()
})

test('what is typed before the program of the page has come stays, and is saved', async ({ page }) => {
  await signInAs(page, 'officer@demo.test')
  let letCome = () => {}
  const isTyped = new Promise<void>((resolve) => (letCome = resolve))
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await isTyped
    await route.continue()
  })
  await page.goto('/portal/alliances/petrochemical/year?year=2026', { waitUntil: 'commit' })
  const target = page.getByLabel(/交流会目标/)
  await expect(target).toHaveValue(/^\d+$/)
  await target.fill('9')
  letCome()
  await page.waitForLoadState('networkidle')
  await expect(target).toHaveValue('9')
  await page.getByRole('button', { name: /保存/ }).click()
  await page.waitForURL(/\/portal\/alliances\/petrochemical(\?|$)/)
  await expect(page.getByText('全年 9 次')).toBeVisible()
})

test('a district official opens no year', async ({ page }) => {
  await signInAs(page, 'jinshan@demo.test', '/portal/alliances?year=2028')
  await expect(page.getByRole('button', { name: /设立/ })).toHaveCount(0)
})

test('a district official finds no such page', async ({ page }) => {
  await signInAs(page, 'jinshan@demo.test')
  expect((await page.goto(year))?.status()).toBe(404)
})
