'use server'

import { defineAction } from '@/lib/access/action'
import { isPortalAdministrator } from '@/lib/access/actor'
import { sendAgain, sendTestMail } from './outbox-mutations'
import { outboxSubject, testReaderSubject } from './outbox-queries'
import { sendMailAgainInput, sendTestMailInput } from './schema'

const page = ['/portal/settings/mail']

export const sendTestMessage = defineAction({
  name: 'setting.test-mail',
  input: sendTestMailInput,
  subject: testReaderSubject,
  allow: isPortalAdministrator,
  run: (tx, { subject }) => sendTestMail(tx, subject),
  refresh: () => page,
})

export const sendMailAgain = defineAction({
  name: 'setting.send-mail-again',
  input: sendMailAgainInput,
  subject: outboxSubject,
  allow: isPortalAdministrator,
  run: (tx, { subject }) => sendAgain(tx, subject),
  refresh: () => page,
})
