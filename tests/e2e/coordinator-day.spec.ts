import type { Page } from '@playwright/test'
import { expectNoBarrier } from './support/barriers'
import { planTraining } from './support/plan'
import { expect, test } from './support/portal'
import { signInAs, signInByForm } from './support/sign-in'

const title = '受限空间作业安全培训（故事）'
const enterprise = '上海沅沣涂料有限公司'

test.describe.configure({ mode: 'serial' })

let address = ''
let guest = ''
let answerLink = ''

/** What the report of the quarter says under 已培训 for the enterprise; the city holds no other training in it. */
async function trainedOf(page: Page): Promise<string | null> {
  await page.goto('/portal/reports?year=2026&quarter=4&view=enterprise&alliance=coatings&rows=all')
  const heads = await page.getByRole('columnheader').allTextContents()
  const at = heads.findIndex((head) => head.startsWith('已培训'))
  return page.getByRole('row').filter({ hasText: enterprise }).getByRole('cell').nth(at).textContent()
}

test('a coordinator plans a training, fills in the draft, counts its audience and publishes it', async ({
  page,
  browser,
  baseURL,
}) => {
  address = await test.step('the plan of the year makes the draft', () => planTraining(page, title))

  await test.step('the draft is a list of tasks', async () => {
    await page.getByRole('link', { name: '填写和发布' }).click()
    await page.getByRole('link', { name: '基本信息' }).click()
    await page.getByLabel('地点').fill('漕泾镇会议中心')
    await page.getByRole('button', { name: '保存并继续' }).click()
    await page.waitForURL(`**${address}/setup`)
    await page.getByRole('link', { name: '邀请范围' }).click()
    const count = page.getByText(/^[\d,]+ 人，[\d,]+ 家成员单位$/)
    const all = await count.textContent()
    await page.getByRole('checkbox', { name: '只邀请本年度尚未参加培训的企业' }).check()
    await expect(count).not.toHaveText(all ?? '')
    await page.getByRole('checkbox', { name: '只邀请本年度尚未参加培训的企业' }).uncheck()
    await expect(count).toHaveText(all ?? '')
    await page.getByRole('button', { name: '保存并继续' }).click()
    await page.waitForURL(`**${address}/setup`)
    await page.getByRole('link', { name: '核对与发布' }).click()
    await expect(page.getByText(`将通知 ${(all ?? '').split(' ')[0]} 人`)).toBeVisible()
    await page.getByRole('button', { name: '发布并通知' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
    await page.waitForURL(`**${address}`)
    await expect(page.getByText('已发布').first()).toBeVisible()
  })
  expect(await trainedOf(page)).toBe('否')

  await test.step('a person of another member is asked, and has a link of their own', async () => {
    await page.goto(`${address}/invitations`)
    const row = page.getByRole('row').filter({ hasText: '未答复' }).filter({ hasNotText: enterprise }).first()
    guest = ((await row.getByRole('cell').first().textContent()) ?? '').trim()
    answerLink = (await row.getByRole('link', { name: '打开' }).getAttribute('href')) ?? ''
  })

  const other = await browser.newPage({ baseURL: baseURL ?? '' })
  await signInAs(other, 'insurer2@demo.test')
  for (const part of ['', '/edit', '/setup', '/audience', '/cancel', '/projector', '/door', '/check-in'])
    expect((await other.goto(`${address}${part}`))?.status(), part).toBe(404)
  await other.close()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('a guest answers by the link of the notice', async ({ page }) => {
    await page.goto(answerLink)
    await page.getByRole('button', { name: '我参加' }).click()
    await expect(page.getByText(`${guest} 已报名`)).toBeVisible()
  })

  test('an enterprise registers, and checks in with the code of the moment; the desk lets in who has none', async ({
    page,
    browser,
    baseURL,
    clock,
  }) => {
    // By the form: a session that another story keeps may have begun later than this one's day.
    await signInByForm(page, 'member@demo.test', address)
    await page.getByRole('group', { name: '参加人' }).getByRole('checkbox').first().check()
    await page.getByRole('button', { name: '报名', exact: true }).click()
    await expect(page.getByText('已报名').first()).toBeVisible()

    clock.set('2026-12-10T05:20:00Z')
    const hall = await browser.newPage({ baseURL: baseURL ?? '' })
    await signInAs(hall, 'insurer@demo.test', `${address}/door?q=${encodeURIComponent(guest)}`)
    const expected = hall.getByRole('listitem').filter({ hasText: guest }).filter({ hasText: '已报名' })
    await expected.getByRole('button', { name: /^签到/ }).click()
    await expect(expected.getByText('13:20 已签到')).toBeVisible()
    await hall.goto(`${address}/projector`)
    const code = (await hall.locator('p.font-mono').textContent()) ?? ''
    await hall.close()

    await page.goto('/c/now')
    await page.getByLabel('签到码').fill(code)
    await page.getByRole('button', { name: '下一步' }).click()
    await expect(page.getByText('已确认您于 13:20 到场')).toBeVisible()
    await expectNoBarrier(page)
    // Two weeks have passed since it signed in.
    await page.getByRole('link', { name: '登录并签到' }).click()
    await page.getByLabel('账号').fill('member@demo.test')
    await page.getByLabel('密码').fill('Demo-2026!')
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByText(enterprise)).toBeVisible()
    await expectNoBarrier(page)
    await page.getByRole('button', { name: '确认签到' }).click()
    await expect(page.getByRole('heading', { name: '签到成功' })).toBeVisible()
    await expectNoBarrier(page)
    await expect(page.getByText('计入参与', { exact: true })).toBeVisible()
  })
})

test('held and closed, the report says that the enterprise is trained', async ({ page, clock }) => {
  clock.set('2026-12-10T08:40:00Z')
  await signInAs(page, 'insurer@demo.test', address)
  await page.getByRole('button', { name: '确认已举办' }).click()
  await page.getByRole('button', { name: '办结' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '办结' }).click()
  await expect(page.getByText('已办结').first()).toBeVisible()
  expect(await trainedOf(page)).toBe('是')

  await test.step('its district reads the same, and the training stands in the list behind the figure', async () => {
    await page.context().clearCookies()
    await signInAs(page, 'jinshan@demo.test')
    expect(await trainedOf(page)).toBe('是')
    await page.goto('/portal/reports/list?year=2026&quarter=4&alliance=coatings&measure=byMandate')
    await expect(page.getByRole('row').filter({ hasText: title }).filter({ hasText: enterprise })).toHaveCount(1)
  })
})

test('the minutes are written, a common problem goes to the members, and the service stands in the ledger', async ({
  page,
  browser,
  baseURL,
  clock,
}) => {
  clock.set('2026-12-10T08:50:00Z')
  await signInAs(page, 'insurer@demo.test', `${address}/minutes`)
  await page.getByRole('textbox', { name: '纪要' }).fill('讲解受限空间作业票证和气体检测，并现场演练。')
  await page.getByRole('button', { name: '保存纪要' }).click()
  await page.waitForURL(`**${address}`)
  await expect(page.getByText('讲解受限空间作业票证和气体检测，并现场演练。')).toBeVisible()

  await page.goto('/portal/alliances/coatings/problems?year=2026')
  await page.getByRole('link', { name: '登记共性问题' }).click()
  await page.getByLabel('问题名称').fill('气体检测仪未按期检定（故事）')
  await page.getByLabel('发现的问题').fill('多家企业的气体检测仪超过检定周期')
  await page.getByLabel('整改建议').fill('清点在用仪器，送检或更换')
  await page.getByLabel('来源活动').selectOption({ label: title })
  await page.getByLabel('应完成日期').fill('2026-12-25')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.waitForURL(/\/portal\/problems\/[0-9a-f-]{36}$/)
  await page.getByRole('button', { name: '下发', exact: true }).click()
  await expect(page.getByText('已下发').first()).toBeVisible()

  const member = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width: 390, height: 844 } })
  await signInAs(member, 'member@demo.test', new URL(page.url()).pathname)
  await expect(member.getByText('清点在用仪器，送检或更换')).toBeVisible()
  await member.goto(address)
  await member.getByRole('button', { name: '确认服务记录' }).click()
  await expect(member.getByText(/代表本单位确认了这次服务/)).toBeVisible()
  await member.goto('/portal/services')
  await expect(member.getByText(title).first()).toBeVisible()
  await member.close()

  await page.goto('/portal/services')
  const served = page.getByRole('row').filter({ hasText: title })
  await expect(served).toContainText('2 家 2 人')
  await expect(served).toContainText('1/2')
})

