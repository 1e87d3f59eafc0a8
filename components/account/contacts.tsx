import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { DescriptionList } from '@/components/list/description-list'
import { ChangePhoneForm, RequestMailForm } from './contact-forms'

type Props = {
  account: { email: string | null; phone: string | null }
  sendsMail: boolean
  done: 'asked' | 'phone' | null
}

/** By what one is known and reached, and how to change it. */
export async function Contacts({ account, sendsMail, done }: Props) {
  const t = await getTranslations('account.contacts')
  return (
    <Words of={['account']}>
      <div className="flex max-w-4xl flex-col gap-8">
        {done && <Banner tone="success">{t(`done.${done}`)}</Banner>}
        <Section title={t('title')}>
          <p className="text-muted">{t('lead')}</p>
          <DescriptionList
            entries={[
              { label: t('email'), value: account.email },
              { label: t('phone'), value: account.phone },
            ]}
          />
        </Section>
        <Section title={t('mailTitle')}>
          <p className="text-muted">{sendsMail ? t('mailLead') : t('mailOff')}</p>
          {sendsMail && (
            <div className="max-w-md">
              <RequestMailForm />
            </div>
          )}
        </Section>
        <Section title={t('phoneTitle')}>
          <p className="max-w-2xl text-muted">{t('phoneLead')}</p>
          <div className="max-w-md">
            <ChangePhoneForm />
          </div>
        </Section>
      </div>
    </Words>
  )
}
