import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { AppointmentRole, Locale } from '@/lib/core/prisma/enums'

const account = z.string().trim().min(1).max(200)

/** A password as somebody types it who has one: its rules were asked when it was chosen. */
const password = z.string().min(1).max(128)

/** The rules of a new one need the account and are asked by the mutation. */
const chosen = { password, repeat: z.string().max(128) }

const sameTwice = (input: { password: string; repeat: string }) => input.password === input.repeat
const differ = { message: 'PASSWORDS_DIFFER', path: ['repeat'] }

const token = z.string().min(1).max(100)
const personName = z.string().trim().min(1).max(60)
const day = z.string().refine(isDay, 'NOT_A_DAY')

export const signInInput = z.strictObject({ account, password, next: z.string().max(2_000).optional() })

export const signOutInput = z.strictObject({})

export const acceptInvitationInput = z.strictObject({ token, ...chosen }).refine(sameTwice, differ)

export const becomeFirstAdministratorInput = z
  .strictObject({ token, account, name: personName, ...chosen })
  .refine(sameTwice, differ)

export const requestResetInput = z.strictObject({ account })

export const resetPasswordInput = z.strictObject({ token, ...chosen }).refine(sameTwice, differ)

export const changePasswordInput = z.strictObject({ current: password, ...chosen }).refine(sameTwice, differ)

export const endSessionInput = z.strictObject({ sessionId: z.uuid() })

export const endOtherSessionsInput = z.strictObject({})

export const wearHatInput = z.strictObject({ key: z.string().min(1).max(100) })

export const chooseLanguageInput = z.strictObject({ locale: z.enum(Locale) })

/** An office as a form names it: `MUNICIPAL`, or a role and the id of its row. */
export const officeText = z
  .string()
  .regex(/^(MUNICIPAL|(JURISDICTION|INSURER|ENTERPRISE):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, 'NOT_A_CHOICE')

export type Office = { role: AppointmentRole; officeId: string | null }

export function toOffice(text: string): Office {
  const [name, officeId = null] = text.split(':')
  const role = Object.values(AppointmentRole).find((known) => known === name) ?? 'MUNICIPAL'
  return { role, officeId: role === 'MUNICIPAL' ? null : officeId }
}

export const fromOffice = ({ role, officeId }: Office): string => (officeId ? `${role}:${officeId}` : role)

const appointment = {
  office: officeText,
  isAdministrator: z.boolean(),
  startsOn: day,
  endsOn: day.nullable(),
}

type Period = { startsOn: string; endsOn: string | null }
const endsLater = ({ startsOn, endsOn }: Period) => endsOn === null || endsOn > startsOn
const endsEarlier = { message: 'ENDS_BEFORE_START', path: ['endsOn'] }

export const inviteUserInput = z
  .strictObject({ account, name: personName, ...appointment })
  .refine(endsLater, endsEarlier)

export const appointUserInput = z.strictObject({ userId: z.uuid(), ...appointment }).refine(endsLater, endsEarlier)

export const endAppointmentInput = z.strictObject({ appointmentId: z.uuid(), endsOn: day })

export const renameUserInput = z.strictObject({ userId: z.uuid(), name: personName })

/** Whether a part of an address can name an account at all. */
export const isUserId = (text: string): boolean => z.uuid().safeParse(text).success

/** For what is done to an account as a whole: disabling, enabling, a new link. */
export const userInput = z.strictObject({ userId: z.uuid() })

export const userStates = ['ACTIVE', 'INVITED', 'DISABLED'] as const

export type UserState = (typeof userStates)[number]

export const userFilter = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  role: z.enum(AppointmentRole).optional().catch(undefined),
  state: z.enum(userStates).optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
})

export type UserFilter = z.output<typeof userFilter>
