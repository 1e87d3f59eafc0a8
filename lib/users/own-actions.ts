'use server'

import { defineAction, defineFormAction } from '@/lib/access/action'
import { enterPortal } from '@/lib/access/session'
import { keepRecoveryCodes, putAwayRecoveryCodes } from '@/lib/access/step-tickets'
import { now } from '@/lib/core/now'
import * as codes from './code-mutations'
import { countOwnCode, proveStep, type ProvedStep } from './code-queries'
import * as contacts from './contact-mutations'
import { countConfirmation, countContactChange, proveOwner, type ProvedOwner } from './credential-queries'
import * as policy from './policy'
import * as schema from './own-schema'
import { userInput } from './schema'
import * as sessions from './session-mutations'
import { ownAccountSubject, preparedSubject, userSubject } from './subject-queries'

/** One-time codes and contacts: what people do with their own account, and the reset that an administrator does. */
const anyone = () => true

const goTo = (path: string) => async () => path

/** The second step of a sign-in. Only here does whoever uses codes get a session. */
export const signInWithCode = defineFormAction(
  {
    name: 'session.open-with-code',
    input: schema.signInWithCodeInput,
    isOpen: true,
    prepare: ({ input }) => proveStep(input),
    subject: preparedSubject<ProvedStep>,
    allow: anyone,
    run: async (tx, { actor, input, subject, caller }) => {
      const at = now()
      const method = await codes.spendCode(tx, subject.userId, input.code, at)
      const context = { at, caller, replaces: actor.sessionId, next: subject.next, withCode: method }
      return sessions.signIn(tx, subject, context)
    },
  },
  enterPortal,
)

export const startCodes = defineFormAction(
  {
    name: 'user.start-codes',
    input: schema.startCodesInput,
    subject: ownAccountSubject,
    allow: policy.canKeepOwnAccount,
    run: (tx, { subject }) => codes.startCodes(tx, subject, now()),
  },
  goTo('/portal/account/codes'),
)

export const confirmCodes = defineFormAction(
  {
    name: 'user.confirm-codes',
    input: schema.codeInput,
    prepare: ({ actor }) => countOwnCode(actor),
    subject: ownAccountSubject,
    allow: policy.canKeepOwnAccount,
    run: (tx, { input, subject }) => codes.confirmCodes(tx, subject, { code: input.code, at: now() }),
  },
  keepRecoveryCodes,
)

export const renewRecoveryCodes = defineFormAction(
  {
    name: 'user.renew-recovery-codes',
    input: schema.codeInput,
    prepare: ({ actor }) => countOwnCode(actor),
    subject: ownAccountSubject,
    allow: policy.canKeepOwnAccount,
    run: (tx, { input, subject }) => codes.renewRecoveryCodes(tx, subject, { code: input.code, at: now() }),
  },
  keepRecoveryCodes,
)

export const finishRecoveryCodes = defineFormAction(
  {
    name: 'user.put-away-recovery-codes',
    input: schema.startCodesInput,
    subject: ownAccountSubject,
    allow: policy.canKeepOwnAccount,
    run: async () => ({ data: null, record: null }),
  },
  putAwayRecoveryCodes,
)

export const stopCodes = defineFormAction(
  {
    name: 'user.stop-codes',
    input: schema.stopCodesInput,
    prepare: async ({ actor, input, caller }) => {
      await countOwnCode(actor)
      return proveOwner(actor, input.current, caller)
    },
    subject: preparedSubject<ProvedOwner>,
    allow: policy.canKeepOwnAccount,
    run: (tx, { input, subject }) => codes.stopCodes(tx, subject, { code: input.code, at: now() }),
  },
  goTo('/portal/account/codes?done=off'),
)

/** An administrator's: for somebody of the own office who has lost the authenticator. */
export const resetCodes = defineAction({
  name: 'user.reset-codes',
  input: userInput,
  subject: userSubject,
  allow: policy.canResetCodes,
  run: (tx, { subject }) => codes.resetCodes(tx, subject, now()),
  refresh: ({ subject }) => [`/portal/users/${subject.id}`],
})

export const requestMail = defineFormAction(
  {
    name: 'user.request-mail',
    input: schema.requestMailInput,
    prepare: async ({ actor, input, caller }) => {
      await countContactChange(actor)
      return proveOwner(actor, input.current, caller)
    },
    subject: preparedSubject<ProvedOwner>,
    allow: policy.canKeepOwnAccount,
    run: (tx, { input, subject }) => contacts.requestMail(tx, subject, { email: input.email, at: now() }),
  },
  goTo('/portal/account/contacts?done=asked'),
)

export const confirmMail = defineFormAction(
  {
    name: 'user.confirm-mail',
    input: schema.confirmMailInput,
    isOpen: true,
    prepare: ({ caller }) => countConfirmation(caller),
    subject: preparedSubject<{ isCounted: true }>,
    allow: anyone,
    run: (tx, { input }) => contacts.confirmMail(tx, { token: input.token, at: now() }),
  },
  goTo('/sign-in?done=contact'),
)

export const changePhone = defineFormAction(
  {
    name: 'user.change-phone',
    input: schema.changePhoneInput,
    prepare: async ({ actor, input, caller }) => {
      await countContactChange(actor)
      return proveOwner(actor, input.current, caller)
    },
    subject: preparedSubject<ProvedOwner>,
    allow: policy.canKeepOwnAccount,
    run: (tx, { input, subject }) => contacts.changePhone(tx, subject, { phone: input.phone, at: now() }),
  },
  goTo('/portal/account/contacts?done=phone'),
)
