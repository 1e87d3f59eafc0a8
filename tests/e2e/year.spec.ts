import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const copy = '/portal/alliances/copy?from=2026&to=2027'
const desk = '/portal/alliances/years/2027'

test('the bureau copies the year forward, sets nine targets at once, and cannot take back what it built on', async ({
  page,
}) => {
  await signInAs(page, 'officer@demo.test', copy)
  await expect(page.getByRole('heading', { name: /将要新增的内容/ })).toBeVisible()
  await expect(page.getByText('牵头企业续任', { exact: false }).first()).toBeVisible()
  await page.getByRole('button', { name: '确认结转' }).click()
  await expect(page.getByRole('heading', { name: '最近一次结转' })).toBeVisible()
  await expect(page.getByText('没有需要结转的内容')).toBeVisible()
  await expect(page.getByRole('button', { name: '确认结转' })).toHaveCount(0)

  await page.getByRole('button', { name: '撤销这次结转' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销这次结转' }).click()
  await expect(page.getByRole('button', { name: '确认结转' })).toBeVisible()
  await page.getByRole('button', { name: '确认结转' }).click()
  await page.getByRole('link', { name: '打开 2027 年度工作台' }).click()
  await page.waitForURL(`**${desk}`)

  const targets = page.getByRole('spinbutton', { name: /：交流会目标$/ })
  await expect(targets).toHaveCount(9)
  for (const [index, target] of (await targets.all()).entries()) await target.fill(String(index + 3))
  await targets.first().press('Enter')
  await expect(page.getByText('已保存').first()).toBeVisible()
  await page.reload()
  await expect(targets.nth(8)).toHaveValue('11')

  await page.goto('/portal/alliances/pharmaceutical/topics?year=2027')
  await page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link').first().click()
  await page.getByRole('link', { name: '报告进展' }).click()
  await page.getByLabel('进展情况').fill('新年度已经开题')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('进展已保存')).toBeVisible()

  await page.goto(copy)
  await expect(page.getByText(/不能再撤销：/)).toBeVisible()
  await expect(page.getByRole('button', { name: '撤销这次结转' })).toHaveCount(0)
})

test('of two officers at the desk the second sees both versions and chooses', async ({ page, browser, baseURL }) => {
  const present = '/portal/alliances/years/2026'
  const target = '加油站：交流会目标'
  await signInAs(page, 'officer@demo.test', present)
  const other = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(other, 'municipal@demo.test', present)
  await other.getByRole('spinbutton', { name: target }).fill('17')
  await other.getByRole('button', { name: '保存改动' }).click()
  await expect(other.getByText('已保存').first()).toBeVisible()
  await other.close()

  await page.getByRole('spinbutton', { name: target }).fill('18')
  await page.getByRole('button', { name: '保存改动' }).click()
  await expect(page.getByRole('cell', { name: '17', exact: true })).toBeVisible()
  await page.getByRole('button', { name: '仍用我填写的内容保存' }).click()
  await page.getByRole('button', { name: '保存改动' }).click()
  await expect(page.getByText('已保存').first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('spinbutton', { name: target })).toHaveValue('18')
})

test('a district finds neither the copying nor the desk', async ({ page }) => {
  await signInAs(page, 'jinshan@demo.test')
  expect((await page.goto(copy))?.status()).toBe(404)
  expect((await page.goto(desk))?.status()).toBe(404)
  await page.goto('/portal/alliances')
  await expect(page.getByRole('link', { name: '年度工作台' })).toHaveCount(0)
})
