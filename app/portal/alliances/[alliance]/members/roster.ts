import { getTranslations } from 'next-intl/server'
import type { Column, Row } from '@/components/list/columns'
import type { FilterField } from '@/components/list/filter-bar'
import { queryValue, type Query } from '@/components/list/href'
import { insures, type Actor } from '@/lib/access/actor'
import { listSupervisors, type MemberFilter, type MemberRow } from '@/lib/alliances/member-queries'
import { canAdmitMember, canSeeMemberFacts } from '@/lib/alliances/policy'
import { isDay, type Day } from '@/lib/core/clock'
import { SizeClass } from '@/lib/core/prisma/enums'
import { hasDossiers } from '@/lib/enterprises/policy'
import type { Locale } from '@/lib/text/locale'

/** `opensFirms`: whether every enterprise of this very roster may be opened. */
export type View = { seesFacts: boolean; mayManage: boolean; opensFirms: boolean }

export const memberView = (actor: Actor, alliance: { id: string; slug: string }, asOf: Day): View => ({
  seesFacts: canSeeMemberFacts(actor, alliance),
  mayManage: canAdmitMember(actor, alliance),
  // An insurer opens whoever is a member today; a former roster may name others.
  opensFirms: hasDossiers(actor) || (insures(actor, alliance.id) && asOf === actor.today),
})

const isSize = (value: string | undefined): value is SizeClass =>
  Object.values(SizeClass).some((size) => size === value)

/** The roster that an address asks for; what cannot be meant is left out. */
export function memberFilter(query: Query, actor: Actor, allianceId: string): MemberFilter {
  const asOf = queryValue(query, 'asOf')
  const size = queryValue(query, 'size')
  return {
    allianceId,
    asOf: asOf && isDay(asOf) ? asOf : actor.today,
    name: queryValue(query, 'name'),
    jurisdiction: queryValue(query, 'jurisdiction'),
    size: isSize(size) ? size : undefined,
  }
}

export async function memberFields(actor: Actor, locale: Locale, view: View): Promise<FilterField[]> {
  const [t, enterprises, places] = await Promise.all([
    getTranslations('memberships.members'),
    getTranslations('enterprises'),
    view.seesFacts && actor.hat.kind !== 'JURISDICTION' ? listSupervisors(actor) : null,
  ])
  const fields: FilterField[] = [
    { name: 'name', type: 'text', label: t('name'), isWide: true },
    { name: 'asOf', type: 'date', label: t('asOf') },
  ]
  if (!view.seesFacts) return fields
  const options = Object.values(SizeClass).map((value) => ({ value, label: enterprises(`sizeClass.${value}`) }))
  const size: FilterField = { name: 'size', type: 'select', label: t('size'), options }
  if (!places) return [...fields, size]
  const jurisdictions = places.map(({ code, shortName, nameEn }) => ({
    value: code,
    label: locale === 'en' ? nameEn : shortName,
  }))
  return [...fields, { name: 'jurisdiction', type: 'select', label: t('jurisdiction'), options: jurisdictions }, size]
}

/** Names for everybody in the alliance; what the bureau keeps on a member for the bureaus and the insurer's people. */
export async function memberColumns(slug: string, view: View): Promise<Column[]> {
  const [t, alliances, enterprises, common] = await Promise.all([
    getTranslations('memberships.members'),
    getTranslations('alliances'),
    getTranslations('enterprises'),
    getTranslations('common'),
  ])
  const name: Column = {
    key: 'name',
    label: t('name'),
    isTitle: true,
    ...(view.opensFirms ? { kind: 'link' as const, href: '/portal/enterprises/{id}' } : {}),
  }
  const kind: Column = {
    key: 'kind',
    label: t('kind'),
    kind: 'badge',
    labels: { LEAD: alliances('membershipKind.LEAD'), MEMBER: alliances('membershipKind.MEMBER') },
    tones: { LEAD: 'primary' },
  }
  if (!view.seesFacts) return [name, kind]
  return [
    name,
    kind,
    { key: 'jurisdiction', label: t('jurisdiction') },
    {
      key: 'size',
      label: t('size'),
      labels: {
        LARGE: enterprises('sizeClass.LARGE'),
        MEDIUM: enterprises('sizeClass.MEDIUM'),
        SMALL: enterprises('sizeClass.SMALL'),
        MICRO: enterprises('sizeClass.MICRO'),
      },
    },
    {
      key: 'standardization',
      label: t('standardization'),
      labels: {
        LEVEL_1: enterprises('standardizationLevel.LEVEL_1'),
        LEVEL_2: enterprises('standardizationLevel.LEVEL_2'),
        LEVEL_3: enterprises('standardizationLevel.LEVEL_3'),
        NONE: enterprises('standardizationLevel.NONE'),
      },
    },
    { key: 'joinedOn', label: t('joinedOn'), kind: 'day' },
    { key: 'leftOn', label: t('leftOn'), kind: 'day', isExtra: true },
    { key: 'joinReason', label: t('joinReason'), isExtra: true, isLong: true },
    ...(view.mayManage
      ? [
          {
            key: 'manage',
            label: common('actions'),
            kind: 'link' as const,
            href: `/portal/alliances/${slug}/members/{id}`,
            isActions: true,
          },
        ]
      : []),
  ]
}

export const memberRows = (members: MemberRow[], locale: Locale, view: View, manage: string): Row[] =>
  members.map(
    ({ enterpriseId, name, kind, jurisdiction, sizeClass, standardizationLevel, joinedOn, leftOn, joinReason }): Row =>
      view.seesFacts
        ? [
            enterpriseId,
            name,
            kind,
            locale === 'en' ? jurisdiction.nameEn : jurisdiction.shortName,
            sizeClass,
            standardizationLevel,
            joinedOn,
            leftOn,
            joinReason,
            ...(view.mayManage ? [manage] : []),
          ]
        : [enterpriseId, name, kind],
  )
