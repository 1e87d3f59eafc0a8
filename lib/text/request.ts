import { getRequestConfig } from 'next-intl/server'
import { cookies } from 'next/headers'
import { toLocale } from './locale'
import { messagesOf } from './messages'

/** What next-intl asks for in each request: the language comes from the cookie, the zone is Beijing's. */
export default getRequestConfig(async () => {
  const locale = toLocale((await cookies()).get('locale')?.value)

  return { locale, messages: messagesOf(locale), timeZone: 'Asia/Shanghai' }
})
