import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { EmptyState } from '@/components/layout/empty-state'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { InsurerDetail as Detail } from '@/lib/organizations/insurer-queries'
import { formatDays } from '@/lib/text/format'
import { RemoveInsurerButton, RenameInsurerForm } from './insurer-forms'

type Props = { insurer: Detail; mayManage: boolean }

/** An insurer: what it is called, who works there, and which alliances it serves or served. */
export async function InsurerDetail({ insurer, mayManage }: Props) {
  const t = await getTranslations('organizations.insurers')
  const { id, name, shortName } = insurer
  const invite = mayManage && (
    <ButtonLink href={`/portal/users/new?insurer=${id}`} {...(insurer.people.length === 0 && { variant: 'primary' })}>
      {t('invite')}
    </ButtonLink>
  )
  return (
    <Words of={['organizations']}>
      <PageHeader
        title={name}
        crumbs={[{ href: '/portal/insurers', label: t('title') }]}
        note={shortName}
        actions={mayManage && insurer.isUnused && <RemoveInsurerButton insurer={{ id, name }} />}
      />
      <Section title={t('peopleTitle')} actions={insurer.people.length > 0 && invite}>
        {insurer.people.length === 0 ? (
          <EmptyState kind="nothing" title={t('noPeople')} text={t('noPeopleText')} action={invite} />
        ) : (
          <PeopleTable people={insurer.people} mayOpen={mayManage} />
        )}
      </Section>
      <Section title={t('standings')}>
        {insurer.standings.length === 0 ? (
          <EmptyState kind="nothing" title={t('noStandings')} text={t('noStandingsText')} />
        ) : (
          <StandingTable standings={insurer.standings} />
        )}
      </Section>
      {mayManage && (
        <Section title={t('rename')}>
          <RenameInsurerForm insurer={{ id, name, shortName }} />
        </Section>
      )}
    </Words>
  )
}

async function PeopleTable({ people, mayOpen }: { people: Detail['people']; mayOpen: boolean }) {
  const [t, common, locale] = await Promise.all([
    getTranslations('organizations.insurers'),
    getTranslations('common'),
    getLocale(),
  ])
  return (
    <Table label={t('peopleTitle')} isCards>
      <thead>
        <tr>
          <Th>{t('person')}</Th>
          <Th>{t('isAdministrator')}</Th>
          <Th>{t('period')}</Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <td className="t">
              {mayOpen ? (
                <Link href={`/portal/users/${person.id}`} prefetch={false}>
                  {person.name}
                </Link>
              ) : (
                person.name
              )}
            </td>
            <LabelledTd label={t('isAdministrator')}>
              {person.isAdministrator ? common('yes') : common('no')}
            </LabelledTd>
            <LabelledTd label={t('period')}>{formatDays(locale, person.startsOn, person.endsOn)}</LabelledTd>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

async function StandingTable({ standings }: { standings: Detail['standings'] }) {
  const [t, insurer] = await Promise.all([
    getTranslations('organizations.insurers'),
    getTranslations('memberships.insurer'),
  ])
  return (
    <Table label={t('standings')} isCards>
      <thead>
        <tr>
          <Th>{t('alliance')}</Th>
          <Th>{insurer('coordinator')}</Th>
          <Th>{insurer('deputy')}</Th>
          <Th>{insurer('from')}</Th>
          <Th>{insurer('lastDay')}</Th>
        </tr>
      </thead>
      <tbody>
        {standings.map(({ id, alliance, ...standing }) => (
          <tr key={id}>
            <td className="t">
              <Link href={`/portal/alliances/${alliance.slug}/insurer`} prefetch={false}>
                <AllianceBadge alliance={alliance} name={alliance.name} />
              </Link>{' '}
              {standing.isCurrent && <Badge tone="primary">{insurer('isCurrent')}</Badge>}
            </td>
            <LabelledTd label={insurer('coordinator')}>{standing.coordinator}</LabelledTd>
            <LabelledTd label={insurer('deputy')}>{standing.deputy ?? '—'}</LabelledTd>
            <LabelledTd label={insurer('from')}>{standing.from}</LabelledTd>
            <LabelledTd label={insurer('lastDay')}>{standing.lastDay ?? insurer('openEnd')}</LabelledTd>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
