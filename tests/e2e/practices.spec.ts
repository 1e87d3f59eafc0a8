import type { Page } from '@playwright/test'
import { expectNoBarrier } from './support/barriers'
import { lookThrough, plainPages, practicePages, type Find } from './support/look-through'
import { expect, test } from './support/portal'
import { signInAs } from './support/sign-in'

test.describe.configure({ mode: 'serial' })

/** Words that stand nowhere else in the city; each of them must be gone in the end. */
const said = {
  title: '搅拌釜联锁旁路管理（故事）',
  text: '旁路审批由独见词壬癸双人确认',
  file: '旁路台账独见词子丑.txt',
  bytes: '独见词寅卯：台账第一行',
  comment: '请补充独见词辰巳的投入',
  outcome: '独见词午未：误动作减少一半',
}
const words = Object.values(said)
const part = said.title.slice(0, 4)

const sections = ['问题', '做法', '成效', '投入', '适用条件和局限']
const box = (page: Page, name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`) })

let practice = ''
let file = ''

const paste = (page: Page, html: string) =>
  page.evaluate((markup) => {
    const data = new DataTransfer()
    data.setData('text/html', markup)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, html)

test('a member writes a draft that saves itself, whatever is pasted into it', async ({ page, context }) => {
  await signInAs(page, 'member@demo.test', '/portal/practices')
  await page.getByRole('link', { name: '写经验做法' }).click()
  await page.waitForURL(/\/portal\/practices\/new$/)
  await page.getByLabel('名称', { exact: true }).fill('草拟的名称')
  await page.getByRole('button', { name: '开始编写' }).click()
  await page.waitForURL(/\/portal\/practices\/[0-9a-f-]{36}\/edit$/)
  practice = new URL(page.url()).pathname.replace(/\/edit$/, '')
  await page.getByRole('checkbox', { name: '变更管理' }).check()
  for (const section of sections) await box(page, section).fill(`${section}：${said.text}`)

  await box(page, '做法').click()
  await page.keyboard.press('ControlOrMeta+End')
  await paste(
    page,
    '<p onclick="alert(1)">粘贴的<b>粗体</b><script>window.ran = 1</script><img src="x" onerror="window.ran = 1"><a href="javascript:window.ran = 1">链接</a><svg onload="window.ran = 1"/></p>',
  )
  await expect(box(page, '做法')).toContainText('粘贴的粗体链接')
  await expect(page.getByText(/^已保存/)).toBeVisible()

  await test.step('a second tab is told, shown both, and what was typed stays', async () => {
    const second = await context.newPage()
    await second.goto(`${practice}/edit`)
    await expect(box(second, '问题')).toContainText(said.text)
    await second.getByLabel('名称', { exact: true }).fill('另一个窗口的名称')
    await expect(second.getByText(/^已保存/)).toBeVisible()
    await page.getByLabel('名称', { exact: true }).fill(said.title)
    const both = page.getByRole('region', { name: /改过/ })
    await expect(both).toContainText('另一个窗口的名称')
    await expect(both).toContainText(said.title)
    await expectNoBarrier(page)
    await page.getByRole('button', { name: '保留我填写的' }).click()
    await expect(both).toHaveCount(0)
    await expect(page.getByText(/^已保存/)).toBeVisible()
    await second.close()
  })

  await page.reload()
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue(said.title)
  await expect(box(page, '做法').locator('strong')).toHaveText('粗体')
  expect(await box(page, '做法').locator('img, script, svg, a, [onclick]').count()).toBe(0)
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
})

test('its files are what they say, and the yes is said with the checklist', async ({ page }) => {
  await signInAs(page, 'member@demo.test', `${practice}/edit`)
  const choose = page.getByLabel('选择文件')
  const upload = page.getByRole('button', { name: '上传', exact: true })
  const page1 = Buffer.from('<!doctype html><script>1</script>')
  await choose.setInputFiles({ name: '../../现场.png', mimeType: 'image/png', buffer: page1 })
  await upload.click()
  await expect(page.getByRole('alert').filter({ hasText: '文件扩展名与内容不符' })).toBeVisible()
  await choose.setInputFiles({ name: said.file, mimeType: 'text/plain', buffer: Buffer.from(said.bytes) })
  await upload.click()
  await expect(page.getByText(said.file)).toBeVisible()
  await page.getByRole('button', { name: '保存并查看' }).click()
  await page.waitForURL((url) => url.pathname === practice)
  await page.getByRole('link', { name: '确认分享范围' }).click()
  await page.getByRole('radio', { name: /^公开/ }).check()
  await page.getByRole('button', { name: '同意分享' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '四项' })).toBeVisible()
  await expect(page.getByRole('radio', { name: /^公开/ })).toBeChecked()
  for (const check of await page.getByRole('checkbox').all()) await check.check()
  await page.getByRole('button', { name: '同意分享' }).click()
  await page.waitForURL((url) => url.pathname === practice)
  await expect(page.getByText('审核中').first()).toBeVisible()
})

const review = async (page: Page, verdict: '通过' | '退回修改', comment: string) => {
  await signInAs(page, 'insurer@demo.test', '/portal/practices/reviews')
  await page.getByRole('link', { name: said.title }).click()
  await page.getByRole('link', { name: '审核', exact: true }).click()
  await page.getByRole('radio', { name: verdict }).check()
  if (comment !== '') await page.getByLabel('说明').fill(comment)
  await page.getByRole('button', { name: '提交' }).click()
  await page.waitForURL(/\/portal\/practices\/reviews$/)
}

test('the coordinator returns it, the member sends it again, and it is approved', async ({ page }) => {
  await review(page, '退回修改', said.comment)
  await page.context().clearCookies()
  await signInAs(page, 'member@demo.test', practice)
  await expect(page.getByText(said.comment)).toBeVisible()
  await page.getByRole('button', { name: '修改后再送' }).click()
  await page.waitForURL(/\/edit$/)
  await page.getByRole('button', { name: '添加一行' }).click()
  await page.getByLabel('指标').fill('误动作')
  await page.getByLabel('实施前').fill('12')
  await page.getByLabel('实施后').fill('5')
  await page.getByRole('button', { name: '保存并查看' }).click()
  await page.waitForURL((url) => url.pathname === practice)
  await page.getByRole('link', { name: '与第 1 版比较' }).click()
  await expect(page.locator('ins').filter({ hasText: '误动作' })).toBeVisible()
  await expectNoBarrier(page)
  await page.goto(`${practice}/consent`)
  await page.getByRole('radio', { name: /^公开/ }).check()
  for (const check of await page.getByRole('checkbox').all()) await check.check()
  await page.getByRole('button', { name: '同意分享' }).click()
  await page.waitForURL((url) => url.pathname === practice)
  await page.context().clearCookies()
  await review(page, '通过', '')
})

test('the bureau makes it public, another firm uses it, and the owner sees who opened it', async ({ page }) => {
  await signInAs(page, 'officer@demo.test', '/portal/practices/reviews')
  await page.getByRole('link', { name: said.title }).click()
  await page.getByRole('button', { name: '向社会公开' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await expect(page.getByText('已向社会公开').first()).toBeVisible()

  await page.context().clearCookies()
  await page.goto('/practices')
  await page.getByRole('link', { name: said.title }).click()
  await expect(page.getByText(said.text).first()).toBeVisible()
  file = (await page.getByRole('link', { name: said.file }).getAttribute('href')) ?? ''

  await signInAs(page, 'lead@demo.test', practice)
  await page.getByLabel('用下来怎么样').fill(said.outcome)
  await page.getByRole('button', { name: '登记在用' }).click()
  await expect(page.getByText('1 家企业在用')).toBeVisible()

  await page.context().clearCookies()
  await signInAs(page, 'member@demo.test', `${practice}/readers`)
  await expect(page.getByRole('table').getByText('查看正文').first()).toBeVisible()
})

const accounts = [
  '',
  'municipal@demo.test',
  'officer@demo.test',
  'jinshan@demo.test',
  'scip@demo.test',
  'insurer@demo.test',
  'insurer2@demo.test',
  'lead@demo.test',
  'member@demo.test',
  'station@demo.test',
]

/** Who goes through every page besides; each page as each kind of actor is asked for in tests/built/surface.test.ts. */
const goEverywhere = ['', 'municipal@demo.test', 'member@demo.test']

/** Where each of the words must be found as long as it may be read, so that a search that sees nothing is not taken for peace. */
const places: [account: string, find: () => Find][] = [
  ['', () => ({ path: '/', word: said.title })],
  ['', () => ({ path: '/practices', word: said.title })],
  ['', () => ({ path: practice.replace('/portal', ''), word: said.text })],
  ['', () => ({ path: practice.replace('/portal', ''), word: said.file })],
  ['', () => ({ path: file, word: said.bytes })],
  ['officer@demo.test', () => ({ path: '/api/practices/export.xlsx', word: said.title })],
  ['jinshan@demo.test', () => ({ path: `/api/search?q=${encodeURIComponent(part)}`, word: said.title })],
  ['scip@demo.test', () => ({ path: `/portal/search?q=${encodeURIComponent(part)}`, word: said.title })],
  ['station@demo.test', () => ({ path: practice, word: said.outcome })],
  ['member@demo.test', () => ({ path: `${practice}?version=1`, word: said.comment })],
]

test('withdrawn, it is on no page, list, search, feed, export or file of anybody', async ({ browser, baseURL }) => {
  const open = async (account: string) => {
    const page = await browser.newPage({ baseURL: baseURL ?? '' })
    if (account) await signInAs(page, account)
    return { account, page }
  }
  const people: { account: string; page: Page }[] = []
  for (const account of accounts) people.push(await open(account))
  const pages = practicePages({ practice, file, part })

  await test.step('while it may be read, it is found', async () => {
    const expected = places.map(([account, find]) => ({ account, ...find() }))
    const found = []
    for (const { account, page } of people)
      for (const { path, word } of expected.filter((one) => one.account === account))
        found.push(...(await lookThrough(page.request, [path], [word])).map((one) => ({ account, ...one })))
    expect(found).toEqual(people.flatMap(({ account }) => expected.filter((one) => one.account === account)))
  })

  const owner = people.find(({ account }) => account === 'member@demo.test')?.page
  if (!owner) throw new Error('nobody withdraws it')
  await owner.goto(practice)
  await owner.getByRole('link', { name: '撤回' }).click()
  await owner.getByRole('button', { name: '撤回' }).click()
  await expect(owner.getByRole('heading', { name: '此经验做法已撤回' })).toBeVisible()

  for (const { account, page } of people)
    await test.step(`nothing is left for ${account || 'the public'}`, async () => {
      const everywhere = goEverywhere.includes(account) ? plainPages : []
      expect(await lookThrough(page.request, [...pages, ...everywhere], words)).toEqual([])
    })
})
