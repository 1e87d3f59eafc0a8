import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { ButtonLink } from '@/components/ui/button'
import { LabelledTd, NumberTd, NumberTh, Table, Th } from '@/components/ui/table'
import { formatInstant, formatNumber } from '@/lib/text/format'
import type { Settings } from '@/lib/settings/rules'
import type { OwnData as Data } from '@/lib/users/data-queries'

const parts = [
  'account',
  'appointments',
  'mandates',
  'sessions',
  'registrations',
  'attendances',
  'notifications',
  'notices',
  'done',
  'about',
  'looked',
  'seen',
] as const

const seenMax = 20

type Props = { data: Data; retention: Settings['retention'] }

/** What the portal holds about oneself: how much of what, for how long, who looked, and the way to take it away. */
export async function OwnData({ data, retention }: Props) {
  const t = await getTranslations('account.data')
  const kept: Record<(typeof parts)[number], string> = {
    account: t('whileAccount'),
    appointments: t('forever'),
    mandates: t('forever'),
    sessions: t('afterEnd', { days: retention.signInDays }),
    registrations: t('forever'),
    attendances: t('forever'),
    notifications: t('days', { days: retention.notificationDays }),
    notices: t('whileAccount'),
    done: t('forever'),
    about: t('forever'),
    looked: t('days', { days: retention.accessLogDays }),
    seen: t('days', { days: retention.accessLogDays }),
  }
  const countOf = (part: (typeof parts)[number]) => (part === 'account' ? 1 : data[part].length)

  return (
    <div className="flex max-w-4xl flex-col gap-8">
      <Section
        title={t('title')}
        actions={
          <ButtonLink href="/api/account/data.xlsx" variant="primary">
            {t('download')}
          </ButtonLink>
        }
      >
        <p className="text-muted">{t('lead')}</p>
        <Table label={t('title')}>
          <thead>
            <tr>
              <Th>{t('part')}</Th>
              <NumberTh>{t('count')}</NumberTh>
              <Th>{t('kept')}</Th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part}>
                <th scope="row">{t(`section.${part}`)}</th>
                <NumberTd>{formatNumber(countOf(part))}</NumberTd>
                <td>{kept[part]}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
      <Seen looks={data.seen.slice(0, seenMax)} />
    </div>
  )
}

async function Seen({ looks }: { looks: Data['seen'] }) {
  const [t, locale] = await Promise.all([getTranslations('account.data'), getLocale()])
  return (
    <Section title={t('seenTitle')}>
      <p className="text-muted">{looks.length > 0 ? t('seenLead') : t('seenNone')}</p>
      {looks.length > 0 && (
        <Table label={t('seenTitle')} isCards>
          <thead>
            <tr>
              <Th>{t('column.at')}</Th>
              <Th>{t('column.person')}</Th>
              <Th>{t('column.hat')}</Th>
              <Th>{t('column.enterprise')}</Th>
            </tr>
          </thead>
          <tbody>
            {looks.map((look) => (
              <tr key={`${look.at.toISOString()} ${look.person}`}>
                <th scope="row">{formatInstant(locale, look.at)}</th>
                <LabelledTd label={t('column.person')}>{look.person}</LabelledTd>
                <LabelledTd label={t('column.hat')} className="l">
                  {look.hat}
                </LabelledTd>
                <LabelledTd label={t('column.enterprise')} className="l">
                  {look.enterprise}
                </LabelledTd>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
