import type { getTranslations } from 'next-intl/server'

type Translator = Awaited<ReturnType<typeof getTranslations<'users'>>>

/** An office in words, with the say that its holder has. */
export function officeText(
  t: Translator,
  { office, isAdministrator }: { office: string | null; isAdministrator: boolean },
): string {
  const name = office ?? t('municipalBureau')
  return isAdministrator ? `${name} · ${t('administrator')}` : name
}

/** Many hats in one cell: the first, and how many there are. */
export function hatsText(t: Translator, hats: { office: string | null; isAdministrator: boolean }[]): string {
  const [first] = hats
  if (!first) return ''
  const name = officeText(t, first)
  return hats.length === 1 ? name : t('moreHats', { first: name, count: hats.length })
}
