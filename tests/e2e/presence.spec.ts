import type { Browser, Page } from '@playwright/test'
import { announceActivity } from './support/announce'
import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const title = '在场时长演练交流会（故事）'
const reason = '全程在会场，离场时手机没电未能签退'

test.describe.configure({ mode: 'serial' })

/** A phone without script, signed in as the lead company's person. */
async function phoneOf(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const signedIn = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(signedIn, 'lead@demo.test')
  const cookies = await signedIn.context().cookies()
  await signedIn.close()
  const phone = await browser.newContext({
    baseURL: baseURL ?? '',
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
  })
  await phone.addCookies(cookies)
  return phone.newPage()
}

/** Types the code that stands on the coordinator's projector. */
async function typeCode(projector: Page, address: string, phone: Page): Promise<void> {
  await projector.goto(address)
  const code = (await projector.locator('p.font-mono').textContent()) ?? ''
  await phone.goto('/c/now')
  await phone.getByLabel('签到码').fill(code)
  await phone.getByRole('button', { name: '下一步' }).click()
}

test('who leaves early checks out by a code of its own, does not count at the close, and disputes it', async ({
  page,
  browser,
  baseURL,
  clock,
}) => {
  const address = await announceActivity(page, { title, startsAt: '2026-11-25T09:00', endsAt: '2026-11-25T11:00' })
  await page.goto(`${address}/check-in/review`)
  await page.getByLabel('离场时签退').check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存')).toBeVisible()

  // Signing in lasts for a working day, and the next one has begun.
  clock.set('2026-11-25T00:50:00Z')
  await signInAs(page, 'insurer@demo.test', `${address}/projector`)
  const phone = await phoneOf(browser, baseURL)
  await typeCode(page, `${address}/projector`, phone)
  await phone.getByRole('button', { name: '确认签到' }).click()
  await expect(phone.getByRole('heading', { name: '签到成功' })).toBeVisible()

  await test.step('a spot check is answered', async () => {
    clock.set('2026-11-25T01:30:00Z')
    await page.goto(`${address}/check-in/review`)
    await expectNoBarrier(page)
    await page.getByRole('button', { name: '开始抽查并投屏' }).click()
    await page.waitForURL('**/projector?code=SPOT_CHECK')
    await typeCode(page, `${address}/projector?code=SPOT_CHECK`, phone)
    await phone.getByRole('button', { name: '我在现场' }).click()
    await expect(phone.getByRole('heading', { name: '抽查已响应' })).toBeVisible()
  })

  await test.step('leaving after half of the time', async () => {
    clock.set('2026-11-25T02:00:00Z')
    await typeCode(page, `${address}/projector?code=CHECK_OUT`, phone)
    await phone.getByRole('button', { name: '确认签退' }).click()
    await expect(phone.getByRole('heading', { name: '签退成功' })).toBeVisible()
    await page.goto(`${address}/check-in`)
    await expect(page.getByText('签退 10:00 · 50%')).toBeVisible()
  })

  clock.set('2026-11-25T03:30:00Z')
  await page.goto(address)
  await page.getByRole('button', { name: '确认已举办' }).click()
  await page.getByRole('button', { name: '办结' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '办结' }).click()
  await expect(page.getByText('已办结').first()).toBeVisible()

  const member = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(member, 'lead@demo.test', address)
  await member.getByText('到场而没有计入？').click()
  const people = member.getByLabel('没有计入的人')
  const name = (await people.locator('option').nth(1).textContent()) ?? ''
  await people.selectOption({ label: name })
  await member.getByLabel('理由').fill(reason)
  await member.getByRole('button', { name: '提出异议' }).click()
  await expect(member.getByText('待答复')).toBeVisible()
  await expectNoBarrier(member)

  await page.goto('/portal')
  await page.getByRole('link', { name: title }).last().click()
  await page.waitForURL('**/disputes')
  await expect(page.getByText(reason)).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('radio', { name: '采纳，计入参与' }).check()
  await page.getByLabel('理由').fill('核对会场录像，全程在场')
  await page.getByRole('button', { name: '答复' }).click()
  await expect(page.getByText('已采纳')).toBeVisible()
  await page.goto(`${address}/check-in?counts=yes`)
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(1)
  expect((await member.goto(`${address}/disputes`))?.status()).toBe(404)
  await Promise.all([member.close(), phone.context().close()])
})

test('the list of a meeting service is read, and each name is confirmed by a person', async ({ page, clock }) => {
  const address = await announceActivity(page, {
    title: '线上交流会（故事）',
    startsAt: '2026-11-26T09:00',
    endsAt: '2026-11-26T11:00',
  })
  clock.set('2026-11-26T03:10:00Z')
  await signInAs(page, 'insurer@demo.test', `${address}/check-in/add`)
  await page.goto(`${address}/check-in/add?q=${encodeURIComponent('涂料')}`)
  const candidates = page.getByRole('main').getByRole('listitem').locator('span.font-bold')
  await expect(candidates.first()).toBeVisible()
  const names = [...new Set(await candidates.allTextContents())]
  const rows = [...names, '没有此人'].map((name) => `${name},2026-11-26 08:58:00,2026-11-26 10:58:00,120`)

  await page.goto(`${address}/check-in/online`)
  await expectNoBarrier(page)
  const upload = (text: string) =>
    page.getByLabel('参会名单文件').setInputFiles({
      name: '参会名单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF用户昵称,入会时间,离会时间,时长（分钟）\r\n${text}\r\n`),
    })
  await upload(rows.join('\r\n'))
  await page.getByRole('button', { name: '导入并核对' }).click()
  await page.waitForURL(/\/online\/[0-9a-f-]{36}$/)
  const list = page.url()
  await expect(page.getByText('没有同名的受邀人员').last()).toBeVisible()
  await expectNoBarrier(page)
  const all = page.getByRole('button', { name: /^全部确认/ })
  const label = (await all.textContent()) ?? ''
  const count = Number(/\d+/.exec(label)?.[0])
  expect(count).toBeGreaterThan(0)
  await all.click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^全部确认/ })
    .click()
  await expect(page.getByRole('heading', { name: `已确认（${count}）` })).toBeVisible()

  await page.goto(`${address}/check-in?how=ONLINE_LIST`)
  await expect(page.getByText(`共 ${count} 条`).first()).toBeVisible()
  await page.goto(`${address}/check-in/online`)
  await upload(rows.join('\r\n'))
  await page.getByRole('button', { name: '导入并核对' }).click()
  await page.waitForURL(list)
  await expect(page.getByRole('heading', { name: `已确认（${count}）` })).toBeVisible()
})
