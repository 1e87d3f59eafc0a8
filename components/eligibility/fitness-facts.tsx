import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { ClauseChip } from '@/components/layout/clause-chip'
import { Section } from '@/components/layout/page-header'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { Badge } from '@/components/ui/badge'
import type { Fitness } from '@/lib/registry/eligibility-queries'
import type { Eligibility } from '@/lib/registry/eligibility-rules'
import { formatDay } from '@/lib/text/format'
import { nameIn } from '@/lib/text/locale'

type Props = {
  fitness: Fitness
  /** For whoever admits members: the way to where that is done. */
  admits?: string | undefined
}

/** In the scope of the notice or not, with the reason, and which alliance suits; a person decides. */
export async function FitnessFacts({ fitness: { eligibility, suggestions }, admits }: Props) {
  const [t, locale, why, reason] = await Promise.all([
    getTranslations('registry.fitness'),
    getLocale(),
    whyWords(),
    reasonWords(),
  ])
  const isIn = eligibility.reason === 'HELD'
  return (
    <Section title={t('title')}>
      <ul className="divide-y rounded-md border bg-surface text-sm">
        <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
          <Badge tone={isIn ? 'success' : 'warning'}>{t(isIn ? 'in' : 'out')}</Badge>
          <span>{reason(eligibility)}</span>
          <ClauseChip clause="2" />
        </li>
        {suggestions.length === 0 && <li className="px-4 py-2.5 text-muted">{t('noSuggestion')}</li>}
        {suggestions.map((one) => (
          <li key={one.allianceId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <span className="text-muted">{t('suggested')}</span>
            <AllianceBadge alliance={one.alliance} name={nameIn(locale, one.alliance)} />
            <span>{why(one)}</span>
            <ClauseChip clause="3-1" />
            {one.isMember && <Badge>{t('isMember')}</Badge>}
            {admits && !one.isMember && isIn && (
              <Link
                className="link"
                prefetch={false}
                href={`/portal/alliances/${one.alliance.slug}/members/admit?enterprise=${admits}`}
              >
                {t('admit')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function reasonWords() {
  const [t, kinds, locale] = await Promise.all([
    getTranslations('registry.fitness.reason'),
    getTranslations('enterprises.licenceKind'),
    getLocale(),
  ])
  return (found: Eligibility): string => {
    switch (found.reason) {
      case 'HELD': {
        const licence = kinds(found.kind)
        return found.validTo
          ? t('HELD', { licence, day: formatDay(locale, found.validTo) })
          : t('HELD_OPEN', { licence })
      }
      case 'EXPIRED':
        return t('EXPIRED', { licence: kinds(found.kind), day: formatDay(locale, found.validTo) })
      case 'NOT_YET':
        return t('NOT_YET', { licence: kinds(found.kind), day: formatDay(locale, found.validFrom) })
      case 'MISSING':
        return t('MISSING', { licences: found.kinds.map((kind) => kinds(kind)).join(t('or')) })
      case 'CLOSED':
        return t('CLOSED', { day: formatDay(locale, found.closedOn) })
    }
  }
}

async function whyWords() {
  const [t, kinds] = await Promise.all([
    getTranslations('registry.fitness'),
    getTranslations('enterprises.businessKind'),
  ])
  return ({ byCode, byKind }: Pick<Fitness['suggestions'][number], 'byCode' | 'byKind'>): string => {
    const kind = byKind ? kinds(byKind) : ''
    if (byCode && kind) return t('byBoth', { code: byCode, kind })
    return byCode ? t('byCode', { code: byCode }) : t('byKind', { kind })
  }
}
