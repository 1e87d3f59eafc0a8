/** The languages of the portal; the first is the source of every word. */
export const locales = ['zh-CN', 'en'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'zh-CN'

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/** The locale that a cookie or a stored preference asks for, or the first language. */
export const toLocale = (value: unknown): Locale => (isLocale(value) ? value : defaultLocale)

/** The name of a thing that has one in each language. */
export const nameIn = (locale: Locale, named: { name: string; nameEn: string }): string =>
  locale === 'zh-CN' ? named.name : named.nameEn
