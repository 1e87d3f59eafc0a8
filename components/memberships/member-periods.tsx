import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { MemberRow } from '@/lib/alliances/member-queries'

/** The places that one enterprise has had in an alliance. Rows that never held (ended on their first day) are left out. */
export function MemberPeriods({ periods }: { periods: (MemberRow & { leaveReason: string })[] }) {
  const t = useTranslations('memberships.members')
  const alliances = useTranslations('alliances')
  const membership = useTranslations('memberships.membership')
  return (
    <Table label={membership('title')} isCards>
      <thead>
        <tr>
          <Th>{t('kind')}</Th>
          <Th>{t('joinedOn')}</Th>
          <Th>{t('leftOn')}</Th>
          <Th>{t('joinReason')}</Th>
          <Th>{membership('leaveReason')}</Th>
        </tr>
      </thead>
      <tbody>
        {periods
          .filter(({ joinedOn, leftOn }) => joinedOn !== leftOn)
          .map((period) => (
            <tr key={period.id}>
              <td>
                <Badge tone={period.kind === 'LEAD' ? 'primary' : 'neutral'}>
                  {alliances(`membershipKind.${period.kind}`)}
                </Badge>
              </td>
              <LabelledTd label={t('joinedOn')}>{period.joinedOn}</LabelledTd>
              <LabelledTd label={t('leftOn')}>{period.leftOn ?? '—'}</LabelledTd>
              <LabelledTd label={t('joinReason')} className="l">
                {period.joinReason || '—'}
              </LabelledTd>
              <LabelledTd label={membership('leaveReason')} className="l">
                {period.leaveReason || '—'}
              </LabelledTd>
            </tr>
          ))}
      </tbody>
    </Table>
  )
}
