/** The least that is ever asked for; the setting may ask for more. */
export const passwordLengthMin = 10
export const passwordLengthMax = 128

/** A few that everybody tries first. Length does the rest: rules about kinds of characters make passwords no better. */
const guessedFirst = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'qwertyuiop',
  'asdfghjkl',
  '1qaz2wsx3edc',
  'q1w2e3r4t5',
  'qazwsxedc',
  'abcdefghij',
  'iloveyou',
  'letmein',
  'welcome',
  'administrator',
  'admin',
  'changeme',
  'woaini',
  'shanghai',
  'anquan',
  'lianmeng',
  'yingji',
  'weihuapin',
  'safetyalliance',
]

const shortestOwn = 4

/**
 * What is wrong with a new password for an account, as a code of `forms.invalid`; null when it will do. `own` are the
 * account and the name: nobody's password may be made of them.
 */
export function passwordProblem(password: string, own: string[], lengthMin = passwordLengthMin): string | null {
  if (password.length < lengthMin) return 'PASSWORD_TOO_SHORT'
  if (password.length > passwordLengthMax) return 'PASSWORD_TOO_LONG'
  const plain = password.normalize('NFKC').toLowerCase()
  if (own.some((text) => isMadeOf(plain, text))) return 'PASSWORD_IS_ACCOUNT'
  return isEasy(plain) ? 'PASSWORD_TOO_EASY' : null
}

/** Whether little is left of a password once the account (or the part before the @) is taken out of it. */
function isMadeOf(password: string, own: string): boolean {
  const [name = ''] = own.toLowerCase().split('@')
  const parts = [own.toLowerCase(), name].filter((part) => part.length >= shortestOwn)
  return parts.some((part) => password.includes(part) && password.replaceAll(part, '').length < shortestOwn + 2)
}

function isEasy(password: string): boolean {
  if (new Set(password).size < 4 || isRun(password)) return true
  // 「password2026」 and its like: one of the first guesses with digits or marks around it.
  const core = password.replaceAll(/^[^a-z]+|[^a-z]+$/g, '')
  return guessedFirst.includes(core) || guessedFirst.includes(password.replaceAll(/[^a-z0-9@]/g, ''))
}

/** 1234567890, 0987654321, abcdefghij: each character follows the one before, and 0 follows 9. */
function isRun(password: string): boolean {
  const codes = [...password].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9)
}

/** How long a link may be used, in hours. */
export const invitationHours = 72
export const resetHours = 1
export const contactHours = 24

/** What the sign-in page says first to whoever was sent there. */
const notices = {
  reset: { key: 'reset', tone: 'success' },
  'signed-out': { key: 'signedOut', tone: 'success' },
  CredentialsSignin: { key: 'failed', tone: 'danger' },
  TOO_MANY_ATTEMPTS: { key: 'tooMany', tone: 'danger' },
  CODE_REQUIRED: { key: 'codeRequired', tone: 'warning' },
  contact: { key: 'contact', tone: 'success' },
} as const

export const toNotice = (code: string | undefined): (typeof notices)[keyof typeof notices] | null =>
  Object.entries(notices).find(([known]) => known === code)?.[1] ?? null

const ownNotices = ['password', 'session', 'sessions', 'language'] as const

export type OwnNotice = (typeof ownNotices)[number]

/** What one's own account says first after something was done there. */
export const toOwnNotice = (code: string | undefined): OwnNotice | null =>
  ownNotices.find((known) => known === code) ?? null

const browsers: [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'],
  [/DingTalk/, 'DingTalk'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/OpenHarmony|HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** A browser's own description in two words, so that people tell their devices apart; null where it says nothing. */
export function deviceOf(userAgent: string): string | null {
  const named = [browsers, systems].flatMap((kinds) => kinds.find(([pattern]) => pattern.test(userAgent))?.[1] ?? [])
  return named.length > 0 ? named.join(' · ') : null
}
