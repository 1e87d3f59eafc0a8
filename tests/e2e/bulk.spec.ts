import ExcelJS from 'exceljs'
import type { Page } from '@playwright/test'
import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

/** The rows of a result file: name of the enterprise → what became of it. */
async function outcomes(page: Page): Promise<Map<string, string>> {
  const link = page.getByRole('link', { name: '下载结果文件' })
  await expect(link).toBeVisible({ timeout: 20_000 })
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.headers()['content-disposition']).toContain('attachment')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await answer.body()) as unknown as ExcelJS.Buffer)
  const found = new Map<string, string>()
  workbook.worksheets[0]?.eachRow((row, number) => {
    if (number > 1) found.set(row.getCell(3).text, row.getCell(5).text)
  })
  return found
}

test('an officer changes all that match a filter, reads what became of each, and takes it back', async ({ page }) => {
  await signInAs(page, 'officer@demo.test', '/portal/enterprises?jurisdiction=310151')
  await page.getByRole('button', { name: /^办理符合条件的全部 \d+ 家$/ }).click()
  await expect(page.getByText(/^符合条件的全部 \d+ 家企业$/)).toBeVisible()
  await page.getByRole('link', { name: '更新企业规模' }).click()
  await page.getByLabel('企业规模').selectOption({ label: '微型' })

  await page.getByRole('button', { name: '核对' }).click()
  await expect(page.getByText('请填写此项')).toBeVisible()
  await page.getByLabel('原因').fill('按 2026 年统计口径')
  await page.getByRole('button', { name: '核对' }).click()
  await expect(page.getByText('按 2026 年统计口径')).toBeVisible()
  await expectNoBarrier(page)

  const begin = page.getByRole('button', { name: /^开始办理（\d+ 家）$/ })
  const announced = /\d+/.exec((await begin.textContent()) ?? '')?.[0]
  await begin.click()
  await page.waitForURL(/\/portal\/tasks\/[0-9a-f-]{36}$/)
  const done = await outcomes(page)
  expect([...done.values()].filter((outcome) => outcome === '已办理')).toHaveLength(Number(announced))
  await expectNoBarrier(page)

  await page.getByRole('button', { name: '撤销这次办理' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销这次办理' }).click()
  await expect(page.getByText('这次办理已撤销')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('link', { name: '查看撤销情况' }).click()
  await expect(page.getByRole('heading', { name: '撤销：批量更新企业规模' })).toBeVisible()
  expect([...(await outcomes(page)).values()]).toEqual(Array.from({ length: Number(announced) }, () => '已恢复'))
})

test('ticked rows of the page are worked on, and a district official finds no such page', async ({ page }) => {
  await signInAs(page, 'officer@demo.test', '/portal/enterprises')
  await page.getByRole('checkbox', { name: /^选择/ }).nth(1).check()
  await page.getByRole('checkbox', { name: /^选择/ }).nth(2).check()
  await page.getByRole('button', { name: '办理本页勾选的企业' }).click()
  await expect(page.getByText('勾选的 2 家企业')).toBeVisible()

  await page.context().clearCookies()
  await signInAs(page, 'jinshan@demo.test')
  expect((await page.goto('/portal/enterprises/bulk?scope=filter'))?.status()).toBe(404)
})
