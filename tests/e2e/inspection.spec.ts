import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const title = '隐患互查：罐区和动火作业（故事）'

test('a mutual inspection is published with a pair, and what was found there is answered and closed', async ({
  page,
  browser,
  baseURL,
  clock,
}) => {
  test.setTimeout(120_000)
  const member = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width: 390, height: 844 } })
  await signInAs(member, 'member@demo.test')
  const name = (await member.getByRole('heading', { level: 1 }).textContent()) ?? ''

  await signInAs(page, 'insurer@demo.test', '/portal/activities/new')
  await page.getByLabel('主办联盟').selectOption({ label: '油漆涂料' })
  await page.getByRole('radio', { name: '隐患互查', exact: true }).check()
  await page.getByLabel('活动名称').fill(title)
  await page.getByLabel('开始时间').fill('2026-11-24T10:30')
  await page.getByLabel('结束时间').fill('2026-11-24T16:00')
  await page.getByLabel('地点').fill('各受检单位')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.waitForURL(/\/portal\/activities\/[0-9a-f-]{36}\/setup$/)
  const address = new URL(page.url()).pathname.replace(/\/setup$/, '')

  await test.step('without a pair it cannot be published', async () => {
    await page.goto(`${address}/setup/review`)
    await expect(page.getByRole('button', { name: '发布并通知' })).toHaveCount(0)
    await page.getByRole('link', { name: '安排哪家单位检查哪家单位' }).click()
    await page.getByLabel('受检单位').selectOption({ label: name })
    const others = await page.getByLabel('检查单位').locator('option').allTextContents()
    await page
      .getByLabel('检查单位')
      .selectOption({ label: others.find((other) => other !== name && /公司|厂/.test(other)) ?? '' })
    await page.getByLabel('检查内容').fill('储罐区静电接地和动火作业票')
    await page.getByRole('button', { name: '添加', exact: true }).click()
    await expect(page.getByRole('button', { name: '移除' })).toBeVisible()
    await expectNoBarrier(page)
    await page.goto(`${address}/setup/review`)
    await page.getByRole('button', { name: '发布并通知' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
    await page.waitForURL(`**${address}`)
  })

  await test.step('a finding is recorded once it has begun', async () => {
    await page.getByRole('link', { name: '查看检查发现' }).click()
    await expect(page.getByText('活动开始后可以登记检查发现')).toBeVisible()
    clock.set('2026-11-24T02:31:00Z')
    await page.reload()
    await page.getByLabel('问题描述').fill('T-205 装卸鹤管静电接地线锈蚀断股')
    await page.getByRole('button', { name: '登记并通知受检单位' }).click()
    await expect(page.getByText('待整改')).toBeVisible()
  })

  await test.step('the inspected member answers on a phone, and the other party confirms', async () => {
    await member.goto(new URL(page.url()).pathname)
    await member.getByRole('link', { name: '上传照片和材料' }).click()
    await member.waitForURL(/\/portal\/inspections\/[^/]+\/[^/]+$/)
    await member.getByText('答复 ▾').click()
    await member.getByLabel('已完成整改').check()
    await member.getByLabel('整改措施').fill('已更换接地线并复测，电阻 3 欧')
    await expectNoBarrier(member)
    await member.getByRole('button', { name: '提交答复' }).click()
    await expect(member.getByText('待复核')).toBeVisible()
    await page.reload()
    await expectNoBarrier(page)
    await page.getByRole('button', { name: '复核通过，闭环' }).click()
    await expect(page.getByText('已闭环', { exact: true })).toBeVisible()
  })
  await member.close()
})
