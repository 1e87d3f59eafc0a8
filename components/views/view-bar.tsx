import { ChevronDown } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Words } from '@/components/layout/words'
import type { Query } from '@/components/list/href'
import { Disclosure } from '@/components/ui/disclosure'
import type { ListedView } from '@/lib/views/queries'
import { queryOf, viewHref, type ListKey } from '@/lib/views/rules'
import { ManageView } from './manage-view'
import { SaveViewForm } from './save-view-form'

export type Views = { noun: ListKey; views: ListedView[]; mayShare: boolean; mayTidy: boolean }

const chip =
  'inline-flex min-h-7 max-w-64 items-center gap-1 truncate rounded-full border px-3 text-muted hover:border-primary hover:text-primary aria-[current=page]:border-primary aria-[current=page]:bg-primary-soft aria-[current=page]:font-bold aria-[current=page]:text-primary pointer-coarse:min-h-(--target)'
const menu = 'flex min-h-7 cursor-pointer items-center gap-1 rounded-md px-2 text-muted hover:text-primary'
const sheet =
  'absolute left-0 z-30 mt-1 flex w-72 max-w-[calc(100vw-2rem)] flex-col gap-3 rounded-md border border-input bg-surface p-4'

/** Own and shared views as addresses, and what may be done about the one that is looked at. */
export async function ViewBar({ noun, views, mayShare, mayTidy, query }: Views & { query: Query }) {
  const t = await getTranslations('views')
  const shown = queryOf(noun, query)
  const current = views.find((view) => view.query === shown)
  return (
    <Words of={['views']}>
      <div className="no-print flex flex-wrap items-center gap-2 text-sm">
        {views.length > 0 && (
          <nav aria-label={t('label')}>
            <ul className="flex flex-wrap gap-2">
              <li>
                <Link
                  href={viewHref(noun, '')}
                  prefetch={false}
                  className={chip}
                  aria-current={shown === '' && !current ? 'page' : undefined}
                >
                  {t('everything')}
                </Link>
              </li>
              {views.map((view) => (
                <li key={view.id} className="min-w-0">
                  <Link
                    href={viewHref(noun, view.query)}
                    prefetch={false}
                    className={chip}
                    aria-current={view === current ? 'page' : undefined}
                  >
                    {view.name}
                    <Mark view={view} />
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {current ? (
          <Disclosure
            key={current.id}
            className="relative"
            summaryClass={menu}
            summary={
              <>
                {t('manage', { name: current.name })}
                <ChevronDown aria-hidden className="size-4" />
              </>
            }
          >
            <div className={sheet}>
              <ManageView
                noun={noun}
                view={current}
                mayShare={mayShare && current.isOwn}
                mayRemove={current.isOwn || mayTidy}
              />
            </div>
          </Disclosure>
        ) : (
          <Disclosure
            key={shown}
            className="relative"
            summaryClass={menu}
            summary={
              <>
                {t('save')}
                <ChevronDown aria-hidden className="size-4" />
              </>
            }
          >
            <div className={sheet}>
              <SaveViewForm noun={noun} mayShare={mayShare} />
            </div>
          </Disclosure>
        )}
      </div>
    </Words>
  )
}

async function Mark({ view }: { view: ListedView }) {
  const t = await getTranslations('views')
  const sharing = view.isOwn ? view.sharedWith !== null && t('shared') : t('sharedBy', { name: view.owner })
  const marks = [view.isDefault && t('isDefault'), sharing].filter((mark) => typeof mark === 'string')
  return marks.length > 0 && <span className="text-xs font-normal text-muted">{marks.join(' · ')}</span>
}
