import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const title = '粉尘防爆改造（故事）'

test('an enterprise asks for experts, the bureau sends them, and their advice is answered and verified', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 390, height: 844 })
  await signInAs(page, 'member@demo.test', '/portal/guidances/new')
  await page.getByLabel('专业领域').selectOption({ label: '化工工艺安全' })
  await page.getByLabel('申请事项').fill(title)
  await page.getByLabel('情况说明').fill('除尘系统改造后，请专家复核泄爆和隔爆的设计')
  await page.getByLabel('希望上门的时间，从').fill('2026-11-24')
  await page.getByLabel('到', { exact: true }).fill('2026-12-20')
  await expectNoBarrier(page)
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.waitForURL(/\/portal\/guidances\/[0-9a-f-]{36}$/)
  const address = new URL(page.url()).pathname

  const bureau = await browser.newPage({ baseURL: baseURL ?? '' })
  await test.step('the bureau sends an expert, and writes what was advised', async () => {
    await signInAs(bureau, 'officer@demo.test', '/portal/guidances?state=REQUESTED')
    await bureau.getByRole('link', { name: title }).click()
    await bureau.getByRole('group', { name: '选派专家' }).getByRole('checkbox').first().check()
    await bureau.getByLabel('上门日期').fill('2026-11-24')
    await expectNoBarrier(bureau)
    await bureau.getByRole('button', { name: '同意并选派' }).click()
    await bureau.getByLabel('总体情况').fill('泄爆面积足够，隔爆阀没有检修记录')
    await bureau.getByLabel('意见，一行一条').fill('1. 补做隔爆阀检修\n2. 修订清灰制度')
    await bureau.getByLabel('完成期限').fill('2026-12-31')
    await bureau.getByRole('button', { name: '提交指导意见' }).click()
    await expect(bureau.getByText('修订清灰制度')).toBeVisible()
  })

  await test.step('the enterprise answers a point, and the bureau verifies it', async () => {
    await page.goto(address)
    const point = page.getByRole('listitem').filter({ hasText: '补做隔爆阀检修' })
    await point.getByText('答复 ▾').click()
    await point.getByRole('radio', { name: '已完成整改' }).check()
    await point.getByLabel('说明').fill('已检修，记录编号 2026-11')
    await point.getByRole('button', { name: '提交答复' }).click()
    await expect(point.getByText('已检修，记录编号 2026-11').first()).toBeVisible()
    await expectNoBarrier(page)

    await bureau.reload()
    await bureau.getByRole('button', { name: '核实通过' }).click()
    await expect(bureau.getByText('已核实').first()).toBeVisible()
  })

  await test.step('another enterprise finds nothing there', async () => {
    const stranger = await browser.newPage({ baseURL: baseURL ?? '' })
    await signInAs(stranger, 'lead@demo.test')
    expect((await stranger.goto(address))?.status()).toBe(404)
    await stranger.close()
  })
  await bureau.close()
})
