import { useLocale, useTranslations } from 'next-intl'
import { EmptyState } from '@/components/layout/empty-state'
import { DescriptionList } from '@/components/list/description-list'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import type { Admissible } from '@/lib/alliances/member-queries'

/** As many as the search shows; the query brings one more to know that there are more. */
const shownMax = 20

type Props = { path: string; allianceId: string; found: Admissible[] }

/** What a search in the registry found, each with the alliances it is in now. */
export function AdmissibleList({ path, allianceId, found }: Props) {
  const t = useTranslations('memberships.admit')
  if (found.length === 0) return <EmptyState kind="no-match" clearHref={path} />
  return (
    <>
      {found.length > shownMax && <p className="text-muted">{t('tooMany', { count: shownMax })}</p>}
      <div className="ledger-frame" role="region" aria-label={t('found')} tabIndex={0}>
        <table className="ledger ledger-cards">
          <Heads />
          <tbody>
            {found.slice(0, shownMax).map((enterprise) => (
              <FoundRow key={enterprise.id} enterprise={enterprise} path={path} allianceId={allianceId} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Heads() {
  const [t, members, common] = [
    useTranslations('memberships.admit'),
    useTranslations('memberships.members'),
    useTranslations('common'),
  ]
  return (
    <thead>
      <tr>
        <th scope="col">{members('name')}</th>
        <th scope="col">{t('creditCode')}</th>
        <th scope="col">{members('jurisdiction')}</th>
        <th scope="col">{t('business')}</th>
        <th scope="col">{t('alliances')}</th>
        <th scope="col" className="a">
          {common('actions')}
        </th>
      </tr>
    </thead>
  )
}

function FoundRow({ enterprise, path, allianceId }: { enterprise: Admissible; path: string; allianceId: string }) {
  const t = useTranslations('memberships.admit')
  const words = useTranslations('enterprises')
  const locale = useLocale()
  const { supervisingJurisdiction: body, memberships } = enterprise
  const isMember = memberships.some(({ alliance }) => alliance.id === allianceId)
  return (
    <tr>
      <td className="t">{enterprise.name}</td>
      <td>
        <code className="font-mono">{enterprise.creditCode}</code>
      </td>
      <td>{locale === 'en' ? body.nameEn : body.shortName}</td>
      <td>{words(`businessKind.${enterprise.businessKind}`)}</td>
      <td>
        <Alliances enterprise={enterprise} />
      </td>
      <td className="a">
        {isMember ? (
          <Badge>{t('already')}</Badge>
        ) : (
          <ButtonLink href={`${path}?enterprise=${enterprise.id}`} size="small">
            {t('choose')}
          </ButtonLink>
        )}
      </td>
    </tr>
  )
}

function Alliances({ enterprise }: { enterprise: Admissible }) {
  if (enterprise.memberships.length === 0) return <span className="e">—</span>
  return (
    <span className="inline-flex flex-wrap gap-1">
      {enterprise.memberships.map(({ alliance }) => (
        <AllianceBadge key={alliance.id} alliance={alliance} />
      ))}
    </span>
  )
}

/** The one that was chosen, before anything is decided. */
export function ChosenEnterprise({ enterprise, backHref }: { enterprise: Admissible; backHref: string }) {
  const t = useTranslations('memberships.admit')
  const members = useTranslations('memberships.members')
  const words = useTranslations('enterprises')
  const locale = useLocale()
  const { supervisingJurisdiction: body } = enterprise
  return (
    <div className="flex max-w-2xl flex-col gap-2">
      <DescriptionList
        columns={1}
        entries={[
          { label: t('chosen'), value: <b>{enterprise.name}</b> },
          { label: t('creditCode'), value: <code className="font-mono">{enterprise.creditCode}</code> },
          { label: members('jurisdiction'), value: locale === 'en' ? body.nameEn : body.shortName },
          { label: t('business'), value: words(`businessKind.${enterprise.businessKind}`) },
          { label: t('alliances'), value: <Alliances enterprise={enterprise} /> },
        ]}
      />
      <ButtonLink href={backHref} variant="quiet" size="small" className="self-start">
        {t('chooseAgain')}
      </ButtonLink>
    </div>
  )
}
