import { gzipSync } from 'node:zlib'
import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { answerPage, type AnswerWords } from '@/components/invitations/answer-page'
import type { AnswerPlace, AnswerView } from '@/lib/invitations/answer-queries'
import { messagesOf } from '@/lib/text/messages'

const t = createTranslator({ locale: 'zh-CN', messages: messagesOf('zh-CN'), namespace: 'invitations.answer' })
const at = new Date('2026-12-01T01:00:00Z')
const frame = { t: t as unknown as AnswerWords, locale: 'zh-CN' as const, nonce: 'abc', path: '/a/x.y', at }

const view = (places: AnswerPlace[], enterprises = 1): AnswerView => ({
  person: { id: 'me', name: '张"三' },
  activity: {
    id: 'a',
    title: '<script>alert(1)</script>',
    state: 'PUBLISHED',
    mode: 'ON_SITE',
    place: 'A & B',
    startsAt: new Date('2026-12-08T01:00:00Z'),
    endsAt: new Date('2026-12-08T03:00:00Z'),
    registrationOpensAt: null,
    registrationClosesAt: null,
  },
  represented: Array.from({ length: enterprises }, (_, index) => ({
    id: `e${index}`,
    name: `上海示例第${index + 1}加油站有限公司`,
    places,
    people: Array.from({ length: 10 }, (_one, number) => ({ id: `p${number}`, name: `人员${number}` })),
  })),
})

const place = (state: AnswerPlace['state'], userId: string | null): AnswerPlace => ({
  id: `${state}${userId}`,
  state,
  userId,
  offeredUntil: null,
  name: userId && `姓名${userId}`,
})

const forms = (page: string) => [...page.matchAll(/name="answer" value="(\w+)"/g)].map(([, answer]) => answer)

describe('the page of a link', () => {
  it('writes what people have typed as text, and is below 14 kB without script: plain for one enterprise, packed for twelve stations', () => {
    const page = answerPage(view([place('PLACED', 'me')], 12), null, frame)
    expect(page).not.toMatch(/<script|onclick/)
    expect(page).toContain('&lt;script&gt;')
    expect(page).toContain('张&quot;三')
    expect(gzipSync(page).byteLength).toBeLessThan(14_000)
    expect(Buffer.byteLength(answerPage(view([place('PLACED', 'me')]), null, frame))).toBeLessThan(14_000)
  })

  it('offers what can still be answered, and nothing else', () => {
    const shown = (places: AnswerPlace[], more: Partial<AnswerView['activity']> = {}) => {
      const one = view(places)
      return forms(answerPage({ ...one, activity: { ...one.activity, ...more } }, null, frame))
    }
    expect(shown([])).toEqual(['ATTEND', 'SEND', 'LEAVE'])
    expect(shown([place('PLACED', 'me')])).toEqual(['SEND', 'LEAVE'])
    expect(shown([place('PLACED', 'other')])).toEqual(['ATTEND', 'SEND'])
    expect(shown([place('ON_LEAVE', null)])).toEqual(['ATTEND', 'SEND'])
    const closed = { registrationClosesAt: new Date('2026-11-30T00:00:00Z') }
    expect(shown([], closed)).toEqual(['LEAVE'])
    expect(shown([place('PLACED', 'me')], closed)).toEqual(['SEND', 'LEAVE'])
    expect(shown([], { state: 'CANCELLED' })).toEqual([])
    expect(shown([], { state: 'HELD' })).toEqual([])
  })

  it('keeps what was typed beside what was refused', () => {
    const problem = { enterpriseId: 'e0', text: '请填写', reason: '检"修' }
    const page = answerPage(view([]), problem, frame)
    expect(page).toContain('请填写')
    expect(page).toContain('value="检&quot;修"')
  })
})
