import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

const registry = '/portal/enterprises?state=OPEN&jurisdiction=310116&alliance=coatings'

/** 共 1,284 条 */
const totalIn = (text: string | null) => Number(/共\s*([\d,]+)/.exec(text ?? '')?.[1]?.replaceAll(',', ''))

test('an officer makes two entries of one enterprise one, and takes it back', async ({ page }) => {
  await signInAs(page, 'municipal@demo.test', registry)
  const links = page.locator('tbody a')
  await links.first().waitFor()
  const total = totalIn(await page.getByText(/共\s*[\d,]+\s*条/).textContent())
  const named = await Promise.all(
    [1, 2].map(async (row) => ({
      name: (await links.nth(row).textContent())?.trim() ?? '',
      id: ((await links.nth(row).getAttribute('href')) ?? '').split('/').at(-1) ?? '',
    })),
  )
  const [kept = { name: '', id: '' }, gone = { name: '', id: '' }] = named

  await test.step('the same address makes them a suspected pair', async () => {
    for (const { id } of named) {
      await page.goto(`/portal/enterprises/${id}/correct`)
      await page.getByLabel('详细地址').fill('上海市金山区合并路 51 号 3 幢')
      await page.getByLabel('更正原因').fill('现场核实')
      await page.getByRole('button', { name: '保存更正' }).click()
      await page.waitForURL(/enterprises\/[0-9a-f-]{36}$/)
    }
    await page.goto('/portal/enterprises/duplicates')
    const pair = page.getByRole('row').filter({ hasText: kept.name }).filter({ hasText: gone.name })
    await pair.getByRole('link', { name: '对照' }).click()
    await page.waitForURL(/duplicates\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/)
    await page.getByRole('link', { name: '合并为一条' }).click()
    await page.waitForURL(/merge$/)
  })

  await test.step('the preview says what moves, and merging needs grounds and a tick', async () => {
    await page.getByRole('link', { name: `保留“${kept.name}”` }).click()
    await page.waitForURL(new RegExp(`keep=${kept.id}`))
    await expect(page.getByRole('row').filter({ hasText: '联盟成员' })).toBeVisible()
    await expectNoBarrier(page)
    await page.getByRole('button', { name: '合并为一条' }).click()
    await expect(page.getByText('请核对后勾选').first()).toBeVisible()
    await page.getByLabel('依据').fill('同一厂区，同一法人')
    await page.getByLabel('已核对上述内容，确认是同一家企业').check()
    await page.getByRole('button', { name: '合并为一条' }).click()
    await page.waitForURL(new RegExp(`enterprises/${kept.id}$`))
  })

  await test.step('one entry is left in the registry, and the other one leads to it', async () => {
    await expect(page.getByRole('heading', { name: '合并记录' })).toBeVisible()
    await page.goto(registry)
    expect(totalIn(await page.getByText(/共\s*[\d,]+\s*条/).textContent())).toBe(total - 1)
    await page.goto(`/portal/enterprises/${gone.id}`)
    await page.getByText('已并入').getByRole('link', { name: kept.name }).click()
    await page.waitForURL(new RegExp(`enterprises/${kept.id}$`))
  })

  await test.step('undoing brings it back', async () => {
    await page.getByRole('button', { name: '撤销合并' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤销合并' }).click()
    await expect(page.getByRole('cell', { name: /撤销$/ })).toBeVisible()
    await page.goto(registry)
    expect(totalIn(await page.getByText(/共\s*[\d,]+\s*条/).textContent())).toBe(total)
  })
})
