import ExcelJS from 'exceljs'
import { namePinyin } from '../../lib/users/mutations'
import { announceActivity } from './support/announce'
import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { readQrCode } from './support/qr'
import { signInAs } from './support/sign-in'

const title = '签到台演练交流会（故事）'

/** Ten minutes before it starts: people may check in. */
const atTheDoor = '2026-12-15T00:50:00Z'

test.describe.configure({ mode: 'serial' })

let address = ''
let guest = ''

test('a coordinator holds an exchange meeting, and a member registers its person', async ({
  page,
  browser,
  baseURL,
}) => {
  address = await announceActivity(page, { title, startsAt: '2026-12-15T09:00', endsAt: '2026-12-15T11:30' })
  await expect(page.getByRole('link', { name: '签到台' })).toBeVisible()

  const member = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(member, 'member@demo.test', address)
  await member.getByRole('group', { name: '参加人' }).getByRole('checkbox').first().check()
  await member.getByRole('button', { name: '报名', exact: true }).click()
  const place = member.getByRole('listitem').filter({ hasText: '已报名' })
  guest = ((await place.locator('span').first().textContent()) ?? '').trim()
  expect(guest).toMatch(/^\p{Script=Han}{2,4}$/u)
  await member.close()
})

test('the desk finds a guest, checks in by Enter, takes it back, and two desks record one', async ({
  page,
  browser,
  baseURL,
  clock,
}) => {
  clock.set(atTheDoor)
  await signInAs(page, 'insurer@demo.test', address)
  await page.getByRole('link', { name: '签到台' }).click()
  await page.waitForURL(`**${address}/door`)
  const search = page.getByRole('searchbox')
  const found = page.getByRole('listitem').filter({ hasText: guest })

  await test.step('by pinyin, with the keyboard alone', async () => {
    await search.fill(namePinyin(guest).split(' ')[0] ?? '')
    await expect(found.getByRole('button', { name: /^签到/ })).toBeVisible()
    await search.fill(guest)
    await expect(page).toHaveURL(/q=%/)
    await expect(found.getByRole('button', { name: /^签到/ })).toBeVisible()
    await search.press('Enter')
    await expect(found.getByText('08:50 已签到')).toBeVisible()
    await expect(page.getByText(`${guest}已签到`)).toBeVisible()
    await expect(search).toBeFocused()
    await expectNoBarrier(page)
  })

  await test.step('the figures follow, and lead to their list', async () => {
    await expect(page.getByRole('link', { name: /^已到\s*1$/ })).toBeVisible()
  })

  await test.step('what was done is taken back', async () => {
    await found.getByRole('button', { name: `撤销 ${guest}` }).click()
    await expect(page.getByText(`已撤销${guest}的签到`)).toBeVisible()
    await expect(found.getByRole('button', { name: /^签到/ })).toBeVisible()
  })

  const other = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(other, 'officer@demo.test', `${address}/door?q=${encodeURIComponent(guest)}`)
  const there = other.getByRole('listitem').filter({ hasText: guest })
  await expect(there.getByRole('button', { name: /^签到/ })).toBeVisible()
  await found.getByRole('button', { name: /^签到/ }).click()
  await expect(found.getByText('08:50 已签到')).toBeVisible()
  // The other desk may have been told by then; if not, its press records nothing twice.
  const late = there.getByRole('button', { name: /^签到/ })
  if (await late.isVisible()) await late.click({ timeout: 2_000 }).catch(() => null)
  await expect(there.getByText('08:50 已签到')).toBeVisible({ timeout: 20_000 })
  await expect(other.getByRole('link', { name: /^已到\s*1$/ })).toBeVisible()
  await other.close()
})

