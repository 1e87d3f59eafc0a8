import { z } from 'zod'

/** What people send about their own account besides passwords and sessions. */
const current = z.string().min(1).max(128)

const code = z.string().trim().min(1).max(40)

export const signInWithCodeInput = z.strictObject({ ticket: z.string().min(1).max(4_000), code })

export const startCodesInput = z.strictObject({})

export const codeInput = z.strictObject({ code })

export const stopCodesInput = z.strictObject({ current, code })

export const requestMailInput = z.strictObject({ current, email: z.string().trim().min(1).max(200) })

export const confirmMailInput = z.strictObject({ token: z.string().min(1).max(100) })

export const changePhoneInput = z.strictObject({ current, phone: z.string().max(40) })
