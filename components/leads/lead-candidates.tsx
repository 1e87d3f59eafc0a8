import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Table, Th } from '@/components/ui/table'
import type { LeadCandidate } from '@/lib/alliances/standing-queries'

type Props = { candidates: LeadCandidate[]; path: string }

/** Members beside each other by what the notice names: size and quality of safety management. A help, not a decision. */
export function LeadCandidates({ candidates, path }: Props) {
  const t = useTranslations('memberships.lead')
  const members = useTranslations('memberships.members')
  const words = useTranslations('enterprises')
  const locale = useLocale()
  return (
    <Table label={t('candidates')}>
      <thead>
        <tr>
          <Th>{members('name')}</Th>
          <Th>{members('standardization')}</Th>
          <Th>{members('size')}</Th>
          <Th>{t('hazard')}</Th>
          <Th>{members('jurisdiction')}</Th>
          <Th>{members('joinedOn')}</Th>
          <Th className="a">{t('appointTitle')}</Th>
        </tr>
      </thead>
      <tbody>
        {candidates.map(({ enterprise, joinedOn }) => (
          <tr key={enterprise.id}>
            <td>{enterprise.name}</td>
            <td>
              {enterprise.standardizationLevel ? words(`standardizationLevel.${enterprise.standardizationLevel}`) : '—'}
            </td>
            <td>{enterprise.sizeClass ? words(`sizeClass.${enterprise.sizeClass}`) : '—'}</td>
            <td>{enterprise.majorHazardLevel ? words(`majorHazardLevel.${enterprise.majorHazardLevel}`) : '—'}</td>
            <td>
              {locale === 'en'
                ? enterprise.supervisingJurisdiction.nameEn
                : enterprise.supervisingJurisdiction.shortName}
            </td>
            <td>{joinedOn}</td>
            <td className="a">
              <Link href={`${path}/appoint?enterprise=${enterprise.id}`} prefetch={false}>
                {t('choose')}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
