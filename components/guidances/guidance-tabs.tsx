import { getTranslations } from 'next-intl/server'
import { hrefWith } from '@/components/list/href'
import { Tabs } from '@/components/list/tabs'
import { guidanceStates } from '@/lib/guidances/rules'
import type { GuidanceFilter } from '@/lib/guidances/schema'

/** The queue by state, each an address of its own. */
export async function GuidanceTabs({ path, current }: { path: string; current: GuidanceFilter['state'] }) {
  const t = await getTranslations('guidances')
  return (
    <Tabs
      label={t('tabs')}
      tabs={[
        { href: path, label: t('all'), isCurrent: !current },
        ...guidanceStates.map((state) => ({
          href: hrefWith(path, {}, { state }),
          label: t(`state.${state}`),
          isCurrent: current === state,
        })),
      ]}
    />
  )
}
