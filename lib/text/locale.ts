/** The languages of the portal; the first is the source of every word. */
export const locales = ['zh-CN', 'en'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'zh-CN'

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/** The locale that a cookie or a stored preference asks for, or the first language. */
export const toLocale = (value: unknown): Locale => (isLocale(value) ? value : defaultLocale)
