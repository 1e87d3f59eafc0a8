import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import { Pager } from '@/components/list/pager'
import type { Page } from '@/lib/core/paging'
import type { PlaceRow } from '@/lib/registrations/own-queries'

type Props = { path: string; page: Page<PlaceRow> & { total: number } }

/** Who holds, waits or is excused, as far as the reader sees it. */
export async function PlacesTable({ path, page }: Props) {
  const [t, states, own] = await Promise.all([
    getTranslations('activities.detail'),
    getTranslations('registrations.state'),
    getTranslations('registrations.own'),
  ])
  const labels = {
    PLACED: states('PLACED'),
    OFFERED: own('offeredState'),
    WAITING: states('WAITING'),
    ON_LEAVE: states('ON_LEAVE'),
  }
  const columns: Column[] = [
    { key: 'enterprise', label: t('enterprise'), isTitle: true },
    { key: 'person', label: t('person') },
    {
      key: 'state',
      label: t('placeState'),
      kind: 'badge',
      labels,
      tones: { PLACED: 'success', OFFERED: 'warning', WAITING: 'warning', ON_LEAVE: 'neutral' },
    },
    { key: 'reason', label: t('leaveReason'), isLong: true },
  ]
  const rows: Row[] = page.rows.map((place) => [
    place.id,
    place.enterprise.name,
    place.user?.name ?? t('unnamed'),
    place.offeredUntil ? 'OFFERED' : place.state,
    place.leaveReason,
  ])
  return (
    <Section title={t('places')}>
      {rows.length === 0 ? (
        <p className="text-sm text-muted">{t('noPlaces')}</p>
      ) : (
        <>
          <DataTable id="places" label={t('places')} columns={columns} rows={rows} />
          <Pager path={path} query={{}} total={page.total} previous={page.previous} next={page.next} />
        </>
      )}
    </Section>
  )
}
