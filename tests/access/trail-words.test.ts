import { describe, expect, it } from 'vitest'
import { accessKinds } from '@/lib/access/audit'
import {
  accessWords,
  changeWords,
  detailWords,
  fieldWords,
  nounWords,
  recordedVerbs,
  verbWords,
} from '@/lib/access/rules'
import { locales } from '@/lib/text/locale'
import { sources } from '../support/architecture'

type Exported = Record<string, unknown>
const actionFiles = import.meta.glob<Exported>('../../lib/**/*actions.ts', { eager: true })

const definedVerbs = Object.values(actionFiles)
  .flatMap((exported) => Object.values(exported))
  .flatMap((action) =>
    typeof action === 'function' && 'definition' in action ? [(action.definition as { name: string }).name] : [],
  )

const lib = sources().filter(({ file }) => file.startsWith('lib/') && !file.startsWith('lib/text/'))

/** Verbs of sets that are written in SQL, without an action for each row. */
const writtenVerbs = lib
  .filter(({ text }) => text.includes('INSERT INTO audit_events'))
  .flatMap(({ text }) => [...text.matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(([, verb]) => verb ?? ''))

const verbs = [...new Set([...definedVerbs, ...writtenVerbs])].sort()

/** What only the access log holds, or nothing. */
const unrecorded = [
  'notification',
  'enterprise.unmask-phone',
  'expert.unmask-phone',
  'announcement.note',
  'practice.save',
]

describe.each(locales)('the trail in %s', (locale) => {
  it('has a word for every verb of every action', () => {
    expect(verbs.length).toBeGreaterThan(60)
    expect(verbs.filter((verb) => verbWords(locale, verb) === verb)).toEqual([])
    const nouns = [...new Set(verbs.map((verb) => verb.split('.')[0] ?? ''))]
    expect(nouns.filter((noun) => nounWords(locale, noun) === noun)).toEqual([])
  })

  it('offers every verb that can be recorded, and none that was never one', () => {
    const offered = recordedVerbs(locale).flatMap((group) => group.verbs)
    expect(offered.toSorted()).toEqual(
      verbs.filter((verb) => !unrecorded.includes(verb.split('.')[0] ?? '') && !unrecorded.includes(verb)),
    )
  })

  it('has a word for every field that code writes as new or gone', () => {
    const written = lib.flatMap(({ file, text }) =>
      [...text.matchAll(/(?<![\w.'"])(\w+): \[(?:null, [^\]\n]+|[^\]\n]+, null)\]/g)].map(([, field]) => ({
        file,
        field: field ?? '',
      })),
    )
    expect(written.length).toBeGreaterThan(40)
    // Ids are left out of what is shown.
    const technical = ['attendance', 'attendances']
    const isKnown = (field: string) =>
      technical.includes(field) || ['', 'enterprise'].some((noun) => fieldWords(locale, noun, field) !== field)
    expect(written.filter(({ field }) => !isKnown(field))).toEqual([])
  })

  it('has a word for every kind of the access log', () => {
    expect(accessKinds.filter((kind) => accessWords(locale, kind) === kind)).toEqual([])
  })
})

describe('changes in words', () => {
  const said = (verb: string, changes: Parameters<typeof changeWords>[2]) =>
    changeWords('zh-CN', verb, changes).map(({ field, before, after }) => `${field}：${before}→${after}`)

  it('name fields and codes as their noun does', () => {
    expect(said('alliance.start-year', { state: ['PLANNED', 'RUNNING'] })).toEqual(['状态：筹备→运行'])
    expect(said('topic.report-progress', { state: ['PLANNED', 'RUNNING'] })).toEqual(['状态：计划→进行'])
    expect(said('activity.publish', { state: ['DRAFT', 'PUBLISHED'] })).toEqual(['状态：草稿→已发布'])
    expect(said('registration.withdraw', { state: ['PLACED', 'WITHDRAWN'] })).toEqual(['状态：已报名→已撤回'])
    expect(said('enterprise.correct-by-import', { sizeClass: ['SMALL', 'LARGE'], name: ['甲', '乙'] })).toEqual([
      '企业名称：甲→乙',
      '规模：小型→大型',
    ])
    expect(said('user.choose-language', { locale: [null, 'EN'] })).toEqual(['语言：→English'])
  })

  it('write instants, days, numbers, lists and yes or no as people do', () => {
    expect(said('activity.postpone', { startsAt: ['2026-11-24T01:00:00.000Z', '2026-11-25T01:00:00.000Z'] })).toEqual([
      '开始时间：2026年11月24日（周二）09:00→2026年11月25日（周三）09:00',
    ])
    expect(said('alliance.admit-member', { joinedOn: [null, '2026-11-24'] })).toEqual([
      '加入日期：→2026年11月24日（周二）',
    ])
    expect(said('import.confirm', { newRows: [null, 2076] })).toEqual(['新增行数：→2,076'])
    expect(said('topic.plan', { year: [null, 2026] })).toEqual(['年度：→2026'])
    expect(said('user.disable', { isDisabled: [false, true] })).toEqual(['已停用：否→是'])
    expect(said('registration.register', { placed: [null, ['张三', '']], waiting: [null, []] })).toEqual([
      '取得名额：→张三、待定',
    ])
    expect(
      said('activity.edit', { agenda: [[], [{ startsAt: '2026-11-24T01:00:00.000Z', title: '开场', speaker: '' }]] }),
    ).toEqual(['议程：→2026年11月24日（周二）09:00 开场'])
    expect(said('import.remap', { mapping: [null, { creditCode: 0, name: 2 }] })).toEqual([
      '列的对应关系：→统一社会信用代码 1、企业名称 3',
    ])
  })

  it('come in the order of the words, not of the database', () => {
    const changes = {
      place: [null, '甲'],
      endsAt: [null, 1],
      reason: [null, '乙'],
      startsAt: [null, 2],
      题目: [null, 3],
    }
    const order = changeWords('zh-CN', 'activity.schedule', changes as never).map(({ field }) => field)
    expect(order).toEqual(['开始时间', '结束时间', '地点', '原因', '题目'])
  })

  it('leave out ids and what stays empty, and show what they know no word for', () => {
    const id = '0199c3a0-0000-7000-8000-000000000000'
    expect(said('attendance.strike', { attendance: [id, null], reason: [null, '未到场'] })).toEqual(['原因：→未到场'])
    expect(said('alliance.admit-member', { reason: [null, ''] })).toEqual([])
    expect(said('topic.finish-milestone', { 完成调研: [null, '2026-11-24'] })).toEqual([
      '完成调研：→2026年11月24日（周二）',
    ])
    expect(verbWords('zh-CN', 'retired.verb')).toBe('retired.verb')
    expect(verbWords('zh-CN', 'constructor')).toBe('constructor')
  })

  it('say what was refused and what an export was narrowed to', () => {
    const refused = { kind: 'REFUSED', subjectType: 'action', detail: { action: 'activity.cancel', code: 'FORBIDDEN' } }
    expect(detailWords('zh-CN', refused)).toEqual(['取消活动：没有权限'])
    const detail = { year: 2026, quarter: null, isNeverOnly: false, verb: 'topic', rows: 1284 }
    expect(detailWords('zh-CN', { kind: 'EXPORT', subjectType: 'audit', detail })).toEqual([
      '年度：2026',
      '事项：研究课题',
      '行数：1,284',
    ])
  })
})
