import { announceActivity } from './support/announce'
import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'

const title = '按链接答复的交流会（故事）'

test('whoever is invited answers by the link of the notice, on a phone, without signing in or script', async ({
  page,
  browser,
  baseURL,
}) => {
  const address = await announceActivity(page, { title, startsAt: '2026-12-17T09:00', endsAt: '2026-12-17T11:30' })
  await page.goto(`${address}/invitations`)
  await expect(page.getByText(/共邀请 \d+ 人，代表 \d+ 家企业；0 家已答复/)).toBeVisible()
  const text = page.locator('p').filter({ hasText: `】${title}` })
  await expect(text).toContainText('地点：漕泾镇会议中心')
  await expect(text).toContainText(address)
  await expect(text).not.toContainText('/a/')
  const row = page.getByRole('row').filter({ hasText: '未答复' }).first()
  const person = ((await row.getByRole('cell').first().textContent()) ?? '').trim()
  const link = (await row.getByRole('link', { name: '打开' }).getAttribute('href')) ?? ''
  expect(link).toMatch(/^\/a\//)

  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
  })
  const phone = await context.newPage()
  const requests: string[] = []
  phone.on('request', (request) => requests.push(request.method()))
  await phone.goto(link)
  await expect(phone.getByText(`${person}，您好`)).toBeVisible()
  await expect(phone.getByText('还没有答复')).toBeVisible()
  await phone.getByRole('button', { name: '我参加' }).click()
  await expect(phone.getByText(`${person} 已报名`)).toBeVisible()
  // The page, the answer, and the page that it leads to.
  expect(requests).toEqual(['GET', 'POST', 'GET'])

  await phone.getByText('本单位请假').first().click()
  await phone.getByLabel('请假理由').fill('装置检修，无法到场')
  await phone.getByRole('button', { name: '本单位请假' }).click()
  await expect(phone.getByText('已请假')).toBeVisible()

  await test.step('the coordinator sees it, and shuts the link', async () => {
    await page.reload()
    await expect(page.getByText(/；1 家已答复/)).toBeVisible()
    const answered = page.getByRole('row').filter({ hasText: person }).first()
    await expect(answered.getByText('请假')).toBeVisible()
    await expectNoBarrier(page)
    await answered.getByRole('button', { name: '停用' }).click()
    await expect(answered.getByText('已停用')).toBeVisible()
    expect((await phone.goto(link))?.status()).toBe(404)
    await expect(phone.getByRole('heading', { name: '链接无效' })).toBeVisible()
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(answered.getByRole('link', { name: '打开' })).toBeVisible()
  })

  await test.step('the page of the link has no barrier', async () => {
    const reader = await browser.newPage({ baseURL: baseURL ?? '' })
    await reader.goto(link)
    await expect(reader.getByText('已请假')).toBeVisible()
    await expectNoBarrier(reader)
    await reader.close()
  })
  await context.close()
})
