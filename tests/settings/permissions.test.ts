import { beforeAll } from 'vitest'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/settings/actions'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

/** Nobody but the municipal administrator is told that there are settings. */
const administratorOnly = verdicts('NOT_FOUND', { administrator: 'ok' })

let serial = 0
const freeDay = () => new Date(Date.UTC(2030, 0, 1 + serial++)).toISOString().slice(0, 10)

describePermissions('settings', () => world, [
  {
    action: actions.changeSetting,
    input: async () => ({
      key: 'footer',
      version: await db.settingValue.count({ where: { key: 'footer' } }),
      effectiveFrom: '2026-11-24',
      value: { icp: `沪ICP备${++serial}号`, publicSecurity: '', host: '', phone: '', email: '' },
    }),
    expected: administratorOnly,
  },
  {
    action: actions.addHoliday,
    input: () => ({ day: freeDay(), kind: 'HOLIDAY', name: '元旦' }),
    expected: administratorOnly,
  },
  {
    action: actions.removeHoliday,
    input: async () => {
      const day = freeDay()
      await db.holiday.create({ data: { day: toDate(day), kind: 'WORKDAY', name: '调休' } })
      return { day }
    },
    expected: administratorOnly,
  },
  { action: actions.importHolidays, input: () => ({ year: 2026 }), expected: administratorOnly },
])
