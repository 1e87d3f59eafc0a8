import { SlidersHorizontal } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { Disclosure } from '@/components/ui/disclosure'
import { chosen, preferences, type Preference } from './preferences'

/** What stands in the top bar as an icon with a menu under it. */
export const topBarButton =
  'flex min-h-9 min-w-9 items-center justify-center gap-1.5 rounded-md px-2 text-sm text-ink hover:bg-sunken pointer-coarse:min-h-(--target) pointer-coarse:min-w-(--target)'

export const topBarPanel =
  'absolute right-0 z-40 mt-1 w-72 max-w-[calc(100vw-2rem)] rounded-md border border-input bg-surface p-4 text-sm'

/** Language, theme, size, contrast, row height: a plain form, each choice a button. Works without script. */
export async function Appearance({ choices }: { choices: Preference[] }) {
  const t = await getTranslations('shell')
  return (
    <Disclosure
      label={t('appearance')}
      summaryClass={topBarButton}
      summary={<SlidersHorizontal aria-hidden className="size-5" />}
    >
      <form action="/api/preferences" method="post" className={`flex flex-col gap-4 ${topBarPanel}`}>
        {choices.map((name) => (
          <PreferenceChoice key={name} name={name} />
        ))}
      </form>
    </Disclosure>
  )
}

async function PreferenceChoice({ name }: { name: Preference }) {
  const [t, jar] = await Promise.all([getTranslations('shell'), cookies()])
  const { title, names } = wordsOf(t)[name]
  const current = chosen(jar, name)
  return (
    <fieldset>
      <legend className="mb-1 font-normal text-muted">{title}</legend>
      <div className="flex overflow-hidden rounded-md border border-input">
        {preferences[name].map((choice) => (
          <button
            key={choice}
            name={name}
            value={choice}
            aria-pressed={choice === current}
            lang={name === 'locale' ? choice : undefined}
            className="min-h-8 flex-1 border-l border-input px-2 first:border-l-0 hover:bg-sunken focus-visible:-outline-offset-3 aria-pressed:bg-primary aria-pressed:font-bold aria-pressed:text-primary-ink pointer-coarse:min-h-(--target)"
          >
            {names[choice]}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

type Words = Record<Preference, { title: string; names: Record<string, string> }>

const wordsOf = (t: Awaited<ReturnType<typeof getTranslations<'shell'>>>): Words => ({
  locale: { title: t('language'), names: { 'zh-CN': t('languageName.zh-CN'), en: t('languageName.en') } },
  theme: {
    title: t('theme'),
    names: { system: t('themeName.system'), light: t('themeName.light'), dark: t('themeName.dark') },
  },
  'text-size': { title: t('textSize'), names: { normal: t('textSizeName.normal'), large: t('textSizeName.large') } },
  contrast: { title: t('contrast'), names: { normal: t('contrastName.normal'), high: t('contrastName.high') } },
  density: {
    title: t('density'),
    names: {
      roomy: t('densityName.roomy'),
      normal: t('densityName.normal'),
      compact: t('densityName.compact'),
    },
  },
})
