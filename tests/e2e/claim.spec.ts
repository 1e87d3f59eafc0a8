import { readFileSync } from 'node:fs'
import { expectNoBarrier } from './support/barriers'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'
import { textOf } from '../activations/pdf-text'

const password = '一句不容易猜到的话 42'

test('a firm comes by its letter, on a phone, names a person and registers; the used code gets nothing', async ({
  page,
  browser,
  baseURL,
}) => {
  await signInAs(page, 'officer@demo.test', '/portal/activations?alliance=coatings&state=NONE')
  await expectNoBarrier(page)
  await page.locator('tbody').getByRole('link').first().click()
  await page.waitForURL(/\/portal\/activations\/[0-9a-f-]{36}/)
  const enterprise = await page.getByRole('heading', { level: 1 }).innerText()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: '发码并打印信函' }).click()
  await page.waitForURL(/\/portal\/tasks$/)
  await page.locator('tbody').getByRole('link').first().click()
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载结果文件' }).click()
  const letter = textOf(readFileSync(await (await saved).path()))
  expect(letter).toContain(enterprise.replace(/（.*$/, ''))
  const code = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.exec(letter)?.[0] ?? ''
  const creditCode = /统一社会信用代码\s*([0-9A-Z]{18})/.exec(letter)?.[1] ?? ''

  const phone = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width: 390, height: 844 } })
  await test.step('the firm scans, names itself and is in', async () => {
    await phone.goto(`/claim?c=${creditCode}#${code}`)
    await expect(phone.getByLabel('激活码')).toHaveValue(code)
    expect(new URL(phone.url()).hash).toBe('')
    await expectNoBarrier(phone)
    await phone.getByRole('button', { name: '下一步' }).click()
    await phone.waitForURL(/\/claim\/person$/)
    await expect(phone.getByText(enterprise.replace(/（.*$/, '')).first()).toBeVisible()
    await expectNoBarrier(phone)
    await phone.getByLabel('姓名').fill('顾海棠')
    await phone.getByLabel('手机号码或电子邮箱').fill('139 1234 0042')
    await phone.getByLabel('主要负责人').check()
    await phone.getByLabel('新密码', { exact: true }).fill(password)
    await phone.getByLabel('再输一遍新密码').fill('两次不一样 42 号')
    await phone.getByRole('button', { name: '激活并登录' }).click()
    await expect(phone.getByText('两次填写的密码不一致').first()).toBeVisible()
    await expect(phone.getByLabel('姓名')).toHaveValue('顾海棠')
    await phone.getByLabel('新密码', { exact: true }).fill(password)
    await phone.getByLabel('再输一遍新密码').fill(password)
    await phone.getByRole('button', { name: '激活并登录' }).click()
    await phone.waitForURL(/\/portal\/enterprises\/[0-9a-f-]{36}\/people$/)
  })

  await test.step('it names a designated person and keeps the letter', async () => {
    await phone.getByLabel('姓名').fill('沈知远')
    await phone.getByRole('textbox', { name: '账号' }).fill('shen.zhiyuan@claim.test')
    await phone.getByRole('button', { name: '授权', exact: true }).click()
    await expect(phone.getByLabel('开通链接')).toBeVisible()
    const row = phone.getByRole('row').filter({ hasText: '沈知远' })
    await row.getByText('上传授权书').click()
    const file = row.getByLabel('沈知远的授权书或任命文件')
    await file.setInputFiles({ name: '授权书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html></html>') })
    await row.getByRole('button', { name: '上传' }).click()
    await expect(row.getByRole('alert')).toBeVisible()
    await file.setInputFiles({ name: '授权书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1') })
    await row.getByRole('button', { name: '上传' }).click()
    await expect(row.getByRole('link', { name: '授权书.pdf' })).toBeVisible()
  })

  await test.step('and registers for the first activity of its alliance', async () => {
    await phone.goto('/portal/activities?period=upcoming')
    await phone.locator('tbody').getByRole('link').first().click()
    await phone.waitForURL(/\/portal\/activities\/[0-9a-f-]{36}/)
    await phone.getByLabel('沈知远').check()
    await phone.getByRole('button', { name: '报名', exact: true }).click()
    await expect(phone.getByText(/^(已报名|候补)/).first()).toBeVisible()
  })

  await test.step('the used code gets nothing, from whomever', async () => {
    const stranger = await browser.newPage({ baseURL: baseURL ?? '' })
    await stranger.goto(`/claim?c=${creditCode}#${code}`)
    await stranger.getByRole('button', { name: '下一步' }).click()
    await expect(stranger.getByText('统一社会信用代码与激活码不符，或者激活码已经使用').first()).toBeVisible()
    await stranger.goto('/claim/person')
    await stranger.waitForURL(/\/claim$/)
    await stranger.close()
  })
  await phone.close()
})