test('what was decided and given out is reported by its owner and confirmed', async ({
  page,
  browser,
  baseURL,
  clock,
}) => {
  clock.set('2026-12-10T09:00:00Z')
  const text = '报送静电检测报告（故事）'
  await signInAs(page, 'insurer@demo.test', address)
  await page.locator('summary', { hasText: '记录决定' }).click()
  await page.getByRole('textbox', { name: '决定内容' }).fill('各单位年内完成检测')
  await page.getByRole('button', { name: '记录决定' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '各单位年内完成检测' })).toBeVisible()
  await page.locator('summary', { hasText: '新增事项' }).click()
  const give = page.getByRole('group').filter({ has: page.getByRole('button', { name: '新增事项' }) })
  await give.getByRole('textbox', { name: '事项', exact: true }).fill(text)
  await give.getByRole('combobox', { name: '依据的决定' }).selectOption({ label: '1 各单位年内完成检测' })
  await give.getByRole('combobox', { name: '承办单位' }).selectOption({ label: enterprise })
  await give.getByLabel('应完成日期').fill('2026-12-20')
  await give.getByRole('button', { name: '新增事项' }).click()
  const item = page.getByRole('listitem').filter({ hasText: text })
  await expect(item).toBeVisible()

  const owner = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width: 390, height: 844 } })
  await signInAs(owner, 'member@demo.test', '/portal')
  const own = owner.getByRole('listitem').filter({ hasText: text })
  await own.getByRole('link').click()
  await owner.locator('summary', { hasText: '报告完成' }).click()
  await owner.getByRole('textbox', { name: '完成情况' }).fill('报告编号 2026-118 已送达')
  await owner.getByRole('button', { name: '报告完成' }).click()
  await expect(owner.getByRole('listitem').filter({ hasText: text })).toContainText('待确认')
  await expectNoBarrier(owner)
  await owner.close()

  await page.goto('/portal')
  await page.getByRole('listitem').filter({ hasText: text }).getByRole('link').click()
  await item.getByRole('button', { name: '确认完成' }).click()
  await expect(item).toContainText('已完成')
  await expectNoBarrier(page)
})

