import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { Tabs } from '@/components/list/tabs'
import { Badge } from '@/components/ui/badge'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import { formatDay } from '@/lib/text/format'
import type { HolidayRow } from '@/lib/settings/holiday-rules'
import { AddHolidayForm, ImportHolidaysButton, RemoveHolidayButton } from './holiday-forms'

type Props = { year: number; years: number[]; days: HolidayRow[]; isPublished: boolean }

/** A year's days off and days worked in exchange. */
export async function HolidayTable({ year, years, days, isPublished }: Props) {
  const t = await getTranslations('settings')
  const named = { year: String(year) }
  const off = days.filter(({ kind }) => kind === 'HOLIDAY').length
  return (
    <>
      <p className="text-muted">{t('lead.holidays')}</p>
      <Tabs
        label={t('holidays.years')}
        tabs={years.map((one) => ({
          href: `/portal/settings/holidays?year=${one}`,
          label: t('holidays.yearName', { year: String(one) }),
          isCurrent: one === year,
        }))}
      />
      <div className="flex flex-wrap items-center gap-3">
        {days.length > 0 && <p>{t('holidays.count', { off, worked: days.length - off })}</p>}
        {isPublished ? <ImportHolidaysButton year={year} /> : <p>{t('holidays.unpublished', named)}</p>}
      </div>
      {days.length === 0 ? (
        <EmptyState kind="nothing" title={t('holidays.emptyTitle', named)} text={t('holidays.emptyText')} />
      ) : (
        <HolidayRows days={days} />
      )}
      <AddHolidayForm key={year} year={year} />
    </>
  )
}

async function HolidayRows({ days }: { days: HolidayRow[] }) {
  const [t, locale] = await Promise.all([getTranslations('settings.holidays'), getLocale()])
  return (
    <Table label={t('day')} isCards>
      <thead>
        <tr>
          <Th>{t('day')}</Th>
          <Th>{t('kindLabel')}</Th>
          <Th>{t('nameLabel')}</Th>
          <Th>
            <span className="sr-only">{t('remove')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {days.map((row) => (
          <tr key={row.day}>
            <th scope="row">{formatDay(locale, row.day)}</th>
            <LabelledTd label={t('kindLabel')}>
              <Badge tone={row.kind === 'HOLIDAY' ? 'success' : 'warning'}>{t(`kind.${row.kind}`)}</Badge>
            </LabelledTd>
            <LabelledTd label={t('nameLabel')}>{row.name}</LabelledTd>
            <td className="r">
              <RemoveHolidayButton row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
