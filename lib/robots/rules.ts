/** The one host whose robots there are. */
export const robotHost = 'qyapi.weixin.qq.com'

const robotPath = '/cgi-bin/webhook/send'

const keyPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const robotAddressLengthMax = 300

/**
 * The key in the address that WeCom shows for a robot; null for every other address: another host, scheme, port or path, a
 * user before the host, further parameters. Nothing but the key is kept, so no address of anybody's is ever asked.
 */
export function keyOfAddress(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, host, username, password, pathname, searchParams, hash } = new URL(text)
  const isRobot = protocol === 'https:' && host === robotHost && pathname === robotPath
  if (!isRobot || username !== '' || password !== '' || hash !== '') return null
  const key = searchParams.get('key') ?? ''
  return searchParams.size === 1 && keyPattern.test(key) ? key.toLowerCase() : null
}

/** The service takes so many a minute from one robot, and so many bytes in one. */
export const robotMessagesPerMinute = 20
const robotBytesMax = 2_048

/** The text, cut between characters where it is too long. */
export function fitted(text: string): string {
  const bytes = (part: string) => new TextEncoder().encode(part).byteLength
  if (bytes(text) <= robotBytesMax) return text
  const characters = Array.from(text)
  while (bytes(characters.join('')) > robotBytesMax - 3)
    characters.splice(-Math.max(1, Math.ceil((bytes(characters.join('')) - robotBytesMax) / 4)))
  return `${characters.join('')}…`
}

const problems = {
  TIMEOUT: 'TIMEOUT',
  UNREACHABLE: 'UNREACHABLE',
  NO_ANSWER: 'UNREACHABLE',
  KEY_UNREADABLE: 'KEY_UNREADABLE',
  'WECOM 93000': 'GONE',
  'WECOM 45009': 'TOO_MANY',
} as const

/** Why a message did not arrive, as far as somebody can do something about it; OTHER: the code is all there is. */
export const problemOf = (code: string): (typeof problems)[keyof typeof problems] | 'OTHER' =>
  Object.hasOwn(problems, code) ? problems[code as keyof typeof problems] : 'OTHER'
