import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

test('what could happen at members becomes a common problem; sent by mistake, it is withdrawn and they are told', async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, 'insurer@demo.test', '/portal/cases')
  await test.step('the answers of a self-check make a draft', async () => {
    const latest = page.getByRole('main').locator('a[href^="/portal/cases/"]')
    const addresses = await latest.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    for (const address of addresses.filter((one) => !one.endsWith('/new'))) {
      await page.goto(address)
      const check = page.getByRole('main').locator('a[href^="/portal/self-checks/"]').first()
      if ((await check.count()) === 0) continue
      await check.click()
      break
    }
    await page.getByRole('link', { name: '登记为共性问题' }).first().click()
    await expect(page.getByLabel('问题名称')).toHaveValue(/对照自查：/)
    await expect(page.getByLabel('发现的问题')).toHaveValue(/家成员企业.*答“会”/)
    await page.getByLabel('问题名称').fill('登记有误的问题（故事）')
    await page.getByLabel('应完成日期').fill('2026-12-25')
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.waitForURL(/\/portal\/problems\/[0-9a-f-]{36}$/)
  })

  await test.step('it goes to the members and is taken back', async () => {
    await page.getByRole('button', { name: '下发', exact: true }).click()
    await page.getByText('撤回这个问题').click()
    await page.getByLabel('撤回理由').fill('选错了联盟（故事）')
    await page.getByRole('button', { name: '撤回并通知' }).click()
    await expect(page.getByText(/撤回：选错了联盟（故事）/)).toBeVisible()
    await expect(page.getByRole('button', { name: '催办未完成的企业' })).toHaveCount(0)
  })

  const member = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width: 390, height: 844 } })
  await signInAs(member, 'member@demo.test', '/portal/notifications')
  await expect(member.getByText('共性问题已撤回：登记有误的问题（故事）')).toBeVisible()
  await member.goto(new URL(page.url()).pathname)
  await expect(member.getByText(/撤回：选错了联盟（故事）/)).toBeVisible()
  await expect(member.getByRole('button', { name: '提交答复' })).toHaveCount(0)
  await member.close()
})
