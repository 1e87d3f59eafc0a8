import type { Cookie, Page } from '@playwright/test'
import { demoPassword } from '../../../prisma/seed/city/accounts'

/** The session of each account that has signed in at this worker's portal. */
const kept = new Map<string, Cookie>()

/** Signs in as a person would, with one of the demo accounts, and arrives where the address wanted to go. */
export async function signInByForm(page: Page, account: string, path: string): Promise<void> {
  await page.goto(path)
  await fillIn(page, account, path)
}

/** As `signInByForm` the first time; then with the session of that time, for as long as the portal takes it. */
export async function signInAs(page: Page, account: string, path = '/portal'): Promise<void> {
  const session = kept.get(account)
  if (session) await page.context().addCookies([session])
  await page.goto(path)
  if (session && isAt(page, path)) return
  await fillIn(page, account, path)
  const cookies = await page.context().cookies()
  const opened = cookies.find(({ name }) => name === 'session')
  if (!opened) throw new Error(`${account} has signed in without a session`)
  kept.set(account, opened)
}

async function fillIn(page: Page, account: string, path: string): Promise<void> {
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(demoPassword)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(() => isAt(page, path))
}

const isAt = (page: Page, path: string) => new URL(page.url()).pathname === path.split('?')[0]
