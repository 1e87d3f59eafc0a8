import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { checkInPage, type CheckInView, type CheckInWords } from '@/components/check-in/check-in-page'
import { html } from '@/components/check-in/markup'
import type { Standing } from '@/lib/attendance/rules'
import { messagesOf } from '@/lib/text/messages'

const t = createTranslator({ locale: 'zh-CN', messages: messagesOf('zh-CN'), namespace: 'checkIn' })
const frame = { t: t as unknown as CheckInWords, locale: 'zh-CN' as const, nonce: 'abc', path: '/c/AB12' }
const activity = {
  title: '<script>alert(1)</script>“静电”',
  place: 'A & B',
  startsAt: new Date('2026-12-08T01:00:00Z'),
}

const standing = (enterprise: string, more: Partial<Standing> = {}): Standing => ({
  enterpriseId: '00000000-0000-7000-8000-000000000001',
  enterprise,
  ground: 'MANDATE',
  mandateKind: 'DESIGNATED',
  lapsedOn: null,
  registrationId: null,
  registrationState: null,
  isInAudience: true,
  attendanceId: null,
  checkedInAt: null,
  ...more,
})

const choose = (standings: Standing[]): CheckInView => ({
  step: 'choose',
  activity,
  name: '张"三',
  standings,
  recordedAt: null,
  problem: null,
})

describe('the check-in page', () => {
  it('writes what people have typed as text', () => {
    const page = checkInPage(choose([standing('<img src=x>')]), frame)
    expect(page).not.toContain('<script')
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('A &amp; B')
    expect(page).toContain('张&quot;三')
  })

  it('is below 14 kB with twelve stations to choose from, and has no script', () => {
    const stations = Array.from({ length: 12 }, (_, index) => standing(`上海示例第${index + 1}加油站有限公司`))
    const page = checkInPage(choose(stations), frame)
    expect(Buffer.byteLength(page)).toBeLessThan(14_000)
    expect(page).not.toMatch(/<script|onclick/)
    expect(page.match(/type="checkbox"/g)).toHaveLength(12)
  })

  it('says whether it counts', () => {
    const at = new Date('2026-12-08T01:02:00Z')
    expect(checkInPage(choose([standing('甲', { checkedInAt: at })]), frame)).toContain(t('done.counts'))
    expect(checkInPage(choose([standing('甲', { checkedInAt: at, mandateKind: null })]), frame)).toContain(
      t('done.why'),
    )
  })

  it('takes markup from its own function only', () => {
    expect(html`<b>${'<i>'}</b>${html`<u>${1}</u>`}${null}`.markup).toBe('<b>&lt;i&gt;</b><u>1</u>')
  })
})
