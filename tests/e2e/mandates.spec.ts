import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const person = '顾知行'
const account = 'gu.zhixing@mandates.test'
const password = '一句不容易猜到的话 42'

test('a person is named, opens the invitation, acts for the enterprise, and no longer when the mandate is taken back', async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, 'municipal@demo.test', '/portal/enterprises')
  await page.locator('tbody').getByRole('link').first().click()
  await page.getByRole('link', { name: '办理授权' }).click()
  await page.waitForURL(/\/people$/)
  await expectNoBarrier(page)
  const people = new URL(page.url()).pathname
  const enterprise = (await page.getByRole('navigation', { name: '所在位置' }).innerText()).trim()

  await test.step('what was typed stays where a date is wrong', async () => {
    await page.getByLabel('姓名').fill(person)
    await page.getByRole('textbox', { name: '账号' }).fill(account)
    await page.getByLabel('截止日期（含当日）').fill('2020-01-01')
    await page.getByRole('button', { name: '授权', exact: true }).click()
    await expect(page.getByText('结束日期不能早于开始日期').first()).toBeVisible()
    await expect(page.getByLabel('姓名')).toHaveValue(person)
    await page.getByLabel('截止日期（含当日）').fill('2027-12-31')
    await page.getByRole('button', { name: '授权', exact: true }).click()
  })
  const link = await page.getByLabel('开通链接').inputValue()
  const row = page.getByRole('row').filter({ hasText: person })
  await expect(row).toContainText('指定专人')

  const phone = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width: 390, height: 844 } })
  await phone.goto(link)
  await phone.getByLabel('新密码', { exact: true }).fill(password)
  await phone.getByLabel('再输一遍新密码').fill(password)
  await phone.getByRole('button', { name: '开通并登录' }).click()
  await phone.waitForURL((url) => url.pathname === '/portal')
  await expect(phone.getByRole('heading', { level: 1, name: enterprise })).toBeVisible()
  expect((await phone.goto(people))?.status()).toBe(404)

  await row.getByRole('button', { name: '收回授权' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '收回授权' }).click()
  await expect(page.getByText('授权已收回')).toBeVisible()
  await phone.goto('/portal')
  await expect(phone.getByText('您目前没有任职或授权')).toBeVisible()
  await phone.close()
})

test('an officer and a district see who represents an enterprise, and name nobody', async ({
  page,
  browser,
  baseURL,
}) => {
  for (const name of ['officer@demo.test', 'jinshan@demo.test']) {
    const visitor = await browser.newPage({ baseURL: baseURL ?? '' })
    await signInAs(visitor, name, '/portal/enterprises')
    await visitor.locator('tbody').getByRole('link').first().click()
    await expect(visitor.getByRole('heading', { name: '授权人员' })).toBeVisible()
    await expect(visitor.getByRole('link', { name: '办理授权' })).toHaveCount(0)
    expect((await visitor.goto(`${visitor.url()}/people`))?.status()).toBe(404)
    await visitor.close()
  }
  await signInAs(page, 'insurer@demo.test')
  expect((await page.goto('/portal/enterprises/00000000-0000-7000-8000-000000000000/people'))?.status()).toBe(404)
})
