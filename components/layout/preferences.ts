import { isLocale, locales } from '@/lib/text/locale'

/** How a person wants the portal to look. Kept in cookies, so that the server draws it right at once, without script. */
export const preferences = {
  locale: locales,
  theme: ['system', 'light', 'dark'],
  'text-size': ['normal', 'large'],
  contrast: ['normal', 'high'],
  density: ['roomy', 'normal', 'compact'],
} as const

export type Preference = keyof typeof preferences

type Jar = { get: (name: string) => { value: string } | undefined }

const classes: Partial<Record<Preference, Record<string, string>>> = {
  theme: { light: 'theme-light', dark: 'theme-dark' },
  'text-size': { large: 'text-large' },
  contrast: { high: 'contrast-high' },
  density: { roomy: 'rows-roomy', compact: 'rows-compact' },
}

export const isPreference = (name: string): name is Preference => Object.hasOwn(preferences, name)

export const isChoice = (name: Preference, value: unknown): value is string =>
  name === 'locale' ? isLocale(value) : preferences[name].some((choice) => choice === value)

/** What a cookie says, or the usual choice. */
export function chosen(jar: Jar, name: Preference): string {
  const value = jar.get(name)?.value
  if (isChoice(name, value)) return value
  return name === 'theme' ? 'system' : (preferences[name].find((choice) => choice === 'normal') ?? preferences[name][0])
}

/** The classes of <html> for what the cookies ask. */
export const preferenceClasses = (jar: Jar): string =>
  Object.entries(classes)
    .flatMap(([name, byChoice]) => (isPreference(name) ? (byChoice[chosen(jar, name)] ?? []) : []))
    .join(' ')
