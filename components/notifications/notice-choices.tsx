import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Banner } from '@/components/layout/banner'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { DescriptionList } from '@/components/list/description-list'
import type { NotificationWay } from '@/lib/core/prisma/enums'
import type { NoticeChoices as Found } from '@/lib/notifications/choice-queries'
import type { FixedGroup } from '@/lib/notifications/delivery-rules'
import { NoticeForm } from './notice-form'

type Props = Found & { ways: NotificationWay[]; fixed: readonly FixedGroup[]; isSaved: boolean }

/** How one is told: what may be chosen, and what comes to everybody. */
export async function NoticeChoices({ choices, withoutMail, ways, fixed, isSaved }: Props) {
  const t = await getTranslations('notifications.choices')
  return (
    <Words of={['notifications']}>
      <div className="flex max-w-4xl flex-col gap-8">
        {isSaved && <Banner tone="success">{t('saved')}</Banner>}
        {withoutMail === 'NOT_SET_UP' && <Banner>{t('notSetUp')}</Banner>}
        {withoutMail === 'NO_ADDRESS' && (
          <Banner tone="warning">
            {t('noAddress')} <Link href="/portal/account/contacts">{t('addAddress')}</Link>
          </Banner>
        )}
        <Section title={t('title')}>
          <p className="text-muted">{t('lead')}</p>
          <NoticeForm choices={choices} ways={ways} />
        </Section>
        <Section title={t('fixedTitle')}>
          <p className="text-muted">{t('fixedLead')}</p>
          <DescriptionList
            entries={fixed.map((group) => ({ label: t(`group.${group}`), value: t(`what.${group}`) }))}
          />
        </Section>
      </div>
    </Words>
  )
}