test('who was there gets a certificate that anybody can verify, until it is revoked', async ({
  page,
  browser,
  baseURL,
  clock,
}) => {
  clock.set('2026-12-10T09:10:00Z')
  await signInAs(page, 'insurer@demo.test', `${address}/certificates`)
  await expect(page.getByRole('spinbutton', { name: '学时' })).toHaveValue('3')
  await page.getByRole('spinbutton', { name: '有效月数' }).fill('12')
  await expectNoBarrier(page)
  await page.getByRole('button', { name: '发放证书' }).click()
  const row = page.getByRole('row').filter({ hasText: enterprise })
  await expect(row).toContainText('有效')
  const download = page.waitForEvent('download')
  await row.getByRole('link', { name: '下载' }).click()
  expect((await download).suggestedFilename()).toMatch(/^培训证书 PX2026-\w+-00[12]\.pdf$/)
  const verify = (await row.getByRole('link', { name: '核验' }).getAttribute('href')) ?? ''

  const anybody = await browser.newPage({ baseURL: baseURL ?? '' })
  await anybody.goto(verify)
  await expect(anybody.getByText('这张证书有效')).toBeVisible()
  await expect(anybody.getByText(title)).toBeVisible()
  await expectNoBarrier(anybody)

  await row.getByRole('link', { name: '撤销' }).click()
  await page.getByRole('textbox', { name: '撤销原因' }).fill('冒名顶替')
  await expectNoBarrier(page)
  await page.getByRole('button', { name: '撤销证书' }).click()
  await expect(row).toContainText('已撤销')
  await anybody.reload()
  await expect(anybody.getByText(/^这张证书已于 2026.*撤销：冒名顶替$/)).toBeVisible()
  await anybody.close()
})

test('who was there answers the quiz on a phone, and says what they thought', async ({
  page,
  browser,
  baseURL,
  clock,
}) => {
  clock.set('2026-12-10T09:20:00Z')
  await signInAs(page, 'insurer@demo.test', `${address}/quiz/write`)
  await page.getByRole('radio', { name: '判断' }).check()
  await page.getByRole('textbox', { name: '题干' }).fill('受限空间可以单人作业')
  await page.getByRole('radio', { name: '错误' }).check()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '开放答题' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '开放答题' }).click()
  await expect(page.getByText('答题中')).toBeVisible()

  const phone = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width: 390, height: 844 } })
  await signInAs(phone, 'member@demo.test', `${address}/quiz`)
  await phone.getByRole('button', { name: '开始答题' }).click()
  await phone.getByRole('button', { name: '交卷' }).click()
  await expect(phone.getByRole('alert').first()).toContainText('请作答此题')
  await phone.getByRole('radio', { name: '错误' }).check()
  await expectNoBarrier(phone)
  await phone.getByRole('button', { name: '交卷' }).click()
  await expect(phone.getByText('100 分')).toBeVisible()

  await phone.goto(address)
  for (const question of ['内容', '组织', '收获'])
    await phone.getByRole('group', { name: question, exact: true }).getByRole('radio', { name: '5 很好' }).check()
  await expectNoBarrier(phone)
  await phone.getByRole('button', { name: '提交评价' }).click()
  await expect(phone.getByRole('button', { name: '修改评价' })).toBeVisible()
  await phone.close()

  await page.goto(address)
  await expect(page.getByText(/签到 2 人 · 已答 1 · 通过 1/)).toBeVisible()
  await expect(page.getByText('满 3 份后显示分数和意见')).toBeVisible()
})
