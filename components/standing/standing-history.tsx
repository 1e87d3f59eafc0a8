import { getLocale, getTranslations } from 'next-intl/server'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { Standing } from '@/lib/registry/standing-queries'

const none = <span className="e">—</span>

/** Who supervised it from when until when, the present one first. */
export async function StintTable({ stints }: Pick<Standing, 'stints'>) {
  const [t, locale] = await Promise.all([getTranslations('registry.standing'), getLocale()])
  return (
    <Table label={t('supervision')} isCards>
      <thead>
        <tr>
          <Th>{t('jurisdiction')}</Th>
          <Th>{t('from')}</Th>
          <Th>{t('until')}</Th>
          <Th>{t('reason')}</Th>
        </tr>
      </thead>
      <tbody>
        {stints.map(({ jurisdiction, startsOn, endsOn, reason }) => (
          <tr key={`${jurisdiction.id} ${endsOn}`}>
            <th scope="row">{locale === 'en' ? jurisdiction.nameEn : jurisdiction.shortName}</th>
            <LabelledTd label={t('from')}>{startsOn ?? t('always')}</LabelledTd>
            <LabelledTd label={t('until')}>{endsOn ?? t('present')}</LabelledTd>
            <LabelledTd label={t('reason')} className="l">
              {reason || none}
            </LabelledTd>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** When it was closed, the latest time first. */
export async function ClosureTable({ closures }: Pick<Standing, 'closures'>) {
  const t = await getTranslations('registry.standing')
  return (
    <Table label={t('closures')} isCards>
      <thead>
        <tr>
          <Th>{t('closedOn')}</Th>
          <Th>{t('reopenedOn')}</Th>
          <Th>{t('reason')}</Th>
        </tr>
      </thead>
      <tbody>
        {closures.map(({ id, closedOn, reopenedOn, closeReason, reopenReason }) => (
          <tr key={id}>
            <th scope="row">{closedOn}</th>
            <LabelledTd label={t('reopenedOn')}>{reopenedOn ?? none}</LabelledTd>
            <LabelledTd label={t('reason')} className="l">
              {[closeReason, reopenReason].filter(Boolean).join('；') || none}
            </LabelledTd>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
