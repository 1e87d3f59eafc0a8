import { getLocale, getTranslations } from 'next-intl/server'
import { enterpriseFields, moreEnterpriseFields } from '@/components/enterprises/enterprise-fields'
import { Section } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import { queryValue, type Query } from '@/components/list/href'
import type { Selection } from '@/lib/bulk/schema'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'
import { formatNumber } from '@/lib/text/format'

export type Chosen = { count: number; first: { id: string; name: string }[] }

type Props = { selection: Selection; chosen: Chosen; places: RegistryPlaces; query: Query }

/** Whom it is about: how many, by which conditions, and the first of them by name. */
export async function SelectionSummary({ selection, chosen, places, query }: Props) {
  const t = await getTranslations('bulk')
  const count = formatNumber(chosen.count)
  const conditions = selection.scope === 'filter' ? await conditionsOf(query, places) : []
  const names = chosen.first.map(({ name }) => name).join('、')
  const others = chosen.count > chosen.first.length ? ` ${t('andOthers', { count })}` : ''
  return (
    <Section title={t('chosen')}>
      <p className="font-bold">
        {selection.scope === 'filter' ? t('chosenFilter', { count }) : t('chosenRows', { count })}
      </p>
      {conditions.length > 0 && <DescriptionList entries={conditions} columns={3} />}
      {selection.scope === 'filter' && conditions.length === 0 && <p className="text-sm">{t('noFilter')}</p>}
      {chosen.count > 0 && (
        <p className="text-sm text-muted">
          {t('among')}
          {names}
          {others}
        </p>
      )}
      {selection.scope === 'filter' && <p className="text-sm text-muted">{t('runNote')}</p>}
    </Section>
  )
}

/** The filter of the list, in the words of its own bar. */
async function conditionsOf(query: Query, places: RegistryPlaces) {
  const locale = await getLocale()
  const fields = [...(await enterpriseFields(places, locale, true)), ...(await moreEnterpriseFields())]
  return fields.flatMap((field) => {
    const value = queryValue(query, field.name)
    if (value === undefined) return []
    const option = field.type === 'select' ? field.options.find((one) => one.value === value) : { label: value }
    return option ? [{ label: field.label, value: option.label }] : []
  })
}
