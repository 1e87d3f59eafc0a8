import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openAllianceYears } from '@/lib/alliances/mutations'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { addHoliday, changeSetting, importHolidays, removeHoliday } from '@/lib/settings/actions'
import { getCalendar, listHolidays, listUncoveredYears } from '@/lib/settings/holiday-queries'
import { listSettingStandings, listSettingVersions, settingsOn } from '@/lib/settings/queries'
import { defaultSettings, fieldsOf, settingKeys } from '@/lib/settings/rules'
import { settingSchemas } from '@/lib/settings/schema'
import { locales } from '@/lib/text/locale'
import { messagesOf } from '@/lib/text/messages'
import { act } from '../support/act'
import { actorNames, buildWorld, worldToday, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(async () => {
  await db.settingValue.deleteMany()
  await db.holiday.deleteMany()
})

const passwords = (lengthMin: number) => ({ lengthMin, signInDaysMax: 7 })

const set = (version: number, lengthMin: number, effectiveFrom = worldToday) =>
  act(world, 'administrator', changeSetting, {
    key: 'passwords',
    version,
    effectiveFrom,
    value: passwords(lengthMin),
  })

const lengthOn = async (day: string) => (await settingsOn(db, day)).passwords.lengthMin

describe('a setting', () => {
  it('is its default until somebody sets it, and then holds from its day on', async () => {
    expect(await settingsOn(db, worldToday)).toEqual(defaultSettings)
    expect(await set(0, 12, '2026-12-01')).toMatchObject({ ok: true, data: { version: 1 } })
    expect(await lengthOn('2026-11-30')).toBe(10)
    expect(await lengthOn('2026-12-01')).toBe(12)
  })

  it('of several the one that begins last holds, and of one day the last that was set', async () => {
    await set(0, 12, '2027-01-01')
    await set(1, 14)
    await set(2, 16)
    expect(await lengthOn(worldToday)).toBe(16)
    expect(await lengthOn('2026-12-31')).toBe(16)
    expect(await lengthOn('2027-01-01')).toBe(12)
    const versions = await listSettingVersions(await world.actor('administrator'), 'passwords')
    expect(versions.map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ])
    const standings = await listSettingStandings(await world.actor('administrator'))
    expect(standings.find(({ key }) => key === 'passwords')).toEqual({
      key: 'passwords',
      since: worldToday,
      setBy: 'administrator',
      upcoming: 1,
    })
  })

  it('does not begin in the past', async () => {
    expect(await set(0, 12, '2026-11-23')).toMatchObject({ code: 'INVALID', fields: { effectiveFrom: 'IN_THE_PAST' } })
  })

  it('is on record with what it was and is; saving the same again is not', async () => {
    await set(0, 12)
    expect(await set(1, 12)).toMatchObject({ ok: true, data: { version: 1 } })
    const events = await db.auditEvent.findMany({ where: { verb: 'setting.change', subjectLabel: '密码与登录' } })
    expect(events.map(({ changes }) => changes)).toContainEqual({ lengthMin: [10, 12] })
    expect(await db.settingValue.count()).toBe(1)
  })

  it('shows the second of two people what the first has set', async () => {
    await set(0, 12)
    expect(await set(0, 14)).toMatchObject({
      code: 'SETTING_CHANGED',
      params: { changedBy: 'administrator', version: 1, value: JSON.stringify(passwords(12)) },
    })
  })

  it('of eight who save the same version at once, one succeeds', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => set(0, 20 + index)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.code]))).toEqual(Array(7).fill('SETTING_CHANGED'))
    expect(await db.settingValue.count()).toBe(1)
  })

  it.each([
    ['passwords', { lengthMin: 9, signInDaysMax: 7 }, { 'value.lengthMin': 'TOO_SMALL' }],
    ['passwords', { lengthMin: 10, signInDaysMax: 8 }, { 'value.signInDaysMax': 'TOO_BIG' }],
    ['retention', { ...defaultSettings.retention, accessLogDays: 179 }, { 'value.accessLogDays': 'TOO_SMALL' }],
    ['retention', { ...defaultSettings.retention, linkDays: null }, { 'value.linkDays': 'REQUIRED' }],
    ['footer', { ...defaultSettings.footer, email: 'nobody' }, { 'value.email': 'NOT_AN_EMAIL' }],
    ['footer', { ...defaultSettings.footer, host: `a\u202eb` }, { 'value.host': 'INVALID' }],
    ['footer', { ...defaultSettings.footer, host: '长'.repeat(100_000) }, { 'value.host': 'TOO_LONG' }],
    ['mail', { senderName: 'a\r\nBcc: x@y.z', subjectPrefix: '' }, { 'value.senderName': 'INVALID' }],
    ['codes', { ofBureaus: 'yes', ofInsurers: false }, { 'value.ofBureaus': 'INVALID' }],
    ['year', { meetingTarget: null, trainingMinimum: 0 }, { 'value.trainingMinimum': 'TOO_SMALL' }],
  ])('%s refuses %j', async (key, value, fields) => {
    const input = { key, version: 0, effectiveFrom: worldToday, value } as Parameters<typeof changeSetting>[0]
    expect(await act(world, 'administrator', changeSetting, input)).toMatchObject({ code: 'INVALID', fields })
  })

  it('that was stored by another version of the portal is read with the defaults of what it lacks', async () => {
    const setById = world.people.administrator.userId
    const effectiveFrom = toDate(worldToday)
    await db.settingValue.createMany({
      data: [
        { key: 'retention', version: 1, value: { outboxDays: 14, gone: 1 }, effectiveFrom, setById },
        { key: 'year', version: 1, value: { trainingMinimum: 'many' }, effectiveFrom, setById },
        { key: 'unheard-of', version: 1, value: 1, effectiveFrom, setById },
      ],
    })
    expect(await settingsOn(db, worldToday)).toEqual({
      ...defaultSettings,
      retention: { ...defaultSettings.retention, outboxDays: 14 },
    })
  })

  it('has a history for the administrator alone', async () => {
    await set(0, 12)
    for (const name of actorNames.filter((one) => one !== 'administrator'))
      expect(await listSettingVersions(await world.actor(name), 'passwords'), name).toEqual([])
  })
})

