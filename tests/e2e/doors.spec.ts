import { demoPassword } from '../../prisma/seed/city/accounts'
import { expect, test } from './support/portal'
import { signInByForm } from './support/sign-in'

test('a wrong password and an unknown account get the same answer, and what was typed stays', async ({ page }) => {
  const answers: string[] = []
  for (const account of ['member@demo.test', 'nobody@demo.test']) {
    await page.goto('/sign-in')
    await page.getByLabel('账号').fill(account)
    await page.getByLabel('密码').fill('not the password')
    await page.getByRole('button', { name: '登录' }).click()
    const alert = page.getByText('账号或密码不正确')
    await expect(alert.first()).toBeVisible()
    await expect(page.getByLabel('账号')).toHaveValue(account)
    answers.push((await alert.first().textContent()) ?? '')
  }
  expect(answers[0]).toBe(answers[1])
})

test('whoever comes back with a session that has ended signs in and is where the link led', async ({ page, clock }) => {
  await signInByForm(page, 'member@demo.test', '/portal/account')
  clock.set('2026-12-24T02:00:00Z')
  const link = '/portal/activities?kind=TRAINING'
  await page.goto(link)
  await expect(page).toHaveURL(/\/sign-in\?/)
  await page.getByLabel('账号').fill('member@demo.test')
  await page.getByLabel('密码').fill(demoPassword)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => url.pathname + url.search === link)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a person signs in and arrives where the address wanted to go', async ({ page }) => {
    await signInByForm(page, 'member@demo.test', '/portal/account')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })

  test('the public pages are whole', async ({ page }) => {
    for (const path of ['/', '/alliances', '/notice', '/help', '/accessibility', '/privacy']) {
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(200)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    }
  })
})

test('signing in leads only to addresses of the portal', async ({ page }) => {
  await page.goto('/sign-in?next=https://elsewhere.example/')
  await page.getByLabel('账号').fill('member@demo.test')
  await page.getByLabel('密码').fill('Demo-2026!')
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => url.pathname === '/portal')
})
