import type { Page } from '@playwright/test'
import { expect } from './portal'
import { signInAs } from './sign-in'

/**
 * Signs in as the coordinator of the paint alliance and lets its plan of 2026 make the draft of one training, on the second
 * Thursday of December, 13:30–16:30.
 * @returns the draft's address
 */
export async function planTraining(page: Page, title: string): Promise<string> {
  await signInAs(page, 'insurer@demo.test', '/portal/alliances/coatings/plan?year=2026')
  await page.getByRole('link', { name: '按周期安排' }).click()
  await page.getByLabel('类型').selectOption({ label: '培训' })
  await page.getByLabel('活动名称').fill(title)
  await page.getByLabel('开始', { exact: true }).fill('13:30')
  await page.getByLabel('结束', { exact: true }).fill('16:30')
  await page.getByLabel('从几月开始').selectOption({ label: '12 月' })
  await page.getByLabel('场数').selectOption('1')
  await page.getByLabel('第几个').selectOption({ label: '第二个' })
  await page.getByLabel('星期几').selectOption({ label: '周四' })
  await page.getByRole('button', { name: '预览' }).click()
  await expect(page.getByRole('checkbox', { name: new RegExp(`^12月10日（周四）13:30 ${title}`) })).toBeChecked()
  await page.getByRole('button', { name: '生成草稿' }).click()
  await page.getByRole('link', { name: new RegExp(title) }).click()
  await page.waitForURL(/\/portal\/activities\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}
