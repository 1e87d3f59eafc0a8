import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { Tabs } from '@/components/list/tabs'

export const trailPath = '/portal/audit'
export const accessPath = '/portal/audit/access'

/** The title, and the two kinds of record as tabs. */
export async function TrailHead({ current }: { current: 'trail' | 'access' }) {
  const t = await getTranslations('audit')
  return (
    <>
      <PageHeader title={t('title')} note={current === 'trail' ? t('note') : t('accessNote')} />
      <Tabs
        label={t('tabs.label')}
        tabs={[
          { href: trailPath, label: t('tabs.trail'), isCurrent: current === 'trail' },
          { href: accessPath, label: t('tabs.access'), isCurrent: current === 'access' },
        ]}
      />
    </>
  )
}
