import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import { formatDay } from '@/lib/text/format'
import type { SettingStanding } from '@/lib/settings/queries'
import type { Settings } from '@/lib/settings/rules'
import { ValueLines } from './setting-history'
import { valueLines } from './setting-words'

/** All groups with what holds today, since when and by whom. */
export async function SettingOverview({ settings, standings }: { settings: Settings; standings: SettingStanding[] }) {
  const [t, locale] = await Promise.all([getTranslations('settings'), getLocale()])
  return (
    <Table label={t('title')} isCards>
      <thead>
        <tr>
          <Th>{t('item')}</Th>
          <Th>{t('now')}</Th>
          <Th>{t('effectiveFrom')}</Th>
          <Th>{t('setBy')}</Th>
        </tr>
      </thead>
      <tbody>
        {standings.map(({ key, since, setBy, upcoming }) => (
          <tr key={key}>
            <th scope="row">
              <Link href={`/portal/settings/${key}`} prefetch={false} className="link underline underline-offset-2">
                {t(`name.${key}`)}
              </Link>
            </th>
            <LabelledTd label={t('now')} className="l">
              <ValueLines lines={valueLines(t, key, settings[key])} />
            </LabelledTd>
            <LabelledTd label={t('effectiveFrom')}>
              {since ? formatDay(locale, since) : t('byDefault')}
              {upcoming > 0 && <span className="block text-muted">{t('upcoming', { count: upcoming })}</span>}
            </LabelledTd>
            <LabelledTd label={t('setBy')}>{setBy ?? '—'}</LabelledTd>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
