/** From where a request comes, as far as the server itself knows it. */
export type Caller = { address: string; userAgent: string }

/** Set by instrumentation.ts on every request, over whatever a client sent under that name. */
export const addressHeader = 'x-client-address'

export const unknownCaller: Caller = { address: 'unknown', userAgent: '' }

export const callerOf = (headers: Pick<Headers, 'get'>): Caller => ({
  address: headers.get(addressHeader) ?? unknownCaller.address,
  userAgent: (headers.get('user-agent') ?? '').slice(0, 400),
})

/**
 * The address of a client: that of the socket, or, behind proxies of our own, the entry that the outermost of them added
 * to X-Forwarded-For. Entries further left are what the client says of itself and are never believed.
 */
export function clientAddress(socketAddress: string, forwardedFor: string | undefined, trustedHops: number): string {
  if (trustedHops === 0) return plainAddress(socketAddress)
  const chain = (forwardedFor ?? '').split(',').map((entry) => entry.trim())
  const added = chain[chain.length - trustedHops]
  return plainAddress(added || socketAddress)
}

/** An IPv4 address that came over an IPv6 socket, without its wrapping. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * What guesses are counted by: an IPv4 address, or the /64 of an IPv6 one, which is what a single customer gets and can
 * change within at will.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`
}
