import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { DescriptionList } from '@/components/list/description-list'
import { ButtonLink } from '@/components/ui/button'
import { formatInstantOfYear } from '@/lib/text/format'
import { deviceOf, type OwnNotice } from '@/lib/users/rules'
import { LanguageChoice } from './language-choice'
import { ChangePasswordForm } from './new-password-forms'
import { SessionList } from './session-list'

type Props = {
  account: { name: string; email: string | null; phone: string | null; locale: string }
  hatLabel: string
  hatCount: number
  sessions: { id: string; createdAt: Date; lastSeenAt: Date; userAgent: string; isThis: boolean }[]
  notice: OwnNotice | null
  lengthMin: number
}

/** Everything about oneself, one part under the other. */
export async function OwnAccount({ account, hatLabel, hatCount, sessions, notice, lengthMin }: Props) {
  const [t, hint, shell, locale] = await Promise.all([
    getTranslations('users'),
    getTranslations('account'),
    getTranslations('shell'),
    getLocale(),
  ])
  const shown = sessions.map(({ id, isThis, userAgent, createdAt, lastSeenAt }) => ({
    id,
    isThis,
    device: deviceOf(userAgent) ?? t('own.unknownDevice'),
    when: t('own.sessionWhen', {
      from: formatInstantOfYear(locale, createdAt),
      seen: formatInstantOfYear(locale, lastSeenAt),
    }),
  }))

  return (
    <div className="flex max-w-4xl flex-col gap-8">
      {notice && <Banner tone="success">{t(`own.done.${notice}`)}</Banner>}
      <Section title={t('own.about')}>
        <DescriptionList
          entries={[
            { label: t('field.name'), value: account.name },
            { label: t('field.account'), value: account.email ?? account.phone },
            { label: t('own.hatNow'), value: hatLabel },
          ]}
        />
        <p className="text-muted">{hint('nameHint')}</p>
        {hatCount > 1 && (
          <div>
            <ButtonLink href="/portal/hats">{t('own.allHats', { count: hatCount })}</ButtonLink>
          </div>
        )}
      </Section>
      <Section title={t('own.sessions')}>
        <p className="text-muted">{t('own.sessionsLead')}</p>
        <SessionList
          sessions={shown}
          words={{
            thisDevice: t('own.thisDevice'),
            end: t('own.end'),
            endOthers: t('own.endOthers'),
          }}
        />
      </Section>
      <Section title={t('own.password')}>
        <p className="text-muted">{t('own.passwordLead')}</p>
        <div className="max-w-md">
          <Words of={['signIn']}>
            <ChangePasswordForm lengthMin={lengthMin} />
          </Words>
        </div>
      </Section>
      <Section title={t('own.language')}>
        <p className="text-muted">{t('own.languageLead')}</p>
        <LanguageChoice
          current={account.locale}
          languages={[
            { value: 'ZH_CN', label: shell('languageName.zh-CN'), lang: 'zh-CN' },
            { value: 'EN', label: shell('languageName.en'), lang: 'en' },
          ]}
        />
      </Section>
    </div>
  )
}
