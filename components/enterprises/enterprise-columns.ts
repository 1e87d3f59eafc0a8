import type { AllianceLegend, Cell, Column, Row } from '@/components/list/columns'
import type { ListedEnterprise } from '@/lib/enterprises/list-queries'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'
import type { Locale } from '@/lib/text/locale'
import { messagesOf } from '@/lib/text/messages'

type View = { places: RegistryPlaces; locale: Locale; isCityWide: boolean; hasClosed: boolean }

/** A column and what stands in it, in one place: they cannot come apart. */
type Drawn = Column & { of: (enterprise: ListedEnterprise) => Cell }

/**
 * The columns of the registry; those that few ask for are extra, and one that would say the same in each row is left out.
 * Cells are words, so that no legend of codes travels with them.
 */
function drawn({ places, locale, isCityWide, hasClosed }: View): Drawn[] {
  const { enterprises: words, imports } = messagesOf(locale)
  const head = imports.field
  const names = new Map(
    places.jurisdictions.map(({ id, shortName, nameEn }) => [id, locale === 'en' ? nameEn : shortName]),
  )
  const place = (id: string | null): Cell => (id === null ? null : (names.get(id) ?? null))
  const jurisdiction: Drawn = {
    key: 'jurisdiction',
    label: head.jurisdiction,
    of: (row) => place(row.supervisingJurisdictionId),
  }
  const state: Drawn = {
    key: 'state',
    label: words.field.state,
    kind: 'badge',
    labels: { CLOSED: words.state.CLOSED },
    of: ({ isClosed }) => (isClosed ? 'CLOSED' : null),
  }
  return [
    {
      key: 'name',
      label: head.name,
      kind: 'link',
      href: '/portal/enterprises/{id}',
      sort: 'name',
      isTitle: true,
      of: (row) => row.name,
    },
    ...(hasClosed ? [state] : []),
    { key: 'creditCode', label: head.creditCode, kind: 'mono', of: (row) => row.creditCode },
    ...(isCityWide ? [jurisdiction] : []),
    { key: 'alliances', label: words.list.alliance, kind: 'alliances', of: (row) => row.allianceIds },
    { key: 'size', label: head.sizeClass, of: ({ sizeClass }) => sizeClass && words.sizeClass[sizeClass] },
    {
      key: 'standardization',
      label: words.field.standardization,
      isNamed: true,
      of: ({ standardizationLevel: level }) => level && words.standardizationLevel[level],
    },
    {
      key: 'hazard',
      label: words.field.hazard,
      isNamed: true,
      of: ({ majorHazardLevel: level }) => level && words.majorHazardLevel[level],
    },
    {
      key: 'licence',
      label: words.field.licence,
      kind: 'badge',
      labels: words.licenceStanding,
      tones: { VALID: 'success', EXPIRING: 'warning', EXPIRED: 'danger' },
      of: ({ licence }) => licence?.standing ?? null,
    },
    {
      key: 'validTo',
      label: words.field.licenceValidTo,
      kind: 'day',
      of: ({ licence }) => licence?.validTo ?? null,
    },
    ...extras(locale, place),
  ]
}

function extras(locale: Locale, place: (id: string | null) => Cell): Drawn[] {
  const { enterprises: words, imports } = messagesOf(locale)
  const head = imports.field
  return [
    {
      key: 'businessKind',
      label: head.businessKind,
      isExtra: true,
      of: (row) => words.businessKind[row.businessKind],
    },
    { key: 'establishment', label: head.establishment, isExtra: true, of: (row) => row.establishment },
    {
      key: 'locatedDistrict',
      label: head.locatedDistrict,
      isExtra: true,
      of: (row) => place(row.locatedDistrictId),
    },
    { key: 'industryCode', label: head.industryCode, isExtra: true, of: (row) => row.industryCode },
    { key: 'employees', label: head.employees, kind: 'number', isExtra: true, of: (row) => row.employees },
    { key: 'principal', label: head.principalName, isExtra: true, of: (row) => row.principalName },
    { key: 'safetyLead', label: head.safetyLeadName, isExtra: true, of: (row) => row.safetyLeadName },
  ]
}

export function enterpriseTable(enterprises: ListedEnterprise[], view: View): { columns: Column[]; rows: Row[] } {
  const all = drawn(view)
  return {
    columns: all.map(({ of: _, ...column }) => column),
    rows: enterprises.map((enterprise): Row => [enterprise.id, ...all.map(({ of }) => of(enterprise))]),
  }
}

export const allianceLegend = ({ alliances }: RegistryPlaces): AllianceLegend =>
  Object.fromEntries(alliances.map(({ id, sortOrder, shortName }) => [id, { sortOrder, shortName }]))
