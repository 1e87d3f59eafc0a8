import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { tidy } from './rules'

/** Numbers as they are kept, and whether one of them is no number that can be dialled. */
export type Phones = { text: string; isDoubtful: boolean }

/** A space parts two numbers only where a whole one begins: `199 0000 1929` is one. */
const separators = /[、,;/|]+|\s+(?=(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d))/

/**
 * Telephone numbers of a cell or a field: mobile or landline, several of them, with extensions. What cannot be read stays
 * as it was written and is doubtful: a wrong number must not keep an enterprise out of the registry.
 */
export function readPhones(raw: string): Phones {
  const numbers = tidy(raw)
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readPhone)
  return { text: numbers.map(({ text }) => text).join('、'), isDoubtful: numbers.some(({ isDoubtful }) => isDoubtful) }
}

const mobile = /^1[3-9]\d{9}$/

function readPhone(written: string): Phones {
  const [main = '', extension] = written.split(/(?:转|分机|ext\.?|#)|(?<=\d{7,8})-(?=\d{2,5}$)/i)
  const digits = main.replace(/^\+?(?:00)?86(?=[01]\d{9})/, '').replace(/[\s()·.-]/g, '')
  const suffix = extension ? `转${extension.replace(/\D/g, '')}` : ''
  if (mobile.test(digits)) return { text: digits + suffix, isDoubtful: suffix !== '' }
  // A number of this city without its area code is as it should be.
  if (/^[2-9]\d{7}$/.test(digits)) return { text: digits + suffix, isDoubtful: false }
  const parsed = parsePhoneNumberFromString(digits, 'CN')
  if (!parsed?.isValid()) return { text: written, isDoubtful: true }
  return { text: withHyphen(digits) + suffix, isDoubtful: false }
}

/** 021-50000644, 0512-61234567: the area code apart, as the bureaus write it. */
function withHyphen(digits: string): string {
  const area = /^(0(?:10|2\d)|0\d{3})(\d{7,8})$/.exec(digits)
  return area ? `${area[1]}-${area[2]}` : digits
}
