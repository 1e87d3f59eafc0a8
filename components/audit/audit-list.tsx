import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/layout/empty-state'
import { FilterBar, type FilterField } from '@/components/list/filter-bar'
import { hrefWith, type Query } from '@/components/list/href'
import { Pager } from '@/components/list/pager'
import { ButtonLink } from '@/components/ui/button'
import type { AuditRow } from '@/lib/access/audit-trail'
import { changeWords, nounWords, recordedVerbs, verbWords } from '@/lib/access/rules'
import type { Page } from '@/lib/core/paging'
import type { Locale } from '@/lib/text/locale'
import { ChangeList } from './change-list'
import { OnlyNote } from './only-note'
import { SubjectCell } from './subject-cell'
import { Cell, PersonCell, TimeCell, TrailTable } from './trail-cells'
import { TrailHead, trailPath } from './trail-head'

type Props = { page: Page<AuditRow> & { total: number }; query: Query; isNarrowed: boolean }

/** Who did what, when, on what and under whose hat, with what was before and is now. */
export async function AuditList({ page, query, isNarrowed }: Props) {
  const [t, common, locale] = await Promise.all([getTranslations('audit'), getTranslations('common'), getLocale()])
  const { fields, more } = await filterFields(locale)
  const [first] = page.rows
  const heads = (['at', 'person', 'what', 'subject', 'changes'] as const).map((key) => t(`column.${key}`))

  return (
    <>
      <TrailHead current="trail" />
      <FilterBar
        path={trailPath}
        query={query}
        fields={fields}
        more={more}
        kept={['actor', 'subject', 'id']}
        extra={
          <ButtonLink href={hrefWith('/api/audit/export.xlsx', query, { cursor: null })} isDownload>
            {common('export')}
          </ButtonLink>
        }
      />
      <OnlyNote path={trailPath} query={query} actor={first?.actorName} subject={first?.subjectLabel} />
      {page.rows.length === 0 ? (
        <EmptyState
          {...(isNarrowed ? { kind: 'no-match', clearHref: trailPath } : { kind: 'nothing', title: t('empty') })}
        />
      ) : (
        <TrailTable label={t('title')} heads={heads}>
          {page.rows.map((row) => (
            <Entry key={row.id} row={row} locale={locale} />
          ))}
        </TrailTable>
      )}
      <Pager path={trailPath} query={query} total={page.total} previous={page.previous} next={page.next} />
    </>
  )
}

function Entry({ row, locale }: { row: AuditRow; locale: Locale }) {
  const changes = changeWords(locale, row.verb, row.changes)
  return (
    <tr>
      <TimeCell at={row.at} />
      <PersonCell path={trailPath} person={row} />
      <Cell className="max-sm:order-first max-sm:w-full max-sm:font-bold">{verbWords(locale, row.verb)}</Cell>
      <SubjectCell path={trailPath} subject={row} />
      <Cell className="l max-sm:w-full">
        {changes.length > 0 ? <ChangeList changes={changes} /> : <span className="e">—</span>}
      </Cell>
    </tr>
  )
}

async function filterFields(locale: Locale): Promise<{ fields: FilterField[]; more: FilterField[] }> {
  const t = await getTranslations('audit.filter')
  const verbs = recordedVerbs(locale).flatMap(({ noun, verbs: ofNoun }) => {
    const name = nounWords(locale, noun)
    return [
      { value: noun, label: t('all', { noun: name }) },
      ...ofNoun.map((verb) => ({ value: verb, label: t('ofVerb', { noun: name, verb: verbWords(locale, verb) }) })),
    ]
  })
  return {
    fields: [
      { name: 'person', label: t('person'), type: 'text' },
      { name: 'verb', label: t('verb'), type: 'select', options: verbs },
      { name: 'from', label: t('from'), type: 'date' },
      { name: 'to', label: t('to'), type: 'date' },
    ],
    more: [
      { name: 'office', label: t('office'), type: 'text', placeholder: t('officePlaceholder') },
      { name: 'about', label: t('about'), type: 'text', isWide: true },
    ],
  }
}
