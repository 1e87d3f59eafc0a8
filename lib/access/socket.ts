import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { env } from '@/lib/core/env'
import { addressHeader, clientAddress } from './caller'

/**
 * Writes the client's address into each request of this process before anybody reads it, over whatever the client sent
 * under that name. Node announces a request here before the server's own listener hears of it.
 */
export function noteAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    const forwarded = request.headers['x-forwarded-for']
    request.headers[addressHeader] = clientAddress(
      request.socket.remoteAddress ?? 'unknown',
      Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
      env.TRUSTED_PROXY_HOPS,
    )
  })
}
