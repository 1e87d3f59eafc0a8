import { getTranslations } from 'next-intl/server'
import type { AllianceLegend, Cell, Column, Row } from '@/components/list/columns'
import { messagesOf } from '@/lib/text/messages'
import type { ListedEnterprise } from '@/lib/enterprises/list-queries'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'
import type { Locale } from '@/lib/text/locale'

type View = { isCityWide: boolean; hasClosed: boolean }

/** The columns of the registry; those that few ask for are extra. A column that would say the same in each row is left out. */
export async function enterpriseColumns({ isCityWide, hasClosed }: View): Promise<Column[]> {
  const [t, field] = await Promise.all([getTranslations('enterprises'), getTranslations('imports.field')])
  const labels = <Code extends string>(codes: readonly Code[], say: (code: Code) => string): Record<string, string> =>
    Object.fromEntries(codes.map((code) => [code, say(code)]))
  return [
    {
      key: 'name',
      label: field('name'),
      kind: 'link',
      href: '/portal/enterprises/{id}',
      sort: 'name',
      isTitle: true,
    },
    ...(hasClosed ? [stateColumn(t('field.state'), t('state.CLOSED'))] : []),
    { key: 'creditCode', label: field('creditCode'), kind: 'mono' },
    ...(isCityWide ? [{ key: 'jurisdiction', label: field('jurisdiction') }] : []),
    { key: 'alliances', label: t('list.alliance'), kind: 'alliances' },
    { key: 'size', label: field('sizeClass') },
    { key: 'standardization', label: t('field.standardization'), isNamed: true },
    { key: 'hazard', label: t('field.hazard'), isNamed: true },
    {
      key: 'licence',
      label: t('field.licence'),
      kind: 'badge',
      labels: labels(['VALID', 'EXPIRING', 'EXPIRED', 'OPEN'], (code) => t(`licenceStanding.${code}`)),
      tones: { VALID: 'success', EXPIRING: 'warning', EXPIRED: 'danger' },
    },
    { key: 'validTo', label: t('field.licenceValidTo'), kind: 'day' },
    { key: 'businessKind', label: field('businessKind'), isExtra: true },
    { key: 'establishment', label: field('establishment'), isExtra: true },
    { key: 'locatedDistrict', label: field('locatedDistrict'), isExtra: true },
    { key: 'industryCode', label: field('industryCode'), isExtra: true },
    { key: 'employees', label: field('employees'), kind: 'number', isExtra: true },
    { key: 'principal', label: field('principalName'), isExtra: true },
    { key: 'safetyLead', label: field('safetyLeadName'), isExtra: true },
  ]
}

/** Only where a closed enterprise is among the rows: otherwise it would be empty from top to bottom. */
const stateColumn = (label: string, closed: string): Column => ({
  key: 'state',
  label,
  kind: 'badge',
  labels: { CLOSED: closed },
  tones: { CLOSED: 'neutral' },
})

/** Plain cells in the order of the columns: words, so that no legend of codes travels with them. */
export function enterpriseRows(
  enterprises: ListedEnterprise[],
  { places, locale, isCityWide, hasClosed }: View & { places: RegistryPlaces; locale: Locale },
): Row[] {
  const { enterprises: words } = messagesOf(locale)
  const names = new Map(
    places.jurisdictions.map(({ id, shortName, nameEn }) => [id, locale === 'en' ? nameEn : shortName]),
  )
  const place = (id: string | null): Cell => (id === null ? null : (names.get(id) ?? null))
  return enterprises.map((row): Row => [
    row.id,
    row.name,
    ...(hasClosed ? [row.isClosed ? 'CLOSED' : null] : []),
    row.creditCode,
    ...(isCityWide ? [place(row.supervisingJurisdictionId)] : []),
    row.allianceIds,
    words.businessKind[row.businessKind],
    row.sizeClass && words.sizeClass[row.sizeClass],
    row.standardizationLevel && words.standardizationLevel[row.standardizationLevel],
    row.majorHazardLevel && words.majorHazardLevel[row.majorHazardLevel],
    row.licence?.standing ?? null,
    row.licence?.validTo ?? null,
    row.establishment,
    place(row.locatedDistrictId),
    row.industryCode,
    row.employees,
    row.principalName,
    row.safetyLeadName,
  ])
}

export const allianceLegend = ({ alliances }: RegistryPlaces): AllianceLegend =>
  Object.fromEntries(alliances.map(({ id, sortOrder, shortName }) => [id, { sortOrder, shortName }]))
