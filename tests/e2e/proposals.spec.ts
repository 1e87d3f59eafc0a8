import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

test.describe.configure({ mode: 'serial' })

let dossier = ''

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('a firm proposes corrections of its own entry', async ({ page }) => {
    await signInAs(page, 'member@demo.test')
    await page.getByRole('link', { name: '企业信息' }).first().click()
    await page.waitForURL(/\/portal\/enterprises\/[0-9a-f-]{36}$/)
    dossier = new URL(page.url()).pathname
    await page.getByRole('link', { name: '申请更正' }).click()
    await page.getByLabel('企业名称').fill('')
    await page.getByLabel('从业人数').fill('138')

    await test.step('what is missing is named, and what was typed stays', async () => {
      await page.getByRole('button', { name: '提交申请' }).click()
      await expect(page.getByRole('alert').first()).toBeVisible()
      await expect(page.getByLabel('从业人数')).toHaveValue('138')
    })

    await page.reload()
    await page.getByLabel('企业简称').fill('故事涂料')
    await page.getByLabel('从业人数').fill('138')
    await page.getByLabel('说明').fill('年度人数核定')
    await page.getByRole('button', { name: '提交申请' }).click()
    await expect(page.getByRole('heading', { name: '待确认的申请' })).toBeVisible()
    await expectNoBarrier(page)
  })
})

test('the bureau accepts one field and refuses the other', async ({ page }) => {
  await signInAs(page, 'officer@demo.test', '/portal/enterprises/proposals')
  await page.getByRole('row').filter({ hasText: '企业简称' }).getByRole('link').click()
  await page.getByRole('group', { name: '是否采纳“企业简称”' }).getByLabel('采纳', { exact: true }).check()
  await page.getByRole('group', { name: '是否采纳“从业人数”' }).getByLabel('不采纳').check()
  await page.getByLabel('不采纳“从业人数”的理由').fill('与社保人数不符')
  await expectNoBarrier(page)
  await page.getByRole('button', { name: '提交确认结果' }).click()
  await expect(page.getByRole('table').getByText('已采纳')).toBeVisible()
  await expect(page.getByRole('table').getByText('与社保人数不符')).toBeVisible()
})

test('the firm hears of it and sees both; another firm finds no such page', async ({ page, browser, baseURL }) => {
  await signInAs(page, 'member@demo.test', '/portal/notifications')
  await page
    .getByRole('button', { name: /更正申请已处理/ })
    .first()
    .click()
  await page.waitForURL(/\/propose$/)
  await expect(page.getByText('已采纳').first()).toBeVisible()
  await expect(page.getByText('与社保人数不符').first()).toBeVisible()
  await page.goto(dossier)
  await expect(page.getByText('故事涂料').first()).toBeVisible()

  const other = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(other, 'lead@demo.test')
  expect((await other.goto(`${dossier}/propose`))?.status()).toBe(404)
})
