import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import { LetterLink } from '@/components/mandates/letter-link'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { Badge } from '@/components/ui/badge'
import { Table, Th } from '@/components/ui/table'
import type { EnterpriseMembership } from '@/lib/alliances/member-queries'
import type { MandateRow } from '@/lib/enterprises/mandate-queries'
import { formatDays } from '@/lib/text/format'

type MembershipProps = {
  memberships: EnterpriseMembership[]
  /** Dates, reasons and what is over: fellow members know each other by name and alliance only. */
  seesFacts: boolean
}

/** In which alliances an enterprise is and was, the latest first. */
export async function MembershipTable({ memberships, seesFacts }: MembershipProps) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations('enterprises.detail'),
    getTranslations('alliances.membershipKind'),
    getLocale(),
  ])
  const shown = seesFacts ? memberships : memberships.filter(({ isHeld }) => isHeld)
  if (shown.length === 0)
    return (
      <Section title={t('alliances')}>
        <EmptyState kind="nothing" title={t('noAlliances')} />
      </Section>
    )
  return (
    <Section title={t('alliances')}>
      <Table label={t('alliances')}>
        <thead>
          <tr>
            <Th>{t('alliance')}</Th>
            <Th>{t('membershipKind')}</Th>
            {seesFacts && (
              <>
                <Th>{t('joined')}</Th>
                <Th>{t('left')}</Th>
                <Th>{t('reason')}</Th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, alliance, kind, joinedOn, leftOn, joinReason, leaveReason, canEnter }) => (
            <tr key={id}>
              <td>
                <AllianceName alliance={alliance} isEnglish={locale === 'en'} canEnter={canEnter} />
              </td>
              <td>
                <Badge tone={kind === 'LEAD' ? 'primary' : 'neutral'}>{kinds(kind)}</Badge>
              </td>
              {seesFacts && (
                <>
                  <td>{joinedOn}</td>
                  <td>{leftOn ?? none}</td>
                  <td className="l">{[joinReason, leaveReason].filter(Boolean).join('；') || none}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}

const none = <span className="e">—</span>

type NameProps = { alliance: EnterpriseMembership['alliance']; isEnglish: boolean; canEnter: boolean }

function AllianceName({ alliance, isEnglish, canEnter }: NameProps) {
  const badge = <AllianceBadge alliance={alliance} name={isEnglish ? alliance.nameEn : alliance.name} />
  if (!canEnter) return badge
  return (
    <Link href={`/portal/alliances/${alliance.slug}`} prefetch={false}>
      {badge}
    </Link>
  )
}

/** Who may represent the enterprise, and who might (notice 三(一)). */
export async function MandateTable({ mandates, action }: { mandates: MandateRow[]; action?: ReactNode }) {
  const [t, kinds, field, locale] = await Promise.all([
    getTranslations('enterprises.detail'),
    getTranslations('enterprises.mandateKind'),
    getTranslations('enterprises.field'),
    getLocale(),
  ])
  return (
    <Section title={t('mandates')} actions={mandates.length > 0 && action}>
      {mandates.length === 0 ? (
        <EmptyState kind="nothing" title={t('noMandates')} text={t('noMandatesText')} action={action} />
      ) : (
        <Table label={t('mandates')}>
          <thead>
            <tr>
              <Th>{t('person')}</Th>
              <Th>{t('mandateKind')}</Th>
              <Th>{t('period')}</Th>
              <Th>{field('state')}</Th>
              <Th>{t('letter')}</Th>
            </tr>
          </thead>
          <tbody>
            {mandates.map(({ id, person, kind, validFrom, validTo, isHeld, letter }) => (
              <tr key={id}>
                <td>{person}</td>
                <td>{kinds(kind)}</td>
                <td>{formatDays(locale, validFrom, validTo)}</td>
                <td>
                  <Badge tone={isHeld ? 'success' : 'neutral'}>{isHeld ? t('held') : t('notHeld')}</Badge>
                </td>
                <td className="l">{letter ? <LetterLink mandateId={id} name={letter} /> : none}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
