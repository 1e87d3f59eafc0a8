import ICAL from 'ical.js'
import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const title = '静电安全防控交流会（故事）'

test.describe.configure({ mode: 'serial' })

let address = ''

test('an insurer coordinator schedules an exchange meeting and publishes it', async ({ page }) => {
  await signInAs(page, 'insurer@demo.test')
  await page.getByRole('link', { name: '新建活动' }).first().click()
  await page.getByLabel('主办联盟').selectOption({ label: '油漆涂料' })
  await page.getByLabel('活动名称').fill(title)

  await test.step('what is missing is named, and what was typed stays', async () => {
    await page.getByRole('button', { name: '保存草稿' }).click()
    await expect(page.getByRole('alert').first()).toBeVisible()
    await expect(page.getByLabel('活动名称')).toHaveValue(title)
  })

  await page.getByLabel('开始时间').fill('2026-12-08T09:00')
  await page.getByLabel('结束时间').fill('2026-12-08T11:30')
  await page.getByLabel('地点').fill('漕泾镇会议中心')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.waitForURL(/\/portal\/activities\/[0-9a-f-]{36}\/setup$/)
  address = new URL(page.url()).pathname.replace('/setup', '')
  await expectNoBarrier(page)

  await test.step('what is typed keeps itself', async () => {
    await page.getByRole('link', { name: '议程和材料' }).click()
    await page.getByRole('button', { name: '增加一项' }).click()
    await page.getByLabel('内容').fill('静电接地检查要点')
    await expect(page.getByText(/^已保存/)).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('内容')).toHaveValue('静电接地检查要点')
    await page.getByRole('button', { name: '保存并继续' }).click()
    await page.waitForURL(`**${address}/setup`)
  })

  await page.getByRole('link', { name: '报名和签到' }).click()
  await page.getByLabel('名额', { exact: false }).first().fill('40')
  await page.getByRole('button', { name: '保存并继续' }).click()
  await page.waitForURL(`**${address}/setup`)

  await test.step('an audience is counted while it is chosen, and is what the last page tells', async () => {
    await page.getByRole('link', { name: '邀请范围' }).click()
    const count = page.getByText(/^[\d,]+ 人，[\d,]+ 家成员单位$/)
    const all = await count.textContent()
    await page.getByRole('checkbox', { name: '主要负责人' }).check()
    await expect(count).not.toHaveText(all ?? '')
    await page.getByRole('checkbox', { name: '主要负责人' }).uncheck()
    await expect(count).toHaveText(all ?? '')
    await page.getByRole('button', { name: '保存并继续' }).click()
    await page.waitForURL(`**${address}/setup`)
    await expect(page.getByText('已完成 4/5 项')).toBeVisible()
    await page.getByRole('link', { name: '核对与发布' }).click()
    await expect(page.getByRole('main').getByRole('link', { name: '通知', exact: true })).toBeVisible()
    await expect(page.getByText(`将通知 ${(all ?? '').split(' ')[0]} 人`)).toBeVisible()
  })

  await expectNoBarrier(page)
  await page.getByRole('button', { name: '发布并通知' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
  await page.waitForURL(`**${address}`)
  await expect(page.getByText('已发布').first()).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('an enterprise registers a person, takes a place for later, and gives it back', async ({ page }) => {
    await signInAs(page, 'member@demo.test', address)
    await expect(page.getByText('本单位还没有报名')).toBeVisible()
    await page.getByRole('group', { name: '参加人' }).getByRole('checkbox').first().check()
    await page.getByLabel('暂不定人的名额').fill('1')
    await page.getByRole('button', { name: '报名', exact: true }).click()
    await expect(page.getByText('已报名')).toHaveCount(2)
    await expect(page.getByText('2/40')).toBeVisible()
    await expectNoBarrier(page)

    await page.getByRole('listitem').filter({ hasText: '待定名额' }).getByRole('button', { name: '撤回' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
    await expect(page.getByText('1/40')).toBeVisible()

    await test.step('the calendar file says the same', async () => {
      const id = address.split('/').at(-1)
      const answer = await page.request.get(`/api/activities/${id}/calendar.ics`)
      const event = new ICAL.Component(ICAL.parse(await answer.text())).getFirstSubcomponent('vevent')
      expect(event?.getFirstPropertyValue('summary')).toBe(title)
      expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2026-12-08T01:00:00Z')
    })
  })
})

test('the coordinator sees who comes; another insurer finds no such activity', async ({ page, browser, baseURL }) => {
  await signInAs(page, 'insurer@demo.test', address)
  await expect(page.getByRole('table').getByText('已报名')).toHaveCount(1)
  const other = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(other, 'insurer2@demo.test')
  expect((await other.goto(address))?.status()).toBe(404)
  expect((await other.goto(`${address}/edit`))?.status()).toBe(404)
  await other.close()
})

test('in the hall the phone checks in by the code of the moment; an old code is refused in words', async ({
  page,
  browser,
  baseURL,
  clock,
}) => {
  clock.set('2026-12-08T00:50:00Z')
  await signInAs(page, 'insurer@demo.test', `${address}/projector`)
  const code = (await page.locator('p.font-mono').textContent()) ?? ''
  expect(code).toMatch(/^[0-9A-Z]{6}$/)

  const phone = await browser.newContext({
    baseURL: baseURL ?? '',
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
  })
  const guest = await phone.newPage()
  await guest.goto('/c/now')
  await guest.getByLabel('签到码').fill('222222')
  await guest.getByRole('button', { name: '下一步' }).click()
  await expect(guest.getByRole('alert')).toContainText('签到码不对')
  await guest.getByLabel('签到码').fill(code.toLowerCase())
  await guest.getByRole('button', { name: '下一步' }).click()
  await expect(guest.getByText('已确认您于 08:50 到场')).toBeVisible()

  // Signing in takes its time: the first sight of the code is what is recorded.
  clock.set('2026-12-08T00:56:00Z')
  await guest.getByRole('link', { name: '登录并签到' }).click()
  await guest.getByLabel('账号').fill('member@demo.test')
  await guest.getByLabel('密码').fill('Demo-2026!')
  await guest.getByRole('button', { name: '登录' }).click()
  await guest.getByRole('button', { name: '确认签到' }).click()
  await expect(guest.getByRole('heading', { name: '签到成功' })).toBeVisible()
  await expect(guest.getByText('08:50')).toBeVisible()

  const late = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false })
  const other = await late.newPage()
  await other.goto('/c/now')
  await other.getByLabel('签到码').fill(code)
  await other.getByRole('button', { name: '下一步' }).click()
  await expect(other.getByRole('alert')).toContainText('签到码不对，或者已经更换')
  await Promise.all([phone.close(), late.close()])

  await page.goto(`${address}/projector`)
  await expect(page.getByRole('region', { name: '到场情况' }).getByRole('definition').first()).toHaveText(/^1 \//)
})
