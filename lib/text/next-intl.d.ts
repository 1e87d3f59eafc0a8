import { type Locale } from './locale'
import { type Messages } from './messages'

/** Makes a misspelt key or language a type error. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