describe('every setting', () => {
  it.each(locales)('has words for its fields in %s, and defaults within its bounds', (locale) => {
    const { settings, audit } = messagesOf(locale)
    for (const key of settingKeys) {
      expect(settingSchemas[key].safeParse(defaultSettings[key]).success, key).toBe(true)
      for (const [name] of fieldsOf(key)) {
        expect(settings.field, key).toHaveProperty(name)
        expect(audit.field, key).toHaveProperty(name)
      }
    }
  })
})

describe('the table of holidays', () => {
  const add = (day: string, kind: 'HOLIDAY' | 'WORKDAY' = 'HOLIDAY') =>
    act(world, 'administrator', addHoliday, { day, kind, name: '测试节' })

  it('takes over what was published, twice is once, and what somebody entered stays', async () => {
    await add('2026-10-10', 'HOLIDAY')
    expect(await listUncoveredYears([2026, 2027])).toEqual([2027])
    const first = await act(world, 'administrator', importHolidays, { year: 2026 })
    const again = await act(world, 'administrator', importHolidays, { year: 2026 })
    expect(first).toMatchObject({ ok: true })
    expect(again).toMatchObject({ ok: true, data: { added: 0 } })
    const days = await listHolidays(2026)
    expect(days).toContainEqual({ day: '2026-10-01', kind: 'HOLIDAY', name: '国庆节' })
    expect(days).toContainEqual({ day: '2026-09-20', kind: 'WORKDAY', name: '国庆节' })
    expect(days).toContainEqual({ day: '2026-10-10', kind: 'HOLIDAY', name: '测试节' })
    expect(first.ok && first.data.added).toBe(days.length - 1)
  })

  it('says so where a year is not published yet', async () => {
    const answer = await act(world, 'administrator', importHolidays, { year: 2099 })
    expect(answer).toMatchObject({ code: 'HOLIDAYS_NOT_PUBLISHED', params: { year: '2099' } })
  })

  it('names a day once, and gives it back', async () => {
    await add('2027-01-01')
    expect(await add('2027-01-01')).toMatchObject({ fields: { day: 'HOLIDAY_KNOWN' } })
    expect(await act(world, 'administrator', removeHoliday, { day: '2027-01-01' })).toMatchObject({ ok: true })
    expect(await act(world, 'administrator', removeHoliday, { day: '2027-01-01' })).toMatchObject({ code: 'NOT_FOUND' })
    const events = await db.auditEvent.findMany({ where: { subjectType: 'holiday', subjectLabel: '2027-01-01' } })
    expect(events.map(({ verb }) => verb).toSorted()).toEqual(['setting.add-holiday', 'setting.remove-holiday'])
  })

  it('tells whoever plans of days to come and of years that it does not cover', async () => {
    await add('2026-11-01')
    await add('2026-12-31')
    expect(await getCalendar(worldToday)).toEqual({
      days: { '2026-12-31': { kind: 'HOLIDAY', name: '测试节' } },
      uncovered: [2027],
    })
  })
})

it('a year without one before it is opened with the defaults of the settings', async () => {
  await act(world, 'administrator', changeSetting, {
    key: 'year',
    version: 0,
    effectiveFrom: worldToday,
    value: { meetingTarget: 6, trainingMinimum: 2 },
  })
  const before = await db.allianceYear.findMany({ where: { year: 2026 }, select: { id: true } })
  await db.allianceYear.deleteMany({ where: { allianceId: world.alliances.stations } })
  await db.$transaction((tx) => openAllianceYears(tx, { year: 2027, today: worldToday }))
  const opened = await db.allianceYear.findMany({ where: { year: 2027 }, orderBy: { meetingTarget: 'asc' } })
  expect(before).toHaveLength(2)
  expect(opened.map(({ meetingTarget, trainingMinimum }) => [meetingTarget, trainingMinimum])).toEqual([
    [4, 1],
    [6, 2],
  ])
})
