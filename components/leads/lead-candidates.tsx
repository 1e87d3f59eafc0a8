import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { LeadCandidate } from '@/lib/alliances/candidate-queries'
import { comparedRange, type CandidateOrder } from '@/lib/alliances/rules'

type Props = { candidates: LeadCandidate[]; path: string; order: CandidateOrder }

/**
 * Members by what the notice names: size and quality of safety management. A help, not a decision. A plain form: the
 * chosen ones stand beside each other on the next page.
 */
export function LeadCandidates({ candidates, path, order }: Props) {
  const t = useTranslations('memberships.lead')
  return (
    <form action={`${path}/compare`} className="flex flex-col gap-3">
      <Table label={t('candidates')} isCards>
        <Heads path={path} order={order} />
        <tbody>
          {candidates.map((candidate) => (
            <CandidateRow key={candidate.enterprise.id} candidate={candidate} path={path} />
          ))}
        </tbody>
      </Table>
      <div className="no-print flex flex-wrap items-center gap-3">
        <Button type="submit">{t('compare')}</Button>
        <span className="text-sm text-muted">{t('compareHint', comparedRange)}</span>
      </div>
    </form>
  )
}

function Heads({ path, order }: { path: string; order: CandidateOrder }) {
  const t = useTranslations('memberships.lead')
  const members = useTranslations('memberships.members')
  const common = useTranslations('common')
  const head = (key: CandidateOrder, label: string) => (
    <Th aria-sort={order === key ? 'other' : undefined}>
      <a href={`${path}?sort=${key}#candidates`}>
        {label}
        <span aria-hidden>{order === key ? '↓' : '↕'}</span>
      </a>
    </Th>
  )
  return (
    <thead>
      <tr>
        <Th>{members('name')}</Th>
        {head('standardization', members('standardization'))}
        {head('size', members('size'))}
        {head('employees', t('employees'))}
        {head('hazard', t('hazard'))}
        <Th>{members('jurisdiction')}</Th>
        {head('joined', members('joinedOn'))}
        <Th className="a">{common('actions')}</Th>
      </tr>
    </thead>
  )
}

function CandidateRow({ candidate: { enterprise, joinedOn }, path }: { candidate: LeadCandidate; path: string }) {
  const t = useTranslations('memberships.lead')
  const members = useTranslations('memberships.members')
  const words = useTranslations('enterprises')
  const locale = useLocale()
  const { standardizationLevel, sizeClass, majorHazardLevel, employees, supervisingJurisdiction } = enterprise
  return (
    <tr>
      <td className="t">
        <label className="inline-flex min-h-6 items-center gap-2">
          <input type="checkbox" name="firm" value={enterprise.id} className="size-4 accent-primary" />
          {enterprise.name}
        </label>
      </td>
      <LabelledTd label={members('standardization')}>
        {standardizationLevel ? words(`standardizationLevel.${standardizationLevel}`) : '—'}
      </LabelledTd>
      <LabelledTd label={members('size')}>{sizeClass ? words(`sizeClass.${sizeClass}`) : '—'}</LabelledTd>
      <LabelledTd label={t('employees')}>{employees ?? '—'}</LabelledTd>
      <LabelledTd label={t('hazard')}>
        {majorHazardLevel ? words(`majorHazardLevel.${majorHazardLevel}`) : '—'}
      </LabelledTd>
      <td>{locale === 'en' ? supervisingJurisdiction.nameEn : supervisingJurisdiction.shortName}</td>
      <LabelledTd label={members('joinedOn')}>{joinedOn}</LabelledTd>
      <td className="a">
        <Link href={`${path}/appoint?enterprise=${enterprise.id}`} prefetch={false}>
          {t('choose')}
        </Link>
      </td>
    </tr>
  )
}
