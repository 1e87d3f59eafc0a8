import { getTranslations } from 'next-intl/server'
import { Tabs } from '@/components/list/tabs'

export type PracticeTab = 'library' | 'own' | 'reviews' | 'toPublish'

const hrefs = {
  library: '/portal/practices',
  own: '/portal/practices/own',
  reviews: '/portal/practices/reviews',
  toPublish: '/portal/practices/reviews',
}

export async function PracticeTabs({
  tabs,
  current,
  waiting,
}: {
  tabs: PracticeTab[]
  current: PracticeTab
  waiting: number
}) {
  const t = await getTranslations('practices.list')
  if (tabs.length < 2) return null
  return (
    <Tabs
      label={t('title')}
      tabs={tabs.map((tab) => ({
        href: hrefs[tab],
        label: t(tab),
        isCurrent: tab === current,
        ...(hrefs[tab] === hrefs.reviews && { count: String(waiting) }),
      }))}
    />
  )
}
