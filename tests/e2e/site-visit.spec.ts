import ExcelJS from 'exceljs'
import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const title = '实地调研：防爆区域管理（故事）'

test('a member is asked to host, agrees with its rules, and has the list of who comes to its gate', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const host = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width: 390, height: 844 } })
  await signInAs(host, 'member@demo.test')
  const name = (await host.getByRole('heading', { level: 1 }).textContent()) ?? ''

  // Host and guest are of two alliances, to which the bureau opens the visit.
  await signInAs(page, 'officer@demo.test', '/portal/activities/new')
  await page.getByLabel('主办联盟').selectOption({ label: '油漆涂料' })
  await page.getByRole('radio', { name: '实地调研', exact: true }).check()
  await page.getByLabel('活动名称').fill(title)
  await page.getByLabel('开始时间').fill('2026-12-16T09:00')
  await page.getByLabel('结束时间').fill('2026-12-16T11:00')
  await page.getByLabel('地点').fill('接待单位厂区')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.waitForURL(/\/portal\/activities\/[0-9a-f-]{36}\/setup$/)
  const address = new URL(page.url()).pathname.replace(/\/setup$/, '')
  await page.goto(`${address}/audience`)
  await page.getByRole('checkbox', { name: '石油化工' }).check()
  await page.getByRole('button', { name: '保存并继续' }).click()
  await page.waitForURL(`**${address}/setup`)

  await test.step('nobody has agreed: it cannot be published, and a member is asked', async () => {
    await page.goto(`${address}/setup/review`)
    await expect(page.getByRole('button', { name: '发布并通知' })).toHaveCount(0)
    await page.getByRole('link', { name: '征询接待单位，取得同意' }).click()
    await page.getByLabel('拟请的接待单位').selectOption({ label: name })
    await page.getByLabel('希望了解的内容').fill('防爆区域的人员和车辆管理')
    await page.getByRole('button', { name: '发送征询' }).click()
    await expect(page.getByText('待答复')).toBeVisible()
    await expectNoBarrier(page)
  })

  await test.step('the host agrees on a phone', async () => {
    await host.goto('/portal')
    await host.getByRole('link', { name: title }).click()
    await host.getByLabel('最多接待人数').fill('12')
    await host.getByLabel('集合地点').fill('二号门卫')
    await host.getByLabel('登记每位来访人员所持证件的种类').check()
    await host.getByLabel('登记来访车辆的车牌号').check()
    await expectNoBarrier(host)
    await host.getByRole('button', { name: '同意接待' }).click()
    await expect(host.getByRole('heading', { name: '入厂名单' })).toBeVisible()
  })

  await page.goto(`${address}/setup/review`)
  await page.getByRole('button', { name: '发布并通知' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
  await page.waitForURL(`**${address}`)

  const guest = await browser.newPage({ baseURL: baseURL ?? '' })
  await test.step('a guest is told where one meets once it has a place, and then says what the gate asks', async () => {
    await signInAs(guest, 'lead@demo.test', address)
    await guest.getByRole('group', { name: '参加人' }).getByRole('checkbox').first().check()
    await guest.getByRole('button', { name: '报名', exact: true }).click()
    await expect(guest.getByText('1/12')).toBeVisible()
    await expect(guest.getByText('前，二号门卫')).toBeVisible()
    await guest.getByLabel('所持证件').selectOption({ label: '居民身份证' })
    await guest.getByLabel('车牌号').fill('沪a·12345')
    await guest.getByRole('button', { name: '填报' }).click()
    await expect(guest.getByText('已填报', { exact: true })).toBeVisible()
    await expectNoBarrier(guest)
  })

  await test.step('the host takes the list', async () => {
    await host.reload()
    const download = host.waitForEvent('download')
    await host.getByRole('link', { name: '下载入厂名单' }).click()
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(await (await download).path())
    const row = book.worksheets[0]?.getRow(2).values as string[]
    expect(row.slice(3, 5)).toEqual(['居民身份证', '沪A12345'])
  })
  await Promise.all([host.close(), guest.close()])
})
