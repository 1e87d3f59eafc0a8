import { getLocale, getTranslations } from 'next-intl/server'
import { hrefWith } from '@/components/list/href'
import type { FoundAll, FoundGroup, FoundItem } from '@/components/search/found'
import type { Actor } from '@/lib/access/actor'
import { stateOf } from '@/lib/announcements/rules'
import { now } from '@/lib/core/now'
import { canSeeDossier, canSeeProfile, hasRegistry } from '@/lib/enterprises/policy'
import * as search from '@/lib/search/queries'
import { formatInstant } from '@/lib/text/format'
import { nameIn, type Locale } from '@/lib/text/locale'
import { canListUsers } from '@/lib/users/policy'
import { findPages } from './pages'

const path = '/portal/search'

/** Everything that a search finds for the actor, group by group, at most so many of each; one query for each group. */
export async function findAll(actor: Actor, query: string, most: number): Promise<FoundAll> {
  const locale = await getLocale()
  const [t, pages, ...listed] = await Promise.all([
    getTranslations('search'),
    findPages(actor, locale, query),
    enterprises(actor, locale, query, most),
    alliances(actor, locale, query),
    activities(actor, locale, query, most),
    announcements(actor, locale, query, most),
    people(actor, query, most),
  ])
  const groups = [firstPages(pages, most), ...listed]
    .filter(({ items }) => items.length > 0)
    .map(({ more, ...group }: Listed): FoundGroup => ({
      ...group,
      title: t(`group.${group.kind}`),
      ...(more !== undefined && { more: { href: more, label: more ? t('more') : t('cut') } }),
    }))
  const count = groups.reduce((sum, { items }) => sum + items.length, 0)
  const isCut = groups.some(({ more }) => more)
  const found = count > 0 && t(isCut ? 'countOver' : 'count', { count })
  return { groups, said: found || t('none', { query }), allHref: hrefWith(path, { q: query }) }
}

const firstPages = (pages: FoundItem[], most: number): Listed => ({
  kind: 'pages',
  items: pages.slice(0, most),
  ...(pages.length > most && { more: null }),
})

type Listed = { kind: FoundGroup['kind']; items: FoundItem[]; more?: string | null }

const joined = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' · ')

async function enterprises(actor: Actor, locale: Locale, query: string, most: number): Promise<Listed> {
  const [t, { rows, hasMore }] = await Promise.all([
    getTranslations('search'),
    search.findEnterprises(actor, query, most),
  ])
  const items = rows.map((row) => ({
    href: `/portal/enterprises/${row.id}`,
    label: row.name,
    hint: joined(
      row.establishment && !row.name.includes(row.establishment) && row.establishment,
      canSeeProfile(actor, row) && supervisor(locale, row),
      canSeeDossier(actor, row) && row.creditCode,
      row.closedOn && t('closed'),
    ),
  }))
  const list = hasRegistry(actor) ? hrefWith('/portal/enterprises', { q: query }) : null
  return { kind: 'enterprises', items, ...(hasMore && { more: list }) }
}

const supervisor = (locale: Locale, { supervisingJurisdiction: body }: search.FoundEnterprise): string =>
  locale === 'zh-CN' ? body.shortName : body.nameEn

async function alliances(actor: Actor, locale: Locale, query: string): Promise<Listed> {
  const rows = await search.findAlliances(actor, query)
  return {
    kind: 'alliances',
    items: rows.map((row) => ({ href: `/portal/alliances/${row.slug}`, label: nameIn(locale, row) })),
  }
}

async function activities(actor: Actor, locale: Locale, query: string, most: number): Promise<Listed> {
  const [t, { rows, hasMore }] = await Promise.all([
    getTranslations('activities'),
    search.findActivities(actor, query, most),
  ])
  const items = rows.map(({ id, title, startsAt, state, kind, hostAlliance }) => ({
    href: `/portal/activities/${id}`,
    label: title,
    hint: joined(
      formatInstant(locale, startsAt),
      locale === 'zh-CN' ? hostAlliance.shortName : hostAlliance.nameEn,
      t(`kind.${kind}`),
      state !== 'PUBLISHED' && t(`state.${state}`),
    ),
  }))
  return {
    kind: 'activities',
    items,
    ...(hasMore && { more: hrefWith('/portal/activities', { q: query, period: 'all' }) }),
  }
}

async function announcements(actor: Actor, locale: Locale, query: string, most: number): Promise<Listed> {
  const [t, { rows, hasMore }] = await Promise.all([
    getTranslations('announcements'),
    search.findAnnouncements(actor, query, most),
  ])
  const at = now()
  const items = rows.map((row) => {
    const state = stateOf(row, at)
    return {
      href: `/portal/announcements/${row.id}`,
      label: row.title,
      hint: joined(row.publishAt && formatInstant(locale, row.publishAt), state !== 'PUBLISHED' && t(`state.${state}`)),
    }
  })
  return { kind: 'announcements', items, ...(hasMore && { more: hrefWith('/portal/announcements', { q: query }) }) }
}

async function people(actor: Actor, query: string, most: number): Promise<Listed> {
  const [t, { rows, hasMore }] = await Promise.all([getTranslations('users'), search.findPeople(actor, query, most)])
  // A district administers its own accounts; the people of its enterprises it knows by their mandates.
  const hasAccounts = canListUsers(actor) && actor.hat.kind !== 'JURISDICTION'
  const items = rows.map(({ id, name, appointments: [office], mandates: [mandate] }) => ({
    href: mandate && !hasAccounts ? `/portal/enterprises/${mandate.enterprise.id}` : `/portal/users/${id}`,
    label: name,
    hint: joined(
      mandate?.enterprise.name ??
        office?.jurisdiction?.name ??
        office?.insurer?.shortName ??
        office?.enterprise?.name ??
        (office && t('municipalBureau')),
    ),
  }))
  const list = canListUsers(actor) ? hrefWith('/portal/users', { q: query }) : null
  return { kind: 'people', items, ...(hasMore && { more: list }) }
}
