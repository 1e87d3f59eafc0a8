import { getTranslations } from 'next-intl/server'
import { Heads, LabelledTd, Table } from '@/components/ui/table'
import type { PracticeReader } from '@/lib/practices/queries'
import { formatStamp } from '@/lib/text/format'

/** Who of other offices opened it. */
export async function ReaderList({ rows, total }: { rows: PracticeReader[]; total: number }) {
  const t = await getTranslations('practices.readers')
  if (rows.length === 0) return <p className="text-sm text-muted">{t('none')}</p>
  const heads = [t('at'), t('person'), t('hat'), t('what')] as const
  return (
    <>
      <Table label={t('title')} isCards>
        <Heads heads={heads} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <LabelledTd label={heads[0]}>{formatStamp(row.at)}</LabelledTd>
              <LabelledTd label={heads[1]}>{row.actorName}</LabelledTd>
              <LabelledTd label={heads[2]}>{row.actorHat}</LabelledTd>
              <LabelledTd label={heads[3]}>
                {t(row.kind === 'READ_PRACTICE' ? 'READ_PRACTICE' : 'TAKE_PRACTICE_FILE', {
                  number: String(row.version),
                })}
              </LabelledTd>
            </tr>
          ))}
        </tbody>
      </Table>
      {total > rows.length && <p className="text-sm text-muted">{t('total', { total, shown: rows.length })}</p>}
    </>
  )
}
