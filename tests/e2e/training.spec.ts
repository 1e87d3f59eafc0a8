import type { Page } from '@playwright/test'
import { announceActivity } from './support/announce'
import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs, signInByForm } from './support/sign-in'

const title = '受限空间作业安全培训（故事）'
const enterprise = '上海沅沣涂料有限公司'

test.describe.configure({ mode: 'serial' })

let address = ''

/** What the report of the quarter says under 已培训 for the enterprise; the city holds no other training in it. */
async function trainedOf(page: Page): Promise<string | null> {
  await page.goto('/portal/reports?year=2026&quarter=4&view=enterprise&alliance=coatings&rows=all')
  const heads = await page.getByRole('columnheader').allTextContents()
  const at = heads.findIndex((head) => head.startsWith('已培训'))
  return page.getByRole('row').filter({ hasText: enterprise }).getByRole('cell').nth(at).textContent()
}

test('a coordinator schedules a training and publishes it; another insurer finds nothing there', async ({
  page,
  browser,
  baseURL,
}) => {
  const hours = { startsAt: '2026-12-10T13:30', endsAt: '2026-12-10T16:30' }
  address = await announceActivity(page, { title, kind: '培训', ...hours })
  expect(await trainedOf(page)).toBe('否')

  const other = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(other, 'insurer2@demo.test')
  for (const part of ['', '/edit', '/cancel', '/projector', '/door', '/check-in'])
    expect((await other.goto(`${address}${part}`))?.status(), part).toBe(404)
  await other.close()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('an enterprise registers, and checks in with the code of the moment', async ({
    page,
    browser,
    baseURL,
    clock,
  }) => {
    // By the form: a session that another story keeps may have begun later than this one's day.
    await signInByForm(page, 'member@demo.test', address)
    await page.getByRole('group', { name: '参加人' }).getByRole('checkbox').first().check()
    await page.getByRole('button', { name: '报名', exact: true }).click()
    await expect(page.getByText('已报名').first()).toBeVisible()

    clock.set('2026-12-10T05:20:00Z')
    const hall = await browser.newPage({ baseURL: baseURL ?? '' })
    await signInAs(hall, 'insurer@demo.test', `${address}/projector`)
    const code = (await hall.locator('p.font-mono').textContent()) ?? ''
    await hall.close()

    await page.goto('/c/now')
    await page.getByLabel('签到码').fill(code)
    await page.getByRole('button', { name: '下一步' }).click()
    await expect(page.getByText('已确认您于 13:20 到场')).toBeVisible()
    await expectNoBarrier(page)
    // Two weeks have passed since it signed in.
    await page.getByRole('link', { name: '登录并签到' }).click()
    await page.getByLabel('账号').fill('member@demo.test')
    await page.getByLabel('密码').fill('Demo-2026!')
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByText(enterprise)).toBeVisible()
    await expectNoBarrier(page)
    await page.getByRole('button', { name: '确认签到' }).click()
    await expect(page.getByRole('heading', { name: '签到成功' })).toBeVisible()
    await expectNoBarrier(page)
    await expect(page.getByText('计入参与', { exact: true })).toBeVisible()
  })
})

test('held and closed, the report says that the enterprise is trained', async ({ page, clock }) => {
  clock.set('2026-12-10T08:40:00Z')
  await signInAs(page, 'insurer@demo.test', address)
  await page.getByRole('button', { name: '确认已举办' }).click()
  await page.getByRole('button', { name: '办结' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '办结' }).click()
  await expect(page.getByText('已办结').first()).toBeVisible()
  expect(await trainedOf(page)).toBe('是')

  await test.step('its district reads the same, and the training stands in the list behind the figure', async () => {
    await page.context().clearCookies()
    await signInAs(page, 'jinshan@demo.test')
    expect(await trainedOf(page)).toBe('是')
    await page.goto('/portal/reports/list?year=2026&quarter=4&alliance=coatings&measure=byMandate')
    await expect(page.getByRole('row').filter({ hasText: title }).filter({ hasText: enterprise })).toHaveCount(1)
  })
})
