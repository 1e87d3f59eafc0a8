import { generateSync } from 'otplib'
import { demoPassword } from '../../prisma/seed/city/accounts'
import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const account = 'officer@demo.test'

test('a person sets up one-time codes, signs in with password and code, and a used recovery code opens nothing', async ({
  page,
  clock,
}) => {
  let instant = new Date('2026-11-24T02:00:00Z')
  /** A code is taken once: each one asked for here is of a later step. */
  const nextCode = (secret: string) => {
    instant = new Date(instant.getTime() + 60_000)
    clock.set(instant)
    return generateSync({ secret, epoch: instant.getTime() / 1_000 })
  }
  const signOut = async () => {
    await page.request.post('/sign-out', { headers: { origin: new URL(page.url()).origin } })
    await page.goto('/sign-in')
  }
  const password = async () => {
    await page.getByRole('textbox', { name: '账号' }).fill(account)
    await page.getByLabel('密码').fill(demoPassword)
    await page.getByRole('button', { name: '登录' }).click()
    await page.waitForURL(/\/sign-in\/code$/)
  }
  const code = async (text: string) => {
    await page.getByLabel('动态口令或恢复码').fill(text)
    await page.getByRole('button', { name: '登录' }).click()
  }

  await signInAs(page, account, '/portal/account/codes')
  await page.getByRole('button', { name: '开始设置' }).click()
  await expect(page.getByRole('img', { name: '动态口令的二维码' })).toBeVisible()
  await expectNoBarrier(page)
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
  await page.getByLabel('动态口令', { exact: true }).fill('000000')
  await page.getByRole('button', { name: '确认并启用' }).click()
  await expect(page.getByText(/口令不正确/).first()).toBeVisible()
  await page.getByLabel('动态口令', { exact: true }).fill(nextCode(secret))
  await page.getByRole('button', { name: '确认并启用' }).click()

  await page.waitForURL(/\/codes\/recovery$/)
  const recovery = await page.getByRole('main').locator('ol li').allInnerTexts()
  expect(recovery).toHaveLength(10)
  await expectNoBarrier(page)
  await page.getByRole('button', { name: '我已保存' }).click()
  await expect(page.getByText('动态口令已启用').first()).toBeVisible()
  await page.goto('/portal/account/codes/recovery')
  await expect(page.getByText('恢复码只在生成后显示一次')).toBeVisible()

  await signOut()
  await password()
  await expectNoBarrier(page)
  await page.goto('/portal')
  await expect(page).toHaveURL(/\/sign-in/)
  await password()
  await code(nextCode(secret))
  await page.waitForURL(/\/portal$/)

  await signOut()
  await password()
  await code(recovery[0] ?? '')
  await page.waitForURL(/\/portal$/)

  await signOut()
  await password()
  await code(recovery[0] ?? '')
  await expect(page.getByText(/口令不正确/).first()).toBeVisible()

  await code(recovery[1] ?? '')
  await page.waitForURL(/\/portal$/)
  await page.goto('/portal/account/codes')
  await page.getByLabel('当前密码').fill(demoPassword)
  await page.getByLabel('动态口令或恢复码').fill(recovery[2] ?? '')
  await page.getByRole('button', { name: '关闭动态口令' }).click()
  await expect(page.getByText('动态口令已关闭')).toBeVisible()
})
