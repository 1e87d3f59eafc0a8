import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { LeadCandidate } from '@/lib/alliances/standing-queries'

type Props = { candidates: LeadCandidate[]; path: string }

/** Members beside each other by what the notice names: size and quality of safety management. A help, not a decision. */
export function LeadCandidates({ candidates, path }: Props) {
  const t = useTranslations('memberships.lead')
  const members = useTranslations('memberships.members')
  const words = useTranslations('enterprises')
  const common = useTranslations('common')
  const locale = useLocale()
  return (
    <Table label={t('candidates')} isCards>
      <thead>
        <tr>
          <Th>{members('name')}</Th>
          <Th>{members('standardization')}</Th>
          <Th>{members('size')}</Th>
          <Th>{t('hazard')}</Th>
          <Th>{members('jurisdiction')}</Th>
          <Th>{members('joinedOn')}</Th>
          <Th className="a">{common('actions')}</Th>
        </tr>
      </thead>
      <tbody>
        {candidates.map(({ enterprise, joinedOn }) => (
          <tr key={enterprise.id}>
            <td className="t">{enterprise.name}</td>
            <LabelledTd label={members('standardization')}>
              {enterprise.standardizationLevel ? words(`standardizationLevel.${enterprise.standardizationLevel}`) : '—'}
            </LabelledTd>
            <LabelledTd label={members('size')}>
              {enterprise.sizeClass ? words(`sizeClass.${enterprise.sizeClass}`) : '—'}
            </LabelledTd>
            <LabelledTd label={t('hazard')}>
              {enterprise.majorHazardLevel ? words(`majorHazardLevel.${enterprise.majorHazardLevel}`) : '—'}
            </LabelledTd>
            <td>
              {locale === 'en'
                ? enterprise.supervisingJurisdiction.nameEn
                : enterprise.supervisingJurisdiction.shortName}
            </td>
            <LabelledTd label={members('joinedOn')}>{joinedOn}</LabelledTd>
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
