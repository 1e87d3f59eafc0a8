import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import type { Column, Row } from '@/components/list/columns'
import { DataTable } from '@/components/list/data-table'
import { ImportState } from '@/lib/core/prisma/enums'
import type { ListedImport } from '@/lib/imports/queries'
import { formatInstant } from '@/lib/text/format'

const tones = { CHECKED: 'warning', DONE: 'success', FAILED: 'danger' } as const

export async function ImportList({ imports }: { imports: ListedImport[] }) {
  const [t, words, locale] = await Promise.all([
    getTranslations('imports.page'),
    getTranslations('imports'),
    getLocale(),
  ])
  const states = Object.fromEntries(Object.values(ImportState).map((state) => [state, words(`state.${state}`)]))
  const columns: Column[] = [
    { key: 'file', label: t('fileName'), kind: 'link', href: '/portal/enterprises/imports/{id}', isTitle: true },
    { key: 'state', label: t('state'), kind: 'badge', labels: states, tones },
    { key: 'new', label: words('verdict.NEW'), kind: 'number', align: 'right' },
    { key: 'changed', label: words('verdict.CHANGED'), kind: 'number', align: 'right' },
    { key: 'unchanged', label: words('verdict.UNCHANGED'), kind: 'number', align: 'right' },
    { key: 'wrong', label: words('verdict.WRONG'), kind: 'number', align: 'right' },
    { key: 'by', label: t('by') },
    { key: 'at', label: t('at') },
  ]
  const rows: Row[] = imports.map((one) => [
    one.id,
    one.file.fileName,
    one.state,
    one.newRows,
    one.changedRows,
    one.unchangedRows,
    one.wrongRows,
    one.uploadedBy.name,
    formatInstant(locale, one.createdAt),
  ])
  return (
    <Section title={t('former')}>
      {rows.length === 0 ? (
        <p className="text-sm text-muted">{t('none')}</p>
      ) : (
        <DataTable id="imports" label={t('former')} columns={columns} rows={rows} />
      )}
    </Section>
  )
}
