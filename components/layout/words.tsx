import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { type ReactNode } from 'react'
import { pickMessages, type Noun } from '@/lib/text/messages'

const always = ['common', 'forms', 'refusals'] as const

/** Hands the words of a few nouns to the client components below it: what a page does not need is not sent. */
export async function Words({ of: nouns = [], children }: { of?: readonly Noun[]; children: ReactNode }) {
  const messages = pickMessages(await getMessages(), [...always, ...nouns])
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}
