import ExcelJS from 'exceljs'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const registry = '/portal/enterprises'

/** 共 1,284 条 */
async function totalOf(text: string | null): Promise<number> {
  return Number(/共\s*([\d,]+)/.exec(text ?? '')?.[1]?.replaceAll(',', ''))
}

test('an officer finds an enterprise, opens it, looks at a number and takes the list away', async ({ page }) => {
  await signInAs(page, 'officer@demo.test', registry)
  await page.getByRole('link', { name: '企业台账' }).first().waitFor()

  const total = await test.step('the filters narrow the list down, and the address says how', async () => {
    const filters = page.getByRole('search')
    await filters.getByLabel('监管区').selectOption({ label: '金山区' })
    await filters.getByLabel('所属联盟').selectOption('coatings')
    await page.getByRole('button', { name: '查询' }).click()
    await page.waitForURL(/jurisdiction=310116&alliance=coatings/)
    const rows = page.locator('tbody tr')
    expect(await rows.filter({ hasText: '金山区' }).count()).toBe(await rows.count())
    const heads = await page.locator('thead th').allTextContents()
    const cells = page.locator(`tbody td:nth-child(${heads.findIndex((head) => head.startsWith('许可证')) + 1})`)
    for (const text of await cells.allTextContents()) expect(text).toMatch(/^(有效|将到期|已过期|未填到期日|—)$/)
    return totalOf(await page.getByText(/共\s*[\d,]+\s*条/).textContent())
  })

  await test.step('the export has as many rows as the list says', async () => {
    const href = (await page.getByRole('link', { name: '导出 Excel' }).getAttribute('href')) ?? ''
    const answer = await page.request.get(href)
    expect(answer.status()).toBe(200)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await answer.body()) as unknown as ExcelJS.Buffer)
    expect(workbook.worksheets[0]?.rowCount).toBe(total + 1)
  })

  await test.step('the search takes pinyin initials', async () => {
    await page.getByLabel('查找').fill('yftl')
    await page.getByRole('button', { name: '查询' }).click()
    await page.waitForURL(/q=yftl/)
    await page.getByRole('link', { name: '上海沅沣涂料有限公司' }).click()
    await page.waitForURL(/enterprises\/[0-9a-f-]{36}$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('上海沅沣涂料有限公司')
  })

  await test.step('a number is masked until somebody asks for it', async () => {
    await expect(page.getByText(/199\d{8}/)).toHaveCount(0)
    await page.getByRole('button', { name: '显示主要负责人的电话号码' }).click()
    await expect(page.getByText(/199\d{8}/)).toBeVisible()
  })

  await test.step('a correction stands in the history with its reason', async () => {
    await page.getByRole('link', { name: '更正', exact: true }).click()
    await page.waitForURL(/correct$/)
    await page.getByLabel('详细地址').fill('上海市金山区更正路 8 号')
    await page.getByLabel('更正原因').fill('企业来函，附营业执照')
    await page.getByRole('button', { name: '保存更正' }).click()
    await page.waitForURL(/enterprises\/[0-9a-f-]{36}$/)
    await expect(page.getByText('企业来函，附营业执照')).toBeVisible()
    await expect(page.getByText('上海市金山区更正路8号').first()).toBeVisible()
  })
})

test('a district official sees only what it supervises, and corrects nothing', async ({ page }) => {
  await signInAs(page, 'jinshan@demo.test', registry)
  await expect(page.getByRole('search').getByLabel('监管区')).toHaveCount(0)
  const own = await totalOf(await page.getByText(/共\s*[\d,]+\s*条/).textContent())
  expect(own).toBeGreaterThan(0)
  await page.goto(`${registry}?jurisdiction=310120`)
  await expect(page.getByText('没有符合条件的记录')).toBeVisible()
  await page.goto(registry)
  await page.locator('tbody a').first().click()
  await page.waitForURL(/enterprises\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { name: '变更记录' })).toBeVisible()
  await expect(page.getByRole('link', { name: '更正', exact: true })).toHaveCount(0)
  expect((await page.goto(`${page.url()}/correct`))?.status()).toBe(404)
})

for (const account of ['member@demo.test', 'insurer@demo.test']) {
  test(`${account} finds no registry and takes nothing away`, async ({ page }) => {
    await signInAs(page, account)
    await expect(page.getByRole('link', { name: '企业台账' })).toHaveCount(0)
    expect((await page.goto(registry))?.status()).toBe(404)
    expect((await page.request.get('/api/enterprises/export.xlsx')).status()).toBe(404)
    expect((await page.request.get('/api/enterprises/template.xlsx')).status()).toBe(404)
  })
}

test('an enterprise reads its own entry', async ({ page }) => {
  await signInAs(page, 'member@demo.test')
  await page.getByRole('link', { name: '企业信息' }).click()
  await page.waitForURL(/enterprises\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { name: '许可证' })).toBeVisible()
  await expect(page.getByRole('link', { name: '更正', exact: true })).toHaveCount(0)
})
