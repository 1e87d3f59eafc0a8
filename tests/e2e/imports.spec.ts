import path from 'node:path'
import ExcelJS from 'exceljs'
import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const registry = path.resolve(import.meta.dirname, '../imports/registry-2026.xlsx')
const imports = '/portal/enterprises/imports'

test('a municipal officer imports the registry of 2,100 enterprises, and a second time nothing changes', async ({
  page,
}) => {
  await signInAs(page, 'officer@demo.test', imports)
  await page.getByLabel('选择台账').setInputFiles(registry)
  await page.getByRole('button', { name: '上传并检查' }).click()
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { name: '确认导入' })).toBeVisible({ timeout: 60_000 })
  const confirm = page.getByRole('button', { name: /^导入 \d+ 行$/ })
  await expect(confirm).toHaveText('导入 2076 行')
  await expect(page.getByText('共 24 条')).toBeVisible()
  await expectNoBarrier(page)

  await test.step('the error file is the workbook with its wrong cells marked', async () => {
    const file = page.getByRole('link', { name: '下载标注了错误的台账' })
    await expect(file).toBeVisible({ timeout: 60_000 })
    const answer = await page.request.get((await file.getAttribute('href')) ?? '')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await answer.body()) as unknown as ExcelJS.Buffer)
    const commented = new Set<number>()
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row, number) => row.eachCell((cell) => cell.note && commented.add(number)))
    expect([...commented]).toEqual(expect.arrayContaining([261, 288, 503, 719, 337, 72, 356, 147]))
  })

  await confirm.click()
  await expect(page.getByText('导入完成：新增 2,076 家')).toBeVisible({ timeout: 90_000 })
  await expectNoBarrier(page)

  await page.goto(imports)
  await page.getByLabel('选择台账').setInputFiles(registry)
  await page.getByRole('button', { name: '上传并检查' }).click()
  await expect(page.getByText('没有可以写入的新增或变化')).toBeVisible({ timeout: 60_000 })
})

test('what is no workbook is refused in words, and a district official finds no such page', async ({ page }) => {
  await signInAs(page, 'officer@demo.test', imports)
  const file = { name: '台账.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('not a workbook') }
  await page.getByLabel('选择台账').setInputFiles(file)
  await page.getByRole('button', { name: '上传并检查' }).click()
  await expect(page.getByText('这不是 Excel 工作簿')).toBeVisible()

  await page.context().clearCookies()
  await signInAs(page, 'jinshan@demo.test')
  expect((await page.goto(imports))?.status()).toBe(404)
  const foreign = await page.request.post('/api/enterprises/imports', {
    headers: { origin: 'https://elsewhere.example' },
    multipart: { file },
  })
  expect(foreign.status()).toBe(403)
})
