'use server'

import { defineAction } from '@/lib/access/action'
import { now } from '@/lib/core/now'
import * as holidays from './holiday-mutations'
import { holidaySubject, holidayTableSubject } from './holiday-queries'
import * as mutations from './mutations'
import * as policy from './policy'
import { settingSubject } from './queries'
import * as schema from './schema'

const holidayPages = ['/portal/settings', '/portal/settings/holidays']

export const changeSetting = defineAction({
  name: 'setting.change',
  input: schema.changeSettingInput,
  subject: settingSubject,
  allow: policy.canChangeSettings,
  run: (tx, { actor, input, subject }) =>
    mutations.changeSetting(tx, subject, input, { at: now(), today: actor.today }),
  refresh: ({ input }) => ['/portal/settings', `/portal/settings/${input.key}`],
})

export const addHoliday = defineAction({
  name: 'setting.add-holiday',
  input: schema.addHolidayInput,
  subject: holidayTableSubject,
  allow: policy.canKeepHolidays,
  run: (tx, { input }) => holidays.addHoliday(tx, input),
  refresh: () => holidayPages,
})

export const removeHoliday = defineAction({
  name: 'setting.remove-holiday',
  input: schema.removeHolidayInput,
  subject: holidaySubject,
  allow: policy.canKeepHolidays,
  run: (tx, { subject }) => holidays.removeHoliday(tx, subject),
  refresh: () => holidayPages,
})

export const importHolidays = defineAction({
  name: 'setting.import-holidays',
  input: schema.importHolidaysInput,
  subject: holidayTableSubject,
  allow: policy.canKeepHolidays,
  run: (tx, { input }) => holidays.importHolidays(tx, input.year),
  refresh: () => holidayPages,
})
