import { getTranslations } from 'next-intl/server'
import { hrefWith } from '@/components/list/href'
import { Tabs } from '@/components/list/tabs'
import type { TodoFilter } from '@/lib/problems/schema'

const states = ['OVERDUE', 'OPEN', 'DOING', 'DONE', 'NOT_APPLICABLE', 'VERIFIED'] as const

/** The filter by state, each an address of its own. */
export async function TodoTabs({ path, current }: { path: string; current: TodoFilter['state'] }) {
  const t = await getTranslations('problems')
  const name = (state: (typeof states)[number]) => (state === 'OVERDUE' ? t('overdue') : t(`todoState.${state}`))
  return (
    <Tabs
      label={t('overview.state')}
      tabs={[
        { href: path, label: t('overview.all'), isCurrent: !current },
        ...states.map((state) => ({
          href: hrefWith(path, {}, { state }),
          label: name(state),
          isCurrent: current === state,
        })),
      ]}
    />
  )
}
