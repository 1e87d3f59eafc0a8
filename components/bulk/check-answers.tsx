import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { DescriptionList, type Entry } from '@/components/list/description-list'
import { hrefWith, type Query } from '@/components/list/href'
import { ButtonLink } from '@/components/ui/button'
import type { Forecast } from '@/lib/bulk/queries'
import type { Change, Selection } from '@/lib/bulk/schema'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'
import { formatDay, formatNumber } from '@/lib/text/format'
import { StartBulkForm } from './start-bulk-form'

type Props = {
  selection: Selection
  change: Change
  forecast: Forecast
  count: number
  places: RegistryPlaces
  query: Query
  /** Made with the page: pressing twice asks once. */
  taskKey: string
}

/** What will happen, to how many, before it happens. */
export async function CheckAnswers({ selection, change, forecast, count, places, query, taskKey }: Props) {
  const t = await getTranslations('bulk')
  const isExport = change.act === 'export'
  const back = hrefWith('/portal/enterprises/bulk', query, { check: null })
  return (
    <Section title={t('checkTitle')}>
      <DescriptionList entries={await answers(change, places)} columns={1} />
      {!isExport && (
        <>
          <dl className="flex flex-wrap gap-3">
            {(['DONE', 'UNCHANGED', 'REFUSED'] as const).map((outcome) => (
              <div key={outcome} className="flex min-w-32 flex-col gap-0.5 rounded-md border bg-surface p-4">
                <dt className="text-sm text-muted">{t(`forecast.${outcome}`)}</dt>
                <dd className="text-2xl font-bold">{formatNumber(forecast[outcome])}</dd>
              </div>
            ))}
          </dl>
          <p className="text-sm text-muted">{t('forecastNote')}</p>
        </>
      )}
      {forecast.DONE === 0 ? (
        <Banner tone="warning">{t('nothing')}</Banner>
      ) : (
        <>
          <Banner tone="info">{isExport ? t('exportNote') : t('undoNote')}</Banner>
          <Words of={['bulk']}>
            <StartBulkForm
              selection={selection}
              change={change}
              confirmed={count}
              taskKey={taskKey}
              submitLabel={t(isExport ? 'startExport' : 'start', { count: formatNumber(forecast.DONE) })}
            />
          </Words>
        </>
      )}
      {!isExport && (
        <div>
          <ButtonLink href={back}>{t('edit')}</ButtonLink>
        </div>
      )}
    </Section>
  )
}

async function answers(change: Change, { alliances }: RegistryPlaces): Promise<Entry[]> {
  const [t, words, locale] = await Promise.all([getTranslations('bulk'), getTranslations('enterprises'), getLocale()])
  const act: Entry = { label: t('field.act'), value: t(`act.${change.act}`) }
  if (change.act === 'export') return [act]
  const reason: Entry = { label: t('field.reason'), value: <span className="break-words">{change.reason}</span> }
  if (change.act === 'size')
    return [act, { label: t('field.newSize'), value: words(`sizeClass.${change.sizeClass}`) }, reason]
  if (change.act === 'standardize')
    return [
      act,
      { label: t('field.newLevel'), value: words(`standardizationLevel.${change.level}`) },
      { label: t('field.until'), value: change.validTo && formatDay(locale, change.validTo) },
      reason,
    ]
  const alliance = alliances.find(({ id }) => id === change.allianceId)
  return [
    act,
    { label: t('field.to'), value: locale === 'en' ? alliance?.nameEn : alliance?.name },
    {
      label: change.act === 'admit' ? t('field.joinedOn') : t('field.leftOn'),
      value: formatDay(locale, change.on),
    },
    reason,
  ]
}
