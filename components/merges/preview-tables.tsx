import { getLocale, getTranslations } from 'next-intl/server'
import { LabelledTd, NumberTh, Table, Th } from '@/components/ui/table'
import type { MergeSide, Moving } from '@/lib/duplicates/merge-queries'
import { mergeKinds, type MergeKind } from '@/lib/duplicates/rules'
import { formatNumber } from '@/lib/text/format'

export async function IdentityTable({ kept, gone }: { kept: MergeSide; gone: MergeSide }) {
  const [t, field, locale] = await Promise.all([
    getTranslations('merges'),
    getTranslations('imports.field'),
    getLocale(),
  ])
  const place = ({ supervisingJurisdiction: { shortName, nameEn } }: MergeSide) =>
    locale === 'en' ? nameEn : shortName
  const lines = [
    { label: field('name'), of: (side: MergeSide) => side.name },
    { label: field('creditCode'), of: (side: MergeSide) => side.creditCode },
    { label: field('jurisdiction'), of: place },
  ]
  return (
    <Table label={t('identity')} isCards>
      <thead>
        <tr>
          <Th>{t('item')}</Th>
          <Th>{t('kept')}</Th>
          <Th>{t('gone')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, of }) => (
          <tr key={label}>
            <th scope="row" className="t h-auto max-sm:border-0 max-sm:px-0">
              {label}
            </th>
            <LabelledTd label={t('kept')} className="l max-sm:w-full">
              {of(kept)}
            </LabelledTd>
            <LabelledTd label={t('gone')} className="l max-sm:w-full">
              {of(gone)}
            </LabelledTd>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Kinds of which rows stay because both entries have them, each with its own words. */
const explained = [
  'memberships',
  'leadDecisions',
  'mandates',
  'appointments',
  'registrations',
  'attendances',
  'adoptions',
  'announcementReads',
  'activationCodes',
] as const satisfies MergeKind[]

/** Kind by kind, how many rows move and how many stay, and why these. */
export async function MovingTable({ rows }: { rows: Moving[] }) {
  const t = await getTranslations('merges')
  const ordered = rows.toSorted((a, b) => mergeKinds.indexOf(a.kind) - mergeKinds.indexOf(b.kind))
  const remark = (kind: MergeKind) => t(`both.${explained.find((one) => one === kind) ?? 'entry'}`)
  return (
    <Table label={t('moving')} isCards>
      <thead>
        <tr>
          <Th>{t('kind')}</Th>
          <NumberTh>{t('moves')}</NumberTh>
          <NumberTh>{t('stays')}</NumberTh>
          <Th>{t('remark')}</Th>
        </tr>
      </thead>
      <tbody>
        {ordered.map(({ kind, moves, stays }) => (
          <tr key={kind}>
            <th scope="row" className="t h-auto max-sm:border-0 max-sm:px-0">
              {t(`kinds.${kind}`)}
            </th>
            <LabelledTd label={t('moves')} className="n">
              {formatNumber(moves)}
            </LabelledTd>
            <LabelledTd label={t('stays')} className="n">
              {formatNumber(stays)}
            </LabelledTd>
            {stays > 0 ? (
              <LabelledTd label={t('remark')} className="l">
                {remark(kind)}
              </LabelledTd>
            ) : (
              <td className="max-sm:hidden" />
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
