import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Table, Th } from '@/components/ui/table'
import type { InsurerPeriod } from '@/lib/alliances/standing-queries'

type Props = { periods: InsurerPeriod[]; today: string; path: string; mayManage: boolean }

/** Every insurer that an alliance has had; those that still run can be handed over or ended. */
export function InsurerPeriods({ periods, today, path, mayManage }: Props) {
  const t = useTranslations('memberships.insurer')
  return (
    <Table label={t('periods')}>
      <thead>
        <tr>
          <Th>{t('name')}</Th>
          <Th>{t('coordinator')}</Th>
          <Th>{t('deputy')}</Th>
          <Th>{t('from')}</Th>
          <Th>{t('lastDay')}</Th>
          <Th>{t('reason')}</Th>
          {mayManage && <Th className="a">{t('manage')}</Th>}
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period.id}>
            <td>
              {period.insurer.name} {period.isCurrent && <Badge tone="primary">{t('isCurrent')}</Badge>}
            </td>
            <td>{period.coordinator.name}</td>
            <td>{period.deputy?.name ?? '—'}</td>
            <td>{period.from}</td>
            <td>{period.lastDay ?? t('openEnd')}</td>
            <td className="l">{period.reason || '—'}</td>
            {mayManage && (
              <td className="a">
                {(period.lastDay === null || period.lastDay >= today) && (
                  <Link href={`${path}/${period.id}`} prefetch={false}>
                    {t('manage')}
                  </Link>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
