import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Table, Th } from '@/components/ui/table'
import type { MemberRow } from '@/lib/alliances/member-queries'

/** The places that one enterprise has had in an alliance. Rows that never held (ended on their first day) are left out. */
export function MemberPeriods({ periods }: { periods: (MemberRow & { leaveReason: string })[] }) {
  const t = useTranslations('memberships.members')
  const alliances = useTranslations('alliances')
  const membership = useTranslations('memberships.membership')
  return (
    <Table label={membership('title')}>
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
              <td>{period.joinedOn}</td>
              <td>{period.leftOn ?? '—'}</td>
              <td className="l">{period.joinReason || '—'}</td>
              <td className="l">{period.leaveReason || '—'}</td>
            </tr>
          ))}
      </tbody>
    </Table>
  )
}
