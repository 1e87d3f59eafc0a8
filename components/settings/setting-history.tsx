import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import { formatDay, formatInstant } from '@/lib/text/format'
import type { SettingVersion } from '@/lib/settings/queries'
import type { SettingKey } from '@/lib/settings/rules'
import { valueLines } from './setting-words'

type Props = { settingKey: SettingKey; versions: SettingVersion[]; today: string }

/** Every value that the setting was given, newest first: from when, by whom, what. */
export async function SettingHistory({ settingKey, versions, today }: Props) {
  const [t, locale] = await Promise.all([getTranslations('settings'), getLocale()])
  if (versions.length === 0)
    return (
      <Section title={t('history')}>
        <p className="text-muted">{t('noHistory')}</p>
      </Section>
    )

  return (
    <Section title={t('history')}>
      <Table label={t('history')} isCards>
        <thead>
          <tr>
            <Th>{t('effectiveFrom')}</Th>
            <Th>{t('value')}</Th>
            <Th>{t('setBy')}</Th>
            <Th>{t('at')}</Th>
          </tr>
        </thead>
        <tbody>
          {versions.map((row) => (
            <tr key={row.version}>
              <th scope="row">
                <span className="flex flex-wrap items-center gap-2">
                  {formatDay(locale, row.effectiveFrom)}
                  {row.isCurrent && <Badge tone="success">{t('isCurrent')}</Badge>}
                  {row.effectiveFrom > today && <Badge tone="warning">{t('isUpcoming')}</Badge>}
                </span>
              </th>
              <LabelledTd label={t('value')} className="l">
                <ValueLines lines={valueLines(t, settingKey, row.value)} />
              </LabelledTd>
              <LabelledTd label={t('setBy')}>{row.setBy}</LabelledTd>
              <LabelledTd label={t('at')}>{formatInstant(locale, row.setAt)}</LabelledTd>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}

/** A value field by field, one under the other. */
export function ValueLines({ lines }: { lines: { label: string; text: string }[] }) {
  return (
    <ul>
      {lines.map(({ label, text }) => (
        <li key={label} className="wrap-anywhere">
          <span className="text-muted">{label}</span> {text}
        </li>
      ))}
    </ul>
  )
}
