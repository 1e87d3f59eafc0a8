import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Banner } from '@/components/layout/banner'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'
import type { Standing } from '@/lib/registry/standing-queries'
import { formatDay } from '@/lib/text/format'
import { CloseForm, MoveForm, ReopenForm } from './standing-forms'
import { ClosureTable, StintTable } from './standing-history'

type Props = { standing: Standing; jurisdictions: RegistryPlaces['jurisdictions']; today: string }

/** Open or closed, under whom, and in which alliances: what has a day and a reason. */
export async function EnterpriseStanding({ standing, jurisdictions, today }: Props) {
  const [t, list, locale] = await Promise.all([
    getTranslations('registry.standing'),
    getTranslations('enterprises.list'),
    getLocale(),
  ])
  const { id, name, version, closedOn } = standing
  const form = { enterpriseId: id, version, today }
  const others = jurisdictions
    .filter((one) => one.id !== standing.supervisingJurisdictionId)
    .map((one) => ({ value: one.id, label: locale === 'en' ? one.nameEn : one.shortName }))
  return (
    <Words of={['registry']}>
      <PageHeader
        title={t('title')}
        crumbs={[
          { href: '/portal/enterprises', label: list('title') },
          { href: `/portal/enterprises/${id}`, label: name },
        ]}
        note={t('note')}
      />
      <Section title={t('supervision')}>
        <StintTable stints={standing.stints} />
        <details className="rounded-md border bg-surface px-4 py-2">
          <summary className="cursor-pointer py-1 font-bold">{t('moveTitle')}</summary>
          <p className="py-2 text-sm text-muted">{t('moveText')}</p>
          <MoveForm {...form} jurisdictions={others} />
        </details>
      </Section>
      <Memberships standing={standing} />
      <Section title={t(closedOn ? 'reopenTitle' : 'closeTitle')}>
        {standing.closures.length > 0 && <ClosureTable closures={standing.closures} />}
        {closedOn ? (
          <>
            <Banner tone="warning">{t('isClosed', { day: formatDay(locale, closedOn) })}</Banner>
            <ReopenForm {...form} />
          </>
        ) : (
          <Closing standing={standing} today={today} />
        )}
      </Section>
    </Words>
  )
}

/** What closing would end, before it does; a lead company cannot close before its alliance has decided. */
async function Closing({ standing, today }: { standing: Standing; today: string }) {
  const [t, locale] = await Promise.all([getTranslations('registry.standing'), getLocale()])
  const { id, version, memberships, people, places } = standing
  const lead = memberships.find(({ kind }) => kind === 'LEAD')
  if (lead)
    return (
      <Banner tone="warning">
        {t('leads', { alliance: locale === 'en' ? lead.alliance.nameEn : lead.alliance.name })}{' '}
        <Link className="link" prefetch={false} href={`/portal/alliances/${lead.alliance.slug}/lead`}>
          {t('toLead')}
        </Link>
      </Banner>
    )
  return (
    <>
      <Banner>{t('closeText', { alliances: memberships.length, people, places })}</Banner>
      <CloseForm enterpriseId={id} version={version} today={today} />
    </>
  )
}

/** Its alliances today, with the way to where it is released or transferred. */
async function Memberships({ standing: { id, memberships } }: { standing: Standing }) {
  const [t, detail, locale] = await Promise.all([
    getTranslations('registry.standing'),
    getTranslations('enterprises.detail'),
    getLocale(),
  ])
  return (
    <Section title={detail('alliances')}>
      {memberships.length === 0 && <p className="text-sm text-muted">{detail('noAlliances')}</p>}
      {memberships.length > 0 && (
        <ul className="divide-y rounded-md border bg-surface text-sm">
          {memberships.map(({ id: key, alliance, joinedOn }) => (
            <li key={key} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2.5">
              <span className="flex flex-wrap items-center gap-3">
                <AllianceBadge alliance={alliance} name={locale === 'en' ? alliance.nameEn : alliance.name} />
                <span className="text-muted">{t('since', { day: joinedOn })}</span>
              </span>
              <Link className="link" prefetch={false} href={`/portal/alliances/${alliance.slug}/members/${id}`}>
                {t('toMembership')}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
