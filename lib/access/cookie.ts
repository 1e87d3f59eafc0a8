import { isHttps } from '@/lib/core/env'

/** The session cookie. Under https the `__Host-` prefix pins it to this host. Apart, so that the proxy need not load more. */
export const sessionCookie = isHttps ? '__Host-session' : 'session'
