import { getTranslations } from 'next-intl/server'
import type { FilterField } from '@/components/list/filter-bar'
import { BusinessKind, MajorHazardLevel, SizeClass, StandardizationLevel } from '@/lib/core/prisma/enums'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'
import { enterpriseStates, licenceFilters, unsaid } from '@/lib/enterprises/schema'
import type { Locale } from '@/lib/text/locale'

/** What is asked for every day: a name, where, in which alliance, which licences run out. */
export async function enterpriseFields(
  { jurisdictions, alliances }: RegistryPlaces,
  locale: Locale,
  isCityWide: boolean,
): Promise<FilterField[]> {
  const [t, field] = await Promise.all([getTranslations('enterprises'), getTranslations('imports.field')])
  const isEnglish = locale === 'en'
  const jurisdiction: FilterField = {
    name: 'jurisdiction',
    label: field('jurisdiction'),
    type: 'select',
    options: jurisdictions.map(({ code, shortName, nameEn }) => ({
      value: code,
      label: isEnglish ? nameEn : shortName,
    })),
  }
  return [
    { name: 'q', label: t('list.searchLabel'), type: 'text', placeholder: t('list.search'), isWide: true },
    ...(isCityWide ? [jurisdiction] : []),
    {
      name: 'alliance',
      label: t('list.alliance'),
      type: 'select',
      options: alliances.map(({ slug, name, nameEn }) => ({ value: slug, label: isEnglish ? nameEn : name })),
    },
    {
      name: 'licence',
      label: t('field.licence'),
      type: 'select',
      options: licenceFilters.map((value) => ({ value, label: t(`licenceFilter.${value}`) })),
    },
  ]
}

/** Behind 展开: what an enterprise is. Where the source may be silent, silence can be asked for. */
export async function moreEnterpriseFields(): Promise<FilterField[]> {
  const [t, field] = await Promise.all([getTranslations('enterprises'), getTranslations('imports.field')])
  const silent = { value: unsaid, label: t('list.unsaid') }
  return [
    {
      name: 'kind',
      label: field('businessKind'),
      type: 'select',
      options: Object.values(BusinessKind).map((value) => ({ value, label: t(`businessKind.${value}`) })),
    },
    {
      name: 'size',
      label: field('sizeClass'),
      type: 'select',
      options: [...Object.values(SizeClass).map((value) => ({ value, label: t(`sizeClass.${value}`) })), silent],
    },
    {
      name: 'standardization',
      label: field('standardizationLevel'),
      type: 'select',
      options: [
        ...Object.values(StandardizationLevel).map((value) => ({ value, label: t(`standardizationLevel.${value}`) })),
        silent,
      ],
    },
    {
      name: 'hazard',
      label: field('majorHazardLevel'),
      type: 'select',
      options: [
        ...Object.values(MajorHazardLevel).map((value) => ({ value, label: t(`majorHazardLevel.${value}`) })),
        silent,
      ],
    },
    { name: 'asOf', label: t('list.asOf'), type: 'date' },
    {
      name: 'state',
      label: t('field.state'),
      type: 'select',
      options: enterpriseStates.map((value) => ({ value, label: t(`state.${value}`) })),
    },
  ]
}
