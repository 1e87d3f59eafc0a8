import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { Tabs } from '@/components/list/tabs'

const parts = ['about', 'contacts', 'notices', 'codes', 'data'] as const

/** The head of every page about oneself, with the way to the others. */
export async function AccountHead({ current }: { current: (typeof parts)[number] }) {
  const [t, own] = await Promise.all([getTranslations('account.tabs'), getTranslations('users.own')])
  return (
    <>
      <PageHeader title={own('title')} />
      <Tabs
        label={t('label')}
        tabs={parts.map((part) => ({
          href: part === 'about' ? '/portal/account' : `/portal/account/${part}`,
          label: t(part),
          isCurrent: part === current,
        }))}
      />
    </>
  )
}
