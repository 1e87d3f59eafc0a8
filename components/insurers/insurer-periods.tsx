import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import { holdsOn } from '@/lib/alliances/rules'
import type { InsurerPeriod } from '@/lib/alliances/standing-queries'

type Props = {
  periods: InsurerPeriod[]
  /** The day as of which it is told. */
  day: string
  path: string
  mayManage: boolean
}

/** Every insurer that an alliance has had; those that still run can be handed over or ended. */
export function InsurerPeriods({ periods, day, path, mayManage }: Props) {
  const t = useTranslations('memberships.insurer')
  const common = useTranslations('common')
  return (
    <Table label={t('periods')} isCards>
      <thead>
        <tr>
          <Th>{t('name')}</Th>
          <Th>{t('coordinator')}</Th>
          <Th>{t('deputy')}</Th>
          <Th>{t('from')}</Th>
          <Th>{t('lastDay')}</Th>
          <Th>{t('reason')}</Th>
          {mayManage && <Th className="a">{common('actions')}</Th>}
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period.id}>
            <td className="t">
              {period.insurer.name}{' '}
              {holdsOn(period.service.standing, day) && <Badge tone="primary">{t('isCurrent')}</Badge>}
            </td>
            <LabelledTd label={t('coordinator')}>{period.coordinator.name}</LabelledTd>
            <LabelledTd label={t('deputy')}>{period.deputy?.name ?? '—'}</LabelledTd>
            <LabelledTd label={t('from')}>{period.from}</LabelledTd>
            <LabelledTd label={t('lastDay')}>{period.lastDay ?? t('openEnd')}</LabelledTd>
            <LabelledTd label={t('reason')} className="l">
              {period.reason || '—'}
            </LabelledTd>
            {mayManage && (
              <td className="a">
                {(period.lastDay === null || period.lastDay >= day) && (
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
