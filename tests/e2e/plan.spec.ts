import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const plan = '/portal/alliances/coatings/plan?year=2027'
const title = '年度交流会（故事）'

test.describe.configure({ mode: 'serial' })

test('a year is planned by a rule, and a second one says what it would meet', async ({ page }) => {
  await signInAs(page, 'insurer@demo.test', plan)

  /** The second Wednesday of March, June, September and December, which is what the form begins with. */
  const preview = async (name: string) => {
    await page.goto(plan)
    await page.getByRole('link', { name: '按周期安排' }).click()
    await page.getByLabel('活动名称').fill(name)
    await page.getByRole('button', { name: '预览' }).click()
    await page.waitForURL(/title=/)
  }

  await test.step('four drafts come of one rule', async () => {
    await preview(title)
    await expect(
      page.getByRole('checkbox', { name: /^3月10日（周三）14:00 年度交流会（故事）（第 1 次）/ }),
    ).toBeChecked()
    await page.getByRole('checkbox', { name: /第 4 次/ }).uncheck()
    await page.getByRole('button', { name: '生成草稿' }).click()
    await page.waitForURL((url) => url.pathname.endsWith('/plan'))
    await expect(page.getByRole('link', { name: new RegExp(title) })).toHaveCount(3)
  })

  await test.step('the same rule under another name says what it would meet', async () => {
    await preview('另一项活动（故事）')
    await expect(page.getByText(`同日另有面向本联盟的“${title}（第 2 次）”`)).toBeVisible()
  })
})

test('the members are asked, and the chosen date is one draft', async ({ page, browser, baseURL }) => {
  await signInAs(page, 'insurer@demo.test', plan)

  await test.step('the first date shows what it meets', async () => {
    await page.getByRole('link', { name: '征集时间' }).click()
    await page.getByLabel('活动名称').fill('设备完好性交流（故事）')
    await page.getByRole('button', { name: '移除备选 3' }).click()
    await page.getByRole('group', { name: '备选 1' }).getByLabel('日期').fill('2027-03-10')
    await page.getByRole('group', { name: '备选 2' }).getByLabel('日期').fill('2027-03-17')
    await page.getByLabel('答复截止').fill('2026-12-01')
    await page.getByRole('button', { name: '发出征集' }).click()
    await page.waitForURL(/\/portal\/polls\//)
    await expect(page.getByText(`同日另有面向本联盟的“${title}（第 1 次）”`)).toBeVisible()
  })

  const member = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width: 390, height: 844 } })
  await signInAs(member, 'member@demo.test')
  await member.getByRole('link', { name: '设备完好性交流（故事）' }).click()
  await member
    .getByRole('group', { name: /3月10日/ })
    .getByLabel('不行', { exact: true })
    .check()
  await member
    .getByRole('group', { name: /3月17日/ })
    .getByLabel('可以', { exact: true })
    .check()
  await member.getByRole('button', { name: '提交答复' }).click()
  await expect(member.getByText('已提交答复')).toBeVisible()

  const district = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(district, 'jinshan@demo.test')
  expect((await district.goto(new URL(page.url()).pathname))?.status()).toBe(404)

  await page.reload()
  const second = page.getByRole('listitem').filter({ hasText: '3月17日' })
  await expect(second).toContainText('合适的最多')
  await second.getByRole('button', { name: '选定' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '选定' }).click()
  await page.getByRole('link', { name: '查看活动草稿' }).click()
  await expect(page.getByRole('heading', { name: '设备完好性交流（故事）' })).toBeVisible()
  await expect(page.getByText('草稿', { exact: true }).first()).toBeVisible()

  await member.goto('/portal/notifications')
  await expect(member.getByText('时间已定：设备完好性交流（故事）')).toBeVisible()
})
