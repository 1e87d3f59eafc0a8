import { announceActivity } from './support/announce'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const title = '有限空间作业研讨（故事）'

test.describe.configure({ mode: 'serial' })

let address = ''

test('a coordinator announces a discussion', async ({ page }) => {
  const hours = { startsAt: '2026-12-15T13:30', endsAt: '2026-12-15T15:30' }
  address = await announceActivity(page, { title, kind: '问题研讨', ...hours })
})

test('a member is invited, then told of the cancellation, and the bell falls when that is read', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signInAs(page, 'member@demo.test', '/portal/notifications')
  await page.getByRole('button', { name: `邀请参加：${title}` }).click()
  await page.waitForURL((url) => url.pathname === address)
  await page.getByRole('group', { name: '参加人' }).getByRole('checkbox').first().check()
  await page.getByRole('button', { name: '报名', exact: true }).click()
  await expect(page.getByText('已报名').first()).toBeVisible()
  const bell = page.getByRole('banner').getByRole('link', { name: /消息/ })
  const unread = async () => Number((await bell.getAttribute('aria-label'))?.match(/\d+/)?.[0] ?? 0)
  const before = await unread()

  const office = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(office, 'insurer@demo.test', `${address}/cancel`)
  await office.getByLabel('取消原因').fill('与全市应急演练时间冲突')
  await office.getByRole('button', { name: '取消活动并通知' }).click()
  await office.waitForURL((url) => url.pathname === address)
  await office.close()

  await page.reload()
  expect(await unread()).toBe(before + 1)
  await bell.click()
  await page.waitForURL(/\/portal\/notifications$/)
  await expect(page.getByText('原因：与全市应急演练时间冲突')).toBeVisible()
  await page.getByRole('button', { name: `活动已取消：${title}` }).click()
  await page.waitForURL((url) => url.pathname === address)
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await expect.poll(unread).toBe(before)

  await test.step('what was read is no longer among the unread, and all the rest can be marked at once', async () => {
    await page.goto('/portal/notifications?show=unread')
    await expect(page.getByText(title)).toHaveCount(0)
    if (before > 0) await page.getByRole('button', { name: '全部标为已读' }).click()
    await expect(page.getByText('没有未读消息')).toBeVisible()
    await expect.poll(unread).toBe(0)
  })
})

test('a notification opens without script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false })
  const page = await context.newPage()
  await signInAs(page, 'member@demo.test', '/portal/notifications')
  await page.getByRole('button', { name: `活动已取消：${title}` }).click()
  await page.waitForURL((url) => url.pathname === address)
  await context.close()
})

test('the administrator finds who changed a target, from what to what', async ({ page, browser, baseURL }) => {
  const officer = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(officer, 'officer@demo.test', '/portal/alliances/petrochemical/year?year=2026')
  const target = officer.getByLabel(/交流会目标/)
  const before = await target.inputValue()
  await target.fill('11')
  await officer.getByRole('button', { name: /保存/ }).click()
  await officer.waitForURL(/\/portal\/alliances\/petrochemical(\?|$)/)
  await officer.close()

  await signInAs(page, 'municipal@demo.test')
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '审计记录' }).click()
  await page.getByLabel('事项').selectOption({ label: '联盟 · 修改年度目标和说明' })
  await page.getByRole('button', { name: '查询' }).click()
  await page.waitForURL(/verb=alliance\.configure-year/)
  const row = page.getByRole('row').filter({ hasText: '石油化工' }).first()
  await expect(row).toContainText('市应急管理局')
  await expect(row).toContainText('交流会目标：')
  await expect(row).toContainText(before)
  await expect(row).toContainText('→')
  await expect(row).toContainText('11')

  await test.step('the name leads to the year, and an export is in the access log', async () => {
    const file = await page.request.get('/api/audit/export.xlsx?verb=alliance')
    expect(file.status()).toBe(200)
    expect(file.headers()['content-disposition']).toContain('attachment')
    await row.getByRole('link', { name: /石油化工/ }).click()
    await page.waitForURL(/\/portal\/alliances\/petrochemical\?year=2026/)
    await page.goto('/portal/audit')
    await page.getByRole('link', { name: '查阅记录' }).click()
    await expect(page.getByRole('row').filter({ hasText: '导出数据' }).first()).toContainText('审计记录')
  })
})

test('an officer who is no administrator finds no trail, nor does a district', async ({ browser, baseURL }) => {
  for (const account of ['officer@demo.test', 'jinshan@demo.test']) {
    const page = await browser.newPage({ baseURL: baseURL ?? '' })
    await signInAs(page, account)
    await expect(page.getByRole('link', { name: '审计记录' })).toHaveCount(0)
    for (const path of ['/portal/audit', '/portal/audit/access', '/api/audit/export.xlsx'])
      expect((await page.request.get(path)).status(), path).toBe(404)
    await page.close()
  }
})
