import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile'
import { z } from 'zod'

/** How a person is known to the portal: by a mail address or by a mobile number, one way of writing each. */
export type Account = { email: string; phone: null } | { email: null; phone: string }

// ASCII alone: a Cyrillic а in an address would be another account that looks the same.
const mailAddress = z.email().max(200)

/**
 * What was typed, in its one plain form: full-width characters narrowed, mail in lower case, a number in E.164 (of the
 * mainland where no country is said). Null for what is neither.
 */
export function toAccount(typed: string): Account | null {
  const plain = typed.normalize('NFKC').replaceAll(/[\s\u200b-\u200d\ufeff]/g, '')
  if (plain.includes('@')) {
    const mail = mailAddress.safeParse(plain.toLowerCase())
    return mail.success ? { email: mail.data, phone: null } : null
  }
  const number = parsePhoneNumberFromString(plain, 'CN')
  return number?.isValid() ? { email: null, phone: number.number } : null
}

/** The text by which an account is counted and compared, known or not. */
export const accountText = (account: Account): string => account.email ?? account.phone

/** A number as the audit trail may keep it: enough to tell two apart, too little to call. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, -8)}****${phone.slice(-4)}`

/** The one row of an account. */
export const whereAccount = (account: Account): { email: string } | { phone: string } =>
  account.email === null ? { phone: account.phone } : { email: account.email }
