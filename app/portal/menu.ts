import { getTranslations } from 'next-intl/server'
import { type MenuGroup, type MenuItem, type MenuKey } from '@/components/layout/menu-links'
import type { Actor } from '@/lib/access/actor'
import { canReadTrail } from '@/lib/access/policy'
import { canChangeSettings } from '@/lib/settings/policy'
import { canFollowActivations } from '@/lib/activations/policy'
import { hasExperts } from '@/lib/experts/policy'
import { countWaitingGuidances } from '@/lib/guidances/queries'
import { canDecideProposal } from '@/lib/registry/policy'
import { countOpenProposals } from '@/lib/registry/proposal-queries'
import { countWaitingVersions } from '@/lib/practices/list-queries'
import { canListUsers } from '@/lib/users/policy'

type Entry = { key: MenuKey; href: string }

const hrefs = {
  home: '/portal',
  alliances: '/portal/alliances',
  activities: '/portal/activities',
  announcements: '/portal/announcements',
  covers: '/portal/covers',
  practices: '/portal/practices',
  problems: '/portal/problems',
  guidances: '/portal/guidances',
  enterprises: '/portal/enterprises',
  activations: '/portal/activations',
  imports: '/portal/enterprises/imports',
  proposals: '/portal/enterprises/proposals',
  duplicates: '/portal/enterprises/duplicates',
  licences: '/portal/enterprises/licences',
  insurers: '/portal/insurers',
  reports: '/portal/reports',
  record: '/portal/reports',
  services: '/portal/services',
  experts: '/portal/experts',
  cases: '/portal/cases',
  certificates: '/portal/certificates',
  users: '/portal/users',
  audit: '/portal/audit',
  settings: '/portal/settings',
} satisfies Partial<Record<MenuKey, string>>

/** `people` are those of the enterprise whose hat is worn. */
type Known = keyof typeof hrefs | 'people'

function hrefOf({ hat }: Actor, key: Known): string {
  if (key !== 'people') return hrefs[key]
  return hat.kind === 'ENTERPRISE' ? `/portal/enterprises/${hat.enterpriseId}/people` : '/portal'
}

type Plan = { work?: Known[]; registry?: Known[]; oversight?: Known[]; system?: Known[] }

/** What each hat finds in the menu. A convenience only: each page asks for itself who may see it. */
const plans: Record<Actor['hat']['kind'], Plan> = {
  MUNICIPAL: {
    work: ['home', 'alliances', 'activities', 'problems', 'guidances', 'cases', 'practices', 'announcements'],
    registry: [
      'enterprises',
      'activations',
      'imports',
      'proposals',
      'duplicates',
      'licences',
      'insurers',
      'covers',
      'experts',
    ],
    oversight: ['reports', 'services', 'certificates'],
  },
  JURISDICTION: {
    work: ['home', 'alliances', 'activities', 'problems', 'guidances', 'cases', 'practices', 'announcements'],
    registry: ['enterprises', 'licences', 'activations', 'experts'],
    oversight: ['reports', 'services', 'certificates'],
  },
  INSURER: {
    work: ['home', 'alliances', 'activities', 'problems', 'guidances', 'cases', 'practices', 'announcements', 'covers'],
    registry: ['activations', 'experts'],
    oversight: ['reports', 'services', 'certificates'],
  },
  ENTERPRISE: {
    work: [
      'home',
      'alliances',
      'activities',
      'problems',
      'guidances',
      'practices',
      'announcements',
      'record',
      'services',
      'certificates',
    ],
  },
  NONE: { work: ['home', 'announcements'] },
}

/** An enterprise's people, for whoever names them; accounts, for whoever administers an office; the trail and settings, for the municipal administrator. */
const systemOf = (actor: Actor): Known[] => [
  ...(actor.hat.kind === 'ENTERPRISE' && actor.hat.isAdministrator ? (['people'] as const) : []),
  ...(canListUsers(actor) ? (['users'] as const) : []),
  ...(canReadTrail(actor) ? (['audit'] as const) : []),
  ...(canChangeSettings(actor) ? (['settings'] as const) : []),
]

const groups = ['work', 'registry', 'oversight', 'system'] as const

/** The grouped menu on the left. */
export async function menuOf(actor: Actor): Promise<MenuGroup[]> {
  const t = await getTranslations('shell')
  const plan = plans[actor.hat.kind]
  const isOffered = (key: Known) => {
    if (key === 'experts') return hasExperts(actor)
    return key !== 'activations' || canFollowActivations(actor)
  }
  const [proposals, practices, guidances] = await Promise.all([
    canDecideProposal(actor) ? countOpenProposals(actor) : 0,
    countWaitingVersions(actor),
    countWaitingGuidances(actor),
  ])
  const waiting: Partial<Record<Known, number>> = { proposals, practices, guidances }
  return groups.flatMap((group) => {
    const keys = [...(plan[group] ?? []), ...(group === 'system' ? systemOf(actor) : [])].filter(isOffered)
    const items = keys.map((key) => ({
      key,
      href: hrefOf(actor, key),
      label: t(`item.${key}`),
      ...(waiting[key] && { count: waiting[key] }),
    }))
    return items.length > 0 ? [{ label: t(`group.${group}`), items }] : []
  })
}

const bottomEntries: Entry[] = [
  { key: 'home', href: '/portal' },
  { key: 'schedule', href: '/portal/activities' },
  { key: 'checkIn', href: '/c/now' },
  { key: 'experience', href: '/portal/practices' },
  { key: 'mine', href: '/portal/account' },
]

/** The bottom bar of a phone, for enterprises. */
export async function bottomOf(actor: Actor): Promise<MenuItem[]> {
  if (actor.hat.kind !== 'ENTERPRISE') return []
  const t = await getTranslations('shell')
  return bottomEntries.map(({ key, href }) => ({ key, href, label: t(`item.${key}`) }))
}
