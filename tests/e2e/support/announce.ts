import type { Page } from '@playwright/test'
import { expect } from './portal'
import { signInAs } from './sign-in'

type Announcement = {
  title: string
  /** As the form names it; the form itself begins with 交流会. */
  kind?: string
  /** As the form takes them: `2026-12-15T09:00`, Beijing time. */
  startsAt: string
  endsAt: string
}

/**
 * Signs in as the coordinator of the paint alliance, writes an activity of that alliance and publishes it.
 * @returns its address
 */
export async function announceActivity(
  page: Page,
  { title, kind = '交流会', startsAt, endsAt }: Announcement,
): Promise<string> {
  await signInAs(page, 'insurer@demo.test', '/portal/activities/new')
  await page.getByLabel('主办联盟').selectOption({ label: '油漆涂料' })
  await page.getByRole('radio', { name: kind, exact: true }).check()
  await page.getByLabel('活动名称').fill(title)
  await page.getByLabel('开始时间').fill(startsAt)
  await page.getByLabel('结束时间').fill(endsAt)
  await page.getByLabel('地点').fill('漕泾镇会议中心')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.waitForURL(/\/portal\/activities\/[0-9a-f-]{36}\/setup$/)
  await page.getByRole('link', { name: '核对与发布' }).click()
  await page.getByRole('button', { name: '发布并通知' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
  await page.waitForURL(/\/portal\/activities\/[0-9a-f-]{36}$/)
  await expect(page.getByText('已发布').first()).toBeVisible()
  return new URL(page.url()).pathname
}
