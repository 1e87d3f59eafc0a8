import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const name = '泽衡财产保险股份有限公司上海分公司'

test('the administrator enters an insurer and invites its coordinator, whom an alliance can then appoint', async ({
  page,
}) => {
  await signInAs(page, 'municipal@demo.test', '/portal/insurers')
  await page.getByRole('link', { name: '登记承保机构' }).click()

  await test.step('a name that another has is pointed out, and what was typed stays', async () => {
    await page.getByLabel('机构全称').fill(name)
    await page.getByLabel('简称').fill('浦泰财险')
    await page.getByRole('button', { name: '登记' }).click()
    await expect(page.getByText('已有机构使用这个名称').first()).toBeVisible()
    await expect(page.getByLabel('机构全称')).toHaveValue(name)
  })

  await page.getByLabel('简称').fill('泽衡财险')
  await page.getByRole('button', { name: '登记' }).click()
  await page.waitForURL(/\/portal\/insurers\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('button', { name: '移除' })).toBeVisible()

  await page.getByRole('link', { name: '邀请人员' }).click()
  await page.waitForURL(/\/portal\/users\/new/)
  await expect(page.getByRole('main').getByText(name)).toBeVisible()
  await page.getByLabel('姓名').fill('沈知远')
  await page.getByRole('textbox', { name: '账号' }).fill('shen.zhiyuan@zeheng.test')
  await page.getByRole('button', { name: '邀请', exact: true }).click()
  await expect(page.getByLabel('开通链接')).toBeVisible()

  await page.goto('/portal/insurers')
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('link', { name: '沈知远' })).toBeVisible()
  await expect(page.getByRole('button', { name: '移除' })).toHaveCount(0)

  await page.goto('/portal/alliances/coatings/insurer/appoint')
  await page.getByLabel('承保机构', { exact: true }).selectOption({ label: name })
  await page.getByLabel('专人', { exact: true }).selectOption({ label: '沈知远' })
})

test('an officer reads the directory and enters nobody; for an insurer and a district there is none', async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, 'officer@demo.test', '/portal/insurers')
  await expect(page.getByRole('link', { name: '登记承保机构' })).toHaveCount(0)
  expect((await page.goto('/portal/insurers/new'))?.status()).toBe(404)
  for (const account of ['insurer@demo.test', 'jinshan@demo.test']) {
    const visitor = await browser.newPage({ baseURL: baseURL ?? '' })
    await signInAs(visitor, account)
    expect((await visitor.goto('/portal/insurers'))?.status()).toBe(404)
    await visitor.close()
  }
})
