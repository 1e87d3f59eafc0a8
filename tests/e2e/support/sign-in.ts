import type { Page } from '@playwright/test'
import { demoPassword } from '../../../prisma/seed/city/accounts'

/** Signs in as a person would, with one of the demo accounts, and arrives where the address wanted to go. */
export async function signInAs(page: Page, account: string, path = '/portal'): Promise<void> {
  await page.goto(path)
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(demoPassword)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => url.pathname === path.split('?')[0])
}