test('the list says who came; a correction needs a reason, and its history is told; the export says the same', async ({
  page,
  clock,
}) => {
  clock.set('2026-12-15T01:20:00Z')
  await signInAs(page, 'insurer@demo.test', `${address}/check-in`)
  const row = page.getByRole('row').filter({ hasText: guest })
  await expect(row.getByText('签到台')).toBeVisible()
  await row.getByRole('link', { name: '更正' }).click()
  await page.getByLabel('到场时间').fill('2026-12-15T09:05')
  await page.getByRole('button', { name: '保存更正' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByLabel('到场时间')).toHaveValue('2026-12-15T09:05')
  await page.getByLabel('更正理由').fill('核对纸质签到表后更正')
  await page.getByRole('button', { name: '保存更正' }).click()
  await page.waitForURL(`**${address}/check-in`)
  await expect(row.getByText('2026-12-15 09:05')).toBeVisible()

  await row.getByRole('link', { name: '更正' }).click()
  await expect(page.getByText('签到时间：2026-12-15 08:50 → 2026-12-15 09:05')).toBeVisible()
  await expect(page.getByText('理由：核对纸质签到表后更正')).toBeVisible()
  await expectNoBarrier(page)

  await page.goto(`${address}/check-in?state=PRESENT`)
  await expect(page.getByText('共 1 条').first()).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 Excel' }).click(),
  ])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(await download.path())
  expect(workbook.worksheets[0]?.getColumn(2).values.slice(1)).toEqual(['姓名', guest])
})

test('the door, the list and the export are closed to another insurer and to a member', async ({
  page,
  browser,
  baseURL,
  clock,
}) => {
  clock.set(atTheDoor)
  await signInAs(page, 'insurer2@demo.test')
  const member = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(member, 'member@demo.test', address)
  await expect(member.getByRole('link', { name: '签到台' })).toHaveCount(0)
  await expect(member.getByText('本单位签到')).toBeVisible()
  for (const visitor of [page, member]) {
    for (const part of ['door', 'check-in', 'check-in/add', 'check-in/sheet']) {
      expect((await visitor.goto(`${address}/${part}`))?.status()).toBe(404)
    }
    const id = address.split('/').at(-1)
    expect((await visitor.request.get(`/api/activities/${id}/attendance.xlsx`)).status()).toBe(404)
  }
  await member.close()
})

test('the QR code of the projector is read from the screen by a reader, and what it says checks in', async ({
  page,
  browser,
  baseURL,
  clock,
}) => {
  clock.set('2026-12-15T01:30:00Z')
  await signInAs(page, 'insurer@demo.test', `${address}/projector`)
  const said = await readQrCode(browser, page.getByRole('img', { name: /签到二维码/ }))
  expect(said).toMatch(/\/c\/[0-9A-Z]+\?t=/)
  expect(new URL(said).origin).toBe(baseURL)

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  const hand = await phone.newPage()
  await hand.goto(said)
  await expect(hand.getByText('已确认您于 09:30 到场')).toBeVisible()
  await hand.getByRole('link', { name: '登录并签到' }).click()
  await hand.getByLabel('账号').fill('lead@demo.test')
  await hand.getByLabel('密码').fill('Demo-2026!')
  await hand.getByRole('button', { name: '登录' }).click()
  await hand.getByRole('button', { name: '确认签到' }).click()
  await expect(hand.getByRole('heading', { name: '签到成功' })).toBeVisible()
  await phone.close()

  await page.goto(`${address}/check-in?how=CODE_SCANNED`)
  await expect(page.getByText('共 1 条').first()).toBeVisible()
})

