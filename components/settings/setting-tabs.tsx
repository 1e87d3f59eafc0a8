import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { Tabs } from '@/components/list/tabs'
import { settingKeys, type SettingKey } from '@/lib/settings/rules'

export type SettingPage = SettingKey | 'holidays' | 'overview'

const pages: SettingPage[] = ['overview', 'holidays', ...settingKeys]

/** The head of every page of the settings, with the way to the others. */
export async function SettingHead({ current }: { current: SettingPage }) {
  const t = await getTranslations('settings')
  const hrefOf = (page: SettingPage) => (page === 'overview' ? '/portal/settings' : `/portal/settings/${page}`)
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Tabs
        label={t('tabs')}
        tabs={pages.map((page) => ({
          href: hrefOf(page),
          label: page === 'overview' ? t('overview') : t(`name.${page}`),
          isCurrent: page === current,
        }))}
      />
    </>
  )
}
