import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import type { Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import type { ImportVerdict } from '@/lib/core/prisma/enums'
import type { Page } from '@/lib/core/paging'
import type { ImportDetail, PreviewRow } from '@/lib/imports/queries'
import { fields } from '@/lib/imports/schema'

type Props = {
  page: Page<PreviewRow & { id: string }>
  verdict: ImportVerdict
  path: string
  query: Query
  found: ImportDetail
}

const totals = { NEW: 'newRows', CHANGED: 'changedRows', UNCHANGED: 'unchangedRows', WRONG: 'wrongRows' } as const

/** The rows of one verdict as the sheet numbers them: what is wrong, or what would become of what. */
export async function PreviewTable({ page, verdict, path, query, found }: Props) {
  const [t, words] = await Promise.all([getTranslations('imports.page'), getTranslations('imports')])
  const remark = await remarks()
  const columns: Column[] = [
    { key: 'row', label: t('row'), kind: 'number', align: 'right' },
    { key: 'name', label: words('field.name'), isTitle: true, isLong: true },
    { key: 'creditCode', label: words('field.creditCode'), kind: 'mono' },
    { key: 'jurisdiction', label: words('field.jurisdiction') },
    { key: 'remark', label: t('remark'), isLong: true },
  ]
  const rows: Row[] = page.rows.map((row) => [
    String(row.row),
    row.row,
    row.name,
    row.creditCode,
    row.jurisdiction,
    remark(row),
  ])
  return (
    <Section title={words(`verdict.${verdict}`)}>
      {rows.length === 0 ? (
        <p className="text-sm text-muted">{t('noRows')}</p>
      ) : (
        <DataTable id="import-rows" label={words(`verdict.${verdict}`)} columns={columns} rows={rows} />
      )}
      <Pager
        path={path}
        query={{ ...query, verdict }}
        total={found[totals[verdict]]}
        previous={page.previous}
        next={page.next}
      />
    </Section>
  )
}

async function remarks(): Promise<(row: PreviewRow) => string> {
  const [words, common] = await Promise.all([getTranslations('imports'), getTranslations('common')])
  const said = (value: unknown): string => (value === null || value === '' ? common('unknown') : String(value))
  const fieldName = (key: string): string => {
    const field = fields.find((one) => one === key)
    return field ? words(`field.${field}`) : key
  }
  return ({ problems, warnings, changes }) => {
    const wrong = [...problems, ...warnings].map(({ field, code, row, text }) => {
      const key = `problem.${code}` as Parameters<typeof words>[0]
      const sentence = words.has(key) ? words(key, { row: row ?? 0 }) : code
      return `${words(`field.${field}`)}：${sentence}${text ? `（${text}）` : ''}`
    })
    const changed = Object.entries(changes).map(
      ([field, [before, after]]) => `${fieldName(field)}：${said(before)} → ${said(after)}`,
    )
    return [...wrong, ...changed].join('；')
  }
}
