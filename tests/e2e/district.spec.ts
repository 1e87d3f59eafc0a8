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

/** What A4 leaves between the margins of the style sheet, at 96 dpi. */
const paper = { width: 688, height: 990 }

test('the report prints clean on A4: the whole jurisdiction, what it is about, and nothing to press', async ({
  page,
}) => {
  await signInAs(page, 'jinshan@demo.test')
  await page.goto(report)
  const total = Number(/共\s*([\d,]+)/.exec((await page.getByText(/共\s*[\d,]+\s*条/).textContent()) ?? '')?.[1])
  expect(total).toBeGreaterThan(await page.locator('tbody tr').count())

  await test.step('a page that lists a part says so on paper, and its button prints the whole', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText(`本页只列出 50 家，共 ${total} 家企业`)).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '')
    })
    await page.reload()
    await page.getByRole('link', { name: '打印' }).click()
    await page.waitForURL(/rows=all$/)
    await expect(page.locator('html[data-printed]')).toBeAttached()
    await expect(page.locator('tbody tr')).toHaveCount(total)
  })

  await page.setViewportSize(paper)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await test.step('it says what it is', async () => {
    await expect(page.getByText('参与情况 · 2026年')).toBeVisible()
    await expect(page.getByText('范围：金山区 · 全部联盟')).toBeVisible()
    await expect(page.getByText('参与率 = 有效参加 ÷ 应参加').first()).toBeVisible()
    await expect(page.getByText(/^打印于/)).toBeVisible()
  })

  await test.step('nothing on it can only be pressed', async () => {
    for (const role of ['navigation', 'search', 'button', 'combobox'] as const)
      await expect(page.getByRole(role), role).toHaveCount(0)
    for (const name of ['导出 Excel', '计算方法']) await expect(page.getByText(name)).toBeHidden()
  })

  await test.step('nothing is cut, and it is dark on white whatever the screen is', async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(paper.width)
    const table = await page.getByRole('table').boundingBox()
    expect((table?.x ?? 0) + (table?.width ?? Infinity)).toBeLessThanOrEqual(paper.width)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(sheets).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12]/)
    // Some forty lines on a sheet: more sheets than that would be white.
    const count = sheets.match(/\/Type \/Page\b/g)?.length ?? Infinity
    expect(count).toBeLessThanOrEqual(1 + Math.ceil(total / 35))
  })
})

test('the matrix of the city fits one sheet, in figures that need no colour', async ({ page }) => {
  await signInAs(page, 'municipal@demo.test')
  await page.goto('/portal/reports?year=2026&view=matrix')
  await page.emulateMedia({ media: 'print' })
  const colours = await page
    .locator('tbody td')
    .evaluateAll((cells) => [...new Set(cells.map((cell) => getComputedStyle(cell).color))])
  expect(colours.length).toBe(1)
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(sheets.match(/\/Type \/Page\b/g)?.length).toBe(1)
})

test('an enterprise prints its own line and no other enterprise', async ({ page }) => {
  await signInAs(page, 'member@demo.test')
  await page.goto(`${report}&rows=all`)
  await page.setViewportSize(paper)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('参与记录 · 2026年')).toBeVisible()
  await expect(page.getByText('参与率 = 有效参加 ÷ 应参加').first()).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  const names = (await page.getByRole('main').innerText()).match(/\S*有限公司\S*/g)
  expect(new Set(names)).toEqual(new Set(['上海沅沣涂料有限公司']))
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
})
