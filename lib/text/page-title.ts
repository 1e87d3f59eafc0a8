import { type Metadata } from 'next'
import { type MessageKeys, type NestedKeyOf } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { type Messages } from './messages'

/**
 * `generateMetadata` of a page whose name in the browser's tab is fixed (WCAG 2.4.2). Names of rows never stand there: a
 * page that somebody may not see would tell them by its title.
 */
export const pageTitle = (key: MessageKeys<Messages, NestedKeyOf<Messages>>) => async (): Promise<Metadata> => ({
  title: (await getTranslations())(key),
})
