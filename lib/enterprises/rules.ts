import { validate } from 'stdnum/lib/cjs/cn/uscc.js'
import { plusDays, type Day } from '@/lib/core/clock'

/** Characters of zero width, marks of direction and byte order, and what no keyboard writes. */
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/**
 * A text as its author meant it: full-width letters and digits made half-width (NFKC), nothing invisible, one space
 * between words and none beside a Chinese character (`浦东新 区`).
 */
export const tidy = (text: string): string =>
  isTidy.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(invisible, '')
        .replace(/\s+/g, ' ')
        .replace(/(?<=[\p{Script=Han}()]) | (?=[\p{Script=Han}()])/gu, '')
        .trim()

/** Most cells of a workbook: plain letters, digits and Chinese characters, which tidying leaves as they are. */
const isTidy = /^[!-~\u4e00-\u9fff]*$/

/** A Chinese name or address: tidy, with the full-width brackets of the business register. */
export const tidyName = (text: string): string => tidy(text).replaceAll('(', '（').replaceAll(')', '）')

/** Codes and licence numbers: tidy, without any space, so that one number has one spelling. */
export const tidyCode = (text: string): string => tidy(text).replace(/\s/g, '')

export const creditCodeLength = 18

const creditCodeAlphabet = /^[0-9A-HJ-NP-RTUW-Y]+$/

export type CreditCodeProblem = 'CREDIT_CODE_LENGTH' | 'CREDIT_CODE_CHARACTERS' | 'CREDIT_CODE_CHECK_DIGIT'

/** What is wrong with a credit code (GB 32100—2015); null when nothing is. Codes of districts that are gone are right. */
export function creditCodeProblem(code: string): CreditCodeProblem | null {
  if (code.length !== creditCodeLength) return 'CREDIT_CODE_LENGTH'
  if (!creditCodeAlphabet.test(code) || !/^\d{8}$/.test(code.slice(0, 8))) return 'CREDIT_CODE_CHARACTERS'
  return hasRightCheckDigit(code) ? null : 'CREDIT_CODE_CHECK_DIGIT'
}

const checkDigits = [...'123456789ABCDEFGHJKLMNPQRTUWXY']

/**
 * stdnum 1.12 finds no digit where the sum asks for the 0 (it looks at index 31 of 31), and so refuses one code in 31.
 * For such a body no other digit is right either, which is how it is told apart.
 */
function hasRightCheckDigit(code: string): boolean {
  if (validate(code).isValid) return true
  return code.endsWith('0') && !checkDigits.some((digit) => validate(code.slice(0, -1) + digit).isValid)
}

/** A credit code as people type it: any width and case, with stray spaces and hyphens. */
export const readCreditCode = (text: string): string => tidyCode(text).replaceAll('-', '').toUpperCase()

/** The district in which a credit code was registered; old codes keep the district of their day. */
export const registrationDistrict = (creditCode: string): string => creditCode.slice(2, 8)

export const expiringDays = 90

export type LicenceStanding = 'VALID' | 'EXPIRING' | 'EXPIRED' | 'OPEN'

/** How a licence stands on a day; its last day is still valid. OPEN: the source names no end. */
export function licenceStanding(validTo: Day | null, today: Day): LicenceStanding {
  if (validTo === null) return 'OPEN'
  if (validTo < today) return 'EXPIRED'
  return validTo <= plusDays(today, expiringDays) ? 'EXPIRING' : 'VALID'
}

/** The first three and the last two or four digits: enough to recognise one's own number, not to dial it. */
export function maskPhone(phone: string): string {
  return phone.replace(/\d[\d-]{5,}\d/g, (number) => {
    const shown = number.length >= 11 ? 4 : 2
    return `${number.slice(0, 3)}${'*'.repeat(Math.max(number.length - 3 - shown, 1))}${number.slice(-shown)}`
  })
}

/** What the letter of a mandate may be: a document as it was signed, or a picture of it. */
export const letterTypes = ['application/pdf', 'image/jpeg', 'image/png']
export const letterExtensions = ['.pdf', '.jpg', '.jpeg', '.png']
export const letterBytesMax = 20_000_000
