import { bottomOf, menuOf } from '@/app/portal/menu'
import type { FoundItem } from '@/components/search/found'
import type { MenuKey } from '@/components/layout/menu-links'
import type { Actor } from '@/lib/access/actor'
import { listActivityAlliances } from '@/lib/activities/list-queries'
import { canScheduleActivity } from '@/lib/activities/policy'
import { isNamed } from '@/lib/search/rules'
import { locales, type Locale } from '@/lib/text/locale'
import { messagesOf, type Messages } from '@/lib/text/messages'
import { canListUsers } from '@/lib/users/policy'

type Labelled = { href: string; label: (words: Messages) => string; also?: (words: Messages) => string }

const ofMenu = (key: MenuKey, href: string): Labelled => ({
  href,
  label: ({ shell }) => shell.item[key],
  also: ({ search }) => (key in search.also ? search.also[key as keyof typeof search.also] : ''),
})

/** What can be opened without standing in the menu. */
const newActivity: Labelled = { href: '/portal/activities/new', label: ({ activities }) => activities.list.new }
const invite: Labelled = { href: '/portal/users/new', label: ({ users }) => users.invite.action }
const everyones: Labelled[] = [
  { href: '/portal/account', label: ({ users }) => users.own.title, also: ({ search }) => search.also.account },
  { href: '/portal/hats', label: ({ users }) => users.own.hats, also: ({ search }) => search.also.hats },
  { href: '/alliances', label: ({ shell }) => shell.public.alliances },
  { href: '/notice', label: ({ shell }) => shell.public.notice },
  { href: '/help', label: ({ shell }) => shell.public.help },
  { href: '/accessibility', label: ({ shell }) => shell.public.accessibility },
  { href: '/privacy', label: ({ shell }) => shell.public.privacy },
]

async function pagesOf(actor: Actor): Promise<Labelled[]> {
  const [menu, bottom, alliances] = await Promise.all([menuOf(actor), bottomOf(actor), listActivityAlliances()])
  return [
    ...[...menu.flatMap(({ items }) => items), ...bottom].map(({ key, href }) => ofMenu(key, href)),
    ...(alliances.some((alliance) => canScheduleActivity(actor, alliance)) ? [newActivity] : []),
    ...(canListUsers(actor) ? [invite] : []),
    ...everyones,
  ]
}

/** Pages and commands that the actor has, by the words of both languages, pinyin, and what they are also called. */
export async function findPages(actor: Actor, locale: Locale, query: string): Promise<FoundItem[]> {
  const pages = await pagesOf(actor)
  const namesOf = ({ label, also }: Labelled) =>
    locales.map(messagesOf).flatMap((words) => [label(words), also?.(words) ?? ''])
  const found = pages.filter((page) => isNamed(query, namesOf(page)))
  // The menu and the bottom bar lead to some pages by two names.
  const once = found.filter(({ href }, index) => found.findIndex((other) => other.href === href) === index)
  return once.map(({ href, label }) => ({ href, label: label(messagesOf(locale)) }))
}
