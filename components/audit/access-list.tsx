import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar, type FilterField } from '@/components/list/filter-bar'
import { type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { Badge, type Tone } from '@/components/ui/badge'
import type { AccessRow } from '@/lib/access/access-trail'
import { accessWords, detailWords } from '@/lib/access/rules'
import type { Page } from '@/lib/core/paging'
import { OnlyNote } from './only-note'
import { SubjectCell } from './subject-cell'
import { Cell, PersonCell, TimeCell, TrailTable } from './trail-cells'
import { accessPath, TrailHead } from './trail-head'

type Props = {
  page: Page<AccessRow> & { total: number }
  query: Query
  isNarrowed: boolean
  kinds: readonly string[]
}

const tones: Record<string, Tone> = { UNMASK_PHONE: 'warning', EXPORT: 'primary', REFUSED: 'danger' }

/** Who looked at what is guarded, took an export, or was refused. */
export async function AccessList({ page, query, isNarrowed, kinds }: Props) {
  const [t, locale] = await Promise.all([getTranslations('audit'), getLocale()])
  const [first] = page.rows
  const heads = (['at', 'person', 'kind', 'subject', 'detail'] as const).map((key) => t(`column.${key}`))
  const fields: FilterField[] = [
    { name: 'person', label: t('filter.person'), type: 'text' },
    {
      name: 'kind',
      label: t('filter.kind'),
      type: 'select',
      options: kinds.map((kind) => ({ value: kind, label: accessWords(locale, kind) })),
    },
    { name: 'from', label: t('filter.from'), type: 'date' },
    { name: 'to', label: t('filter.to'), type: 'date' },
  ]
  const more: FilterField[] = [
    { name: 'office', label: t('filter.office'), type: 'text', placeholder: t('filter.officePlaceholder') },
  ]

  return (
    <>
      <TrailHead current="access" />
      <FilterBar path={accessPath} query={query} fields={fields} more={more} kept={['actor', 'subject', 'id']} />
      <OnlyNote path={accessPath} query={query} actor={first?.actorName} subject={first?.subjectLabel} />
      {page.rows.length === 0 ? (
        <EmptyState
          {...(isNarrowed ? { kind: 'no-match', clearHref: accessPath } : { kind: 'nothing', title: t('empty') })}
        />
      ) : (
        <TrailTable label={t('tabs.access')} heads={heads}>
          {page.rows.map((row) => (
            <tr key={row.id}>
              <TimeCell at={row.at} />
              <PersonCell path={accessPath} person={row} />
              <Cell className="max-sm:order-first max-sm:w-full">
                <Badge tone={tones[row.kind] ?? 'neutral'}>{accessWords(locale, row.kind)}</Badge>
              </Cell>
              <SubjectCell path={accessPath} subject={row} />
              <Cell className="l max-sm:w-full">
                <ul>
                  {detailWords(locale, row).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </Cell>
            </tr>
          ))}
        </TrailTable>
      )}
      <Pager path={accessPath} query={query} total={page.total} previous={page.previous} next={page.next} />
    </>
  )
}
