import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader } from '@/components/layout/page-header'
import { hrefWith, type Query } from '@/components/list/href'
import { Tabs } from '@/components/list/tabs'
import { ButtonLink } from '@/components/ui/button'
import type { Forecast } from '@/lib/bulk/queries'
import { acts } from '@/lib/bulk/rules'
import type { Act, Change, Selection } from '@/lib/bulk/schema'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'
import { ChangeForm } from './change-form'
import { CheckAnswers } from './check-answers'
import { SelectionSummary, type Chosen } from './selection-summary'

export type Asked = {
  selection: Selection | null
  chosen: Chosen
  act: Act
  /** The change, once it is filled in and can be checked. */
  checked: { change: Change; forecast: Forecast; taskKey: string } | null
  errors: Record<string, string>
}

type Props = Asked & { places: RegistryPlaces; query: Query; today: string }

const path = '/portal/enterprises/bulk'
const fields = { to: null, on: null, newSize: null, newLevel: null, until: null, check: null }

/** Whom, what, check: one address, whatever step it is at. */
export async function BulkPage({ selection, chosen, act, checked, errors, places, query, today }: Props) {
  const [t, registry] = await Promise.all([getTranslations('bulk'), getTranslations('enterprises.list')])
  const header = <PageHeader title={t('title')} crumbs={[{ href: '/portal/enterprises', label: registry('title') }]} />
  if (selection === null || chosen.count === 0)
    return (
      <>
        {header}
        <EmptyState
          kind="nothing"
          title={t('none.title')}
          text={t('none.text')}
          action={<ButtonLink href="/portal/enterprises">{t('none.back')}</ButtonLink>}
        />
      </>
    )
  const tabs = acts.map((one) => ({
    href: hrefWith(path, query, { ...fields, act: one }),
    label: t(`act.${one}`),
    isCurrent: one === act,
  }))
  return (
    <>
      {header}
      <SelectionSummary selection={selection} chosen={chosen} places={places} query={query} />
      <Tabs label={t('acts')} tabs={tabs} />
      {checked ? (
        <CheckAnswers selection={selection} {...checked} count={chosen.count} places={places} query={query} />
      ) : (
        act !== 'export' && <ChangeForm act={act} query={query} places={places} today={today} errors={errors} />
      )}
    </>
  )
}
