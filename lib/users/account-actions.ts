'use server'

import { defineAction, defineFormAction } from '@/lib/access/action'
import { enterPortal, passDoor, speak } from '@/lib/access/session'
import { now } from '@/lib/core/now'
import * as codes from './code-mutations'
import * as passwords from './password-mutations'
import * as policy from './policy'
import * as schema from './schema'
import * as sessions from './session-mutations'
import {
  authenticate,
  countResetRequest,
  proveForChange,
  readyPassword,
  type Heard,
  type Proved,
  type ProvedForChange,
  type Ready,
} from './credential-queries'
import { hatSubject, ownAccountSubject, ownSessionSubject, preparedSubject } from './subject-queries'

/** What people do with their own account, by plain forms that work without script. Administration is in actions.ts. */
const anyone = () => true

const goTo = (path: string) => async () => path

export const signIn = defineFormAction(
  {
    name: 'session.open',
    input: schema.signInInput,
    isOpen: true,
    prepare: ({ input, caller }) => authenticate(input, caller),
    subject: preparedSubject<Proved>,
    allow: anyone,
    run: (tx, { actor, input, subject, caller }) =>
      codes.passPassword(tx, subject, { at: now(), caller, replaces: actor.sessionId, next: input.next }),
  },
  passDoor,
)

export const signOut = defineAction({
  name: 'session.close',
  input: schema.signOutInput,
  subject: ownAccountSubject,
  allow: policy.canKeepOwnAccount,
  run: (tx, { subject }) => sessions.signOut(tx, subject, now()),
})

export const acceptInvitation = defineFormAction(
  {
    name: 'user.activate',
    input: schema.acceptInvitationInput,
    isOpen: true,
    prepare: ({ input, caller }) => readyPassword('INVITATION', input, caller),
    subject: preparedSubject<Ready>,
    allow: anyone,
    run: (tx, { actor, input, subject, caller }) =>
      passwords.activate(tx, { ...subject, token: input.token, at: now() }, { caller, replaces: actor.sessionId }),
  },
  enterPortal,
)

export const becomeFirstAdministrator = defineFormAction(
  {
    name: 'user.become-first-administrator',
    input: schema.becomeFirstAdministratorInput,
    isOpen: true,
    prepare: ({ input, caller }) => readyPassword('FIRST_ADMINISTRATOR', input, caller),
    subject: preparedSubject<Ready>,
    allow: anyone,
    run: (tx, { actor, input, subject, caller }) =>
      passwords.activateFirstAdministrator(
        tx,
        { ...subject, token: input.token, account: input.account, name: input.name, at: now(), today: actor.today },
        { caller, replaces: actor.sessionId },
      ),
  },
  enterPortal,
)

export const requestReset = defineFormAction(
  {
    name: 'user.request-reset',
    input: schema.requestResetInput,
    isOpen: true,
    prepare: ({ input, caller }) => countResetRequest(input.account, caller),
    subject: preparedSubject<Heard>,
    allow: anyone,
    run: (tx, { input, subject }) => passwords.requestReset(tx, input.account, { isHeard: subject.isHeard, at: now() }),
  },
  goTo('/reset?done=asked'),
)

export const resetPassword = defineFormAction(
  {
    name: 'user.reset-password',
    input: schema.resetPasswordInput,
    isOpen: true,
    prepare: ({ input, caller }) => readyPassword('RESET', input, caller),
    subject: preparedSubject<Ready>,
    allow: anyone,
    run: (tx, { input, subject }) => passwords.resetPassword(tx, { ...subject, token: input.token, at: now() }),
  },
  goTo('/sign-in?done=reset'),
)

export const changePassword = defineFormAction(
  {
    name: 'user.change-password',
    input: schema.changePasswordInput,
    prepare: ({ actor, input, caller }) => proveForChange(actor, input, caller),
    subject: preparedSubject<ProvedForChange>,
    allow: policy.canKeepOwnAccount,
    run: (tx, { actor, subject }) =>
      passwords.changePassword(tx, { ...subject, sessionId: actor.sessionId, at: now() }),
  },
  goTo('/portal/account?done=password'),
)

export const endSession = defineFormAction(
  {
    name: 'session.end',
    input: schema.endSessionInput,
    subject: ownSessionSubject,
    allow: policy.canKeepOwnAccount,
    run: (tx, { actor, subject }) => sessions.endOwnSession(tx, subject, { name: actor.name, at: now() }),
  },
  goTo('/portal/account?done=session'),
)

export const endOtherSessions = defineFormAction(
  {
    name: 'session.end-others',
    input: schema.endOtherSessionsInput,
    subject: ownAccountSubject,
    allow: policy.canKeepOwnAccount,
    run: (tx, { subject }) => sessions.endOtherSessions(tx, subject, now()),
  },
  goTo('/portal/account?done=sessions'),
)

export const wearHat = defineFormAction(
  {
    name: 'session.wear-hat',
    input: schema.wearHatInput,
    subject: hatSubject,
    allow: policy.canKeepOwnAccount,
    run: (tx, { actor, subject }) => sessions.wearHat(tx, subject, actor.hatLabel),
  },
  goTo('/portal'),
)

export const chooseLanguage = defineFormAction(
  {
    name: 'user.choose-language',
    input: schema.chooseLanguageInput,
    subject: ownAccountSubject,
    allow: policy.canKeepOwnAccount,
    run: (tx, { input, subject }) => sessions.chooseLanguage(tx, subject, input.locale),
  },
  async ({ locale }) => {
    await speak(locale)
    return '/portal/account?done=language'
  },
)
