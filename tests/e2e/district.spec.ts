import ExcelJS from 'exceljs'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const report = '/portal/reports?year=2026&view=enterprise'

test('a district official reads, opens and exports the report of its own enterprises', async ({ page }) => {
  await signInAs(page, 'jinshan@demo.test')
  await page.goto(report)
  await expect(page.getByRole('heading', { level: 1, name: '参与情况' })).toBeVisible()

  await test.step('the total is the number of rows of the export', async () => {
    const total = Number(
      /共\s*([\d,]+)/.exec(
        (await page
          .getByText(/共\s*[\d,]+/)
          .first()
          .textContent()) ?? '',
      )?.[1],
    )
    expect(total).toBeGreaterThan(0)
    const answer = await page.request.get('/api/reports/participation.xlsx?year=2026')
    expect(answer.status()).toBe(200)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await answer.body()) as unknown as ExcelJS.Buffer)
    const names = new Set<string>()
    workbook.worksheets[0]?.eachRow((row) => names.add(row.getCell(1).text))
    expect(names.size).toBeGreaterThanOrEqual(total)
  })

  await test.step('a figure opens the list that counts the same', async () => {
    const row = page.getByRole('row').nth(1)
    const figure = row.getByRole('link').nth(2)
    const count = Number(await figure.textContent())
    await figure.click()
    await expect(page.getByText(new RegExp(`共\\s*${count}\\s`)).first()).toBeVisible()
  })
})

test('a member enterprise sees its own line and no other enterprise, and finds no page of the bureau', async ({
  page,
}) => {
  await signInAs(page, 'member@demo.test')
  await page.goto(report)
  await expect(page.getByRole('heading', { level: 1, name: '参与记录' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: '监管区' })).toHaveCount(0)
  const answer = await page.goto('/portal/alliances/coatings/year')
  expect(answer?.status()).toBe(404)
})