test('the desk goes on while the network is down, and shows afterwards where somebody was quicker', async ({
  page,
  browser,
  baseURL,
  clock,
}) => {
  clock.set(atTheDoor)
  const list = page.waitForResponse((response) => response.url().endsWith('/door.json'))
  await signInAs(page, 'insurer@demo.test', `${address}/door`)
  expect((await list).ok()).toBe(true)
  const search = page.getByRole('searchbox')
  const rows = page.getByRole('main').getByRole('listitem')
  await search.fill('沅沣')
  await expect(page).toHaveURL(/q=%/)
  await search.fill('')
  await expect(page).not.toHaveURL(/q=/)

  // Everything is lost on the way, and the browser knows nothing of it.
  await page.route('**/*', (route) => route.abort())
  await search.fill('沅沣')
  await expect(page.getByText('离线：0 条待同步')).toBeVisible()
  const free = rows.filter({ has: page.getByRole('button', { name: /^签到 / }) })
  const press = async () => {
    const button = free.first().getByRole('button', { name: /^签到 / })
    const name = ((await button.getAttribute('aria-label')) ?? '').replace('签到 ', '')
    await button.click()
    await expect(rows.filter({ hasText: name }).getByText('待同步')).toBeVisible()
    return name
  }
  const kept = await press()
  const doubled = await press()
  await expect(page.getByText('离线：2 条待同步')).toBeVisible()
  await expectNoBarrier(page)

  const other = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(other, 'officer@demo.test', `${address}/door?q=${encodeURIComponent(doubled)}`)
  const there = other.getByRole('listitem').filter({ hasText: doubled }).first()
  await there.getByRole('button', { name: /^签到/ }).click()
  await expect(there.getByText('08:50 已签到')).toBeVisible()
  await other.close()

  await page.unroute('**/*')
  await expect(page.getByText('同步后需要核对（1）')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(/待同步/)).toHaveCount(0)
  await expect(page.getByText(/此前 08:50 已有签到/)).toBeVisible()
  await expect(rows.filter({ hasText: kept }).getByText('已签到').first()).toBeVisible()
  await page.getByRole('button', { name: `知道了 ${doubled}` }).click()
  await expect(page.getByText('同步后需要核对（1）')).toHaveCount(0)
})

test('the desk opens again without a network, sends what it kept in order, and is forgotten at the sign-out', async ({
  page,
  context,
  clock,
}) => {
  clock.set(atTheDoor)
  await signInAs(page, 'insurer@demo.test', `${address}/check-in/review`)
  await page.getByLabel('离场时签退').check()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  clock.set('2026-12-15T01:05:00Z')
  await page.goto(`${address}/door`)
  const kept = (path: string) => page.evaluate(async (one) => (await caches.match(one)) !== undefined, path)
  await expect.poll(() => kept(`${address}/door`), { timeout: 20_000 }).toBe(true)

  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText('离线：0 条待同步')).toBeVisible()
  const rows = page.getByRole('main').getByRole('listitem')
  const present = async () =>
    Number(/\d+/.exec((await page.getByRole('link', { name: /^已到/ }).textContent()) ?? '')?.[0])
  const before = await present()
  await page.getByRole('searchbox').fill('涂料')
  const button = rows.getByRole('button', { name: /^签到 / }).first()
  const name = ((await button.getAttribute('aria-label')) ?? '').replace('签到 ', '')
  const row = rows.filter({ hasText: name })

  await test.step('in, taken back, in, out: each kept across a reload', async () => {
    await button.click()
    await row.getByRole('button', { name: `撤销 ${name}` }).click()
    await expect(page.getByText('离线：0 条待同步')).toBeVisible()
    await row.getByRole('button', { name: `签到 ${name}` }).click()
    await row.getByRole('button', { name: `签退 ${name}` }).click()
    await expect(row.getByText(/签退，待同步/)).toBeVisible()
    await page.reload()
    await expect(page.getByText('离线：2 条待同步')).toBeVisible()
    await expect(page.getByText('含 2 条待同步')).toBeVisible()
    expect(await present()).toBe(before + 1)
    await expect(row.getByText(/签退，待同步/)).toBeVisible()
    await expectNoBarrier(page)
  })

  await context.setOffline(false)
  await expect(page.getByText(/待同步/)).toHaveCount(0, { timeout: 20_000 })
  await expect.poll(present).toBe(before + 1)
  await page.getByRole('searchbox').fill(name)
  await expect(row.getByText(/09:0[345] 已签退/)).toBeVisible()
  // Elsewhere the worker has no say, and nothing else of the portal was kept.
  expect(await kept('/portal')).toBe(false)

  await page.getByRole('banner').getByLabel('账号').click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL(/sign-in/)
  const left = await page.evaluate(async () => [
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
    localStorage.length,
  ])
  expect(left).toEqual([0, 0, 0])
})
