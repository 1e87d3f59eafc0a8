import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

test.describe.configure({ mode: 'serial' })

const minutes = '交流会纪要（故事）.pdf'
const paper = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

let activity = ''
let file = ''

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('a coordinator uploads the minutes of what was held; what is wrong is said and the choice stays', async ({
    page,
  }) => {
    await signInAs(page, 'insurer@demo.test', '/portal/activities?state=CLOSED&kind=EXCHANGE_MEETING&alliance=coatings')
    await page
      .getByRole('link', { name: /交流会/ })
      .first()
      .click()
    await page.waitForURL(/\/portal\/activities\/[0-9a-f-]{36}$/)
    activity = new URL(page.url()).pathname
    await page.getByRole('radio', { name: '纪要' }).check()

    const choose = page.getByLabel('上传文件')
    const disguised = { name: '纪要.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>1</script>') }
    await choose.setInputFiles(disguised)
    await page.getByRole('button', { name: '上传', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: '文件扩展名与内容不符' })).toBeVisible()
    await expect(page.getByRole('radio', { name: '纪要' })).toBeChecked()
    await choose.setInputFiles({ name: '空.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) })
    await page.getByRole('button', { name: '上传', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: '这个文件是空的' })).toBeVisible()

    await choose.setInputFiles({ name: minutes, mimeType: 'application/pdf', buffer: paper })
    await page.getByRole('button', { name: '上传', exact: true }).click()
    const link = page.getByRole('link', { name: minutes })
    await expect(link).toBeVisible()
    file = (await link.getAttribute('href')) ?? ''

    await test.step('removing it can be undone', async () => {
      await page.getByRole('listitem').filter({ hasText: minutes }).getByRole('button', { name: '移除' }).click()
      await expect(link).toHaveCount(0)
      await page.getByRole('button', { name: '撤销' }).click()
      await expect(link).toBeVisible()
    })
  })
})

test('a member downloads them and cannot bring any; another insurer finds nothing there', async ({ page }) => {
  await signInAs(page, 'member@demo.test', activity)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: minutes }).click(),
  ])
  expect(download.suggestedFilename()).toBe(minutes)
  await expect(page.getByLabel('上传文件')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '移除' })).toHaveCount(0)

  await page.context().clearCookies()
  await signInAs(page, 'insurer2@demo.test')
  expect((await page.request.get(file)).status()).toBe(404)
  expect((await page.goto(activity))?.status()).toBe(404)
})

const title = '喷漆房可燃气体联锁（故事）'
let topic = ''

test('a coordinator adds a topic, plans a milestone and reports', async ({ page }) => {
  await signInAs(page, 'insurer@demo.test', '/portal/alliances/coatings/topics')
  await page.getByRole('link', { name: '新增课题' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '课题名称' })).toBeVisible()
  await page.getByLabel('课题名称').fill(title)
  await page.getByLabel('承担企业').selectOption({ index: 1 })
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/\/topics\/[0-9a-f-]{36}$/)
  topic = new URL(page.url()).pathname

  await page.getByLabel('节点内容').fill('完成现状摸底')
  await page.getByLabel('计划日期').fill('2026-12-20')
  await page.getByRole('button', { name: '增加节点' }).click()
  await expect(page.getByRole('heading', { name: '节点（已完成 0/1）' })).toBeVisible()

  await page.getByRole('link', { name: '报告进展' }).click()
  await page.getByLabel('进展情况').fill('已走访 12 家，下月形成清单')
  await page.getByRole('radio', { name: '完成' }).check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('还有节点没有完成').first()).toBeVisible()
  await page.getByRole('radio', { name: '进行' }).check()
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL((url) => url.pathname === topic)
  await expect(page.getByText('已走访 12 家，下月形成清单').first()).toBeVisible()

  await page.getByText('登记完成').first().click()
  await page.getByRole('button', { name: '登记完成' }).click()
  await expect(page.getByRole('heading', { name: '节点（已完成 1/1）' })).toBeVisible()
  await expect(page.getByText('完成节点“完成现状摸底”', { exact: false })).toBeVisible()
})

test('of two who report the second one sees the first one’s words, and chooses', async ({ page, browser, baseURL }) => {
  await signInAs(page, 'insurer@demo.test', `${topic}/progress`)
  const other = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(other, 'officer@demo.test', `${topic}/progress`)
  await other.getByLabel('进展情况').fill('市局的说法')
  await other.getByRole('button', { name: '保存' }).click()
  await other.waitForURL((url) => url.pathname === topic)
  await other.close()

  await page.getByLabel('进展情况').fill('承保机构的说法')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('cell', { name: '市局的说法' })).toBeVisible()
  await expect(page.getByLabel('进展情况')).toHaveValue('承保机构的说法')
  await page.getByRole('button', { name: '仍用我填写的内容保存' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.waitForURL((url) => url.pathname === topic)
  await expect(page.getByText('市局的说法')).toBeVisible()
  await expect(page.getByText('承保机构的说法').first()).toBeVisible()
})

test('a member reads the topic and finds no forms; another insurer finds no topic', async ({ page }) => {
  await signInAs(page, 'member@demo.test', topic)
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await expect(page.getByRole('link', { name: '报告进展' })).toHaveCount(0)
  await expect(page.getByLabel('节点内容')).toHaveCount(0)
  expect((await page.goto(`${topic}/progress`))?.status()).toBe(404)

  await page.context().clearCookies()
  await signInAs(page, 'insurer2@demo.test')
  expect((await page.goto(topic))?.status()).toBe(404)
  expect((await page.goto('/portal/alliances/coatings/topics/new'))?.status()).toBe(404)
})
