import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { LabelledTd, Table, Th } from '@/components/ui/table'
import type { MergeRow } from '@/lib/duplicates/merge-queries'
import { formatStamp } from '@/lib/text/format'
import { UndoMergeButton } from './undo-merge-button'

/** What was merged into an entry, and for a day the way back. */
export async function MergeTable({ rows }: { rows: MergeRow[] }) {
  const [t, common] = await Promise.all([getTranslations('merges'), getTranslations('common')])
  const hasUndo = rows.some(({ canUndo }) => canUndo)
  return (
    <Words of={['merges']}>
      <Section title={t('section')}>
        <Table label={t('section')} isCards>
          <thead>
            <tr>
              <Th>{t('mergedEntry')}</Th>
              <Th>{t('reason')}</Th>
              <Th>{t('by')}</Th>
              <Th>{t('at')}</Th>
              <Th>{t('state')}</Th>
              {hasUndo && <Th>{common('actions')}</Th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, gone, reason, mergedBy, mergedAt, undoneAt, undoneBy, canUndo }) => (
              <tr key={id}>
                <th scope="row" className="t h-auto max-sm:border-0 max-sm:px-0">
                  <Link href={`/portal/enterprises/${gone.id}`} prefetch={false} className="link">
                    {gone.name}
                  </Link>
                </th>
                <LabelledTd label={t('reason')} className="l">
                  {reason}
                </LabelledTd>
                <LabelledTd label={t('by')}>{mergedBy}</LabelledTd>
                <LabelledTd label={t('at')}>{formatStamp(mergedAt)}</LabelledTd>
                <LabelledTd label={t('state')}>
                  {undoneAt ? t('undoneBy', { at: formatStamp(undoneAt), name: undoneBy ?? '' }) : t('inForce')}
                </LabelledTd>
                {hasUndo && <td>{canUndo && <UndoMergeButton mergeId={id} name={gone.name} />}</td>}
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
    </Words>
  )
}
