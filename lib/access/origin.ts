import { env, publicUrl } from '@/lib/core/env'

const loopback = [`http://127.0.0.1:${env.PORT}`, `http://localhost:${env.PORT}`]

/** Where requests that change state may come from: PUBLIC_URL alone, or this machine's own names where it is unset. */
const ownOrigins = new Set(env.PUBLIC_URL ? [new URL(publicUrl).origin] : [new URL(publicUrl).origin, ...loopback])

/** Whether a request that changes state comes from the portal itself. Missing and `null` are refused; forwarded headers are not asked. */
export const isOwnOrigin = (origin: string | null): boolean => origin !== null && ownOrigins.has(origin)

/**
 * A path inside the portal, or the fallback: for return addresses. `//host`, `/\host`, schemes and control characters
 * all fall back.
 */
export function ownPath(target: string | null | undefined, fallback: string): string {
  if (!target || target.length > 2_000 || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(target)) return fallback
  const url = new URL(target, 'http://portal.invalid')
  return url.origin === 'http://portal.invalid' ? `${url.pathname}${url.search}${url.hash}` : fallback
}

/** The same for an address that may name the portal itself in full, as next-auth writes it. */
export function returnPath(target: string | undefined, fallback: string): string {
  if (!target || !URL.canParse(target)) return ownPath(target, fallback)
  const { origin, pathname, search, hash } = new URL(target)
  return isOwnOrigin(origin) ? ownPath(`${pathname}${search}${hash}`, fallback) : fallback
}
