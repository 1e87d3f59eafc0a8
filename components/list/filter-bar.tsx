import { getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { inputClass } from '@/components/form/field-frame'
import { Button, buttonClass } from '@/components/ui/button'
import { FilterForm } from './filter-form'
import { queryValue, type Query } from './href'

export type FilterField = { name: string; label: string; isWide?: boolean } & (
  | { type: 'text'; placeholder?: string }
  | { type: 'date' | 'number' }
  | { type: 'select'; options: { value: string; label: string }[]; emptyLabel?: string }
)

type Props = {
  path: string
  query: Query
  fields: FilterField[]
  /** Behind 展开; open at once where one of them is in use. */
  more?: FilterField[]
  /** Parameters that outlive a new search: the order, a tab; the columns always do. */
  kept?: string[]
  /** Beside the buttons: exports. */
  extra?: ReactNode
}

/** 查询 · 重置 · 展开: a GET form, so that the address is the view. */
export async function FilterBar({ path, query, fields, more = [], kept = ['sort'], extra }: Props) {
  const t = await getTranslations('common')
  const isMoreUsed = more.some(({ name }) => queryValue(query, name) !== undefined)

  return (
    <FilterForm path={path} label={t('filter.label')} key={JSON.stringify(query)}>
      {[...kept, 'columns'].map((name) => {
        const value = queryValue(query, name)
        return value ? <input key={name} type="hidden" name={name} value={value} /> : null
      })}
      <div className="flex flex-wrap items-end gap-3 text-sm">
        {fields.map((field) => (
          <FilterControl key={field.name} field={field} query={query} allLabel={t('all')} />
        ))}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary">
            {t('filter.search')}
          </Button>
          <a href={path} className={buttonClass('secondary')}>
            {t('filter.reset')}
          </a>
          {extra}
        </div>
      </div>
      {more.length > 0 && (
        <details open={isMoreUsed} className="group text-sm">
          <summary className="inline-flex min-h-7 items-center text-primary pointer-coarse:min-h-(--target)">
            <span className="group-open:hidden">{t('filter.more')} ▾</span>
            <span className="hidden group-open:inline">{t('filter.less')} ▴</span>
          </summary>
          <div className="flex flex-wrap items-end gap-3 pt-2">
            {more.map((field) => (
              <FilterControl key={field.name} field={field} query={query} allLabel={t('all')} />
            ))}
          </div>
        </details>
      )}
    </FilterForm>
  )
}

function FilterControl({ field, query, allLabel }: { field: FilterField; query: Query; allLabel: string }) {
  const id = `filter-${field.name}`
  const value = queryValue(query, field.name) ?? ''
  return (
    <div className={`flex flex-col gap-1 ${field.isWide ? 'w-full sm:w-72' : 'w-[calc(50%-6px)] sm:w-44'}`}>
      <label htmlFor={id} className="text-muted">
        {field.label}
      </label>
      {field.type === 'select' ? (
        <select id={id} name={field.name} defaultValue={value} className={inputClass}>
          <option value="">{field.emptyLabel ?? allLabel}</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          name={field.name}
          type={field.type}
          defaultValue={value}
          placeholder={field.type === 'text' ? field.placeholder : undefined}
          className={inputClass}
        />
      )}
    </div>
  )
}
