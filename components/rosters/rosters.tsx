import { getLocale, getTranslations } from 'next-intl/server'
import { inputClass } from '@/components/form/field-frame'
import { Banner } from '@/components/layout/banner'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import type { RosterRow } from '@/lib/rosters/queries'
import { formatRange, formatStamp } from '@/lib/text/format'

type Activity = { id: string; title: string; startsAt: Date; endsAt: Date }

type Props = { activity: Activity; rosters: RosterRow[]; isTaking: boolean; problem: string | null }

/** The lists of meeting services that were imported for an activity, and a form for the next one. */
export async function Rosters({ activity, rosters, isTaking, problem }: Props) {
  const [t, list, locale] = await Promise.all([
    getTranslations('rosters'),
    getTranslations('attendance.list'),
    getLocale(),
  ])
  const path = `/portal/activities/${activity.id}`
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[
          { href: path, label: activity.title },
          { href: `${path}/check-in`, label: list('title') },
        ]}
        note={`${formatRange(locale, activity.startsAt, activity.endsAt)} · ${t('note')}`}
      />
      {isTaking ? <UploadRoster activityId={activity.id} problem={problem} /> : <p>{t('notNow')}</p>}
      {rosters.length > 0 && (
        <Section title={t('imported')}>
          <ul className="divide-y rounded-md border bg-surface">
            {rosters.map((roster) => (
              <li key={roster.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
                <a href={`${path}/check-in/online/${roster.id}`} className="link min-w-0 flex-1 basis-60">
                  {roster.fileName}
                </a>
                <span className="text-muted">
                  {formatStamp(roster.importedAt)} · {roster.by}
                </span>
                <span>{t('people', { count: roster.lines })}</span>
                <Badge tone={roster.open > 0 ? 'warning' : 'success'}>
                  {roster.open > 0 ? t('open', { count: roster.open }) : t('allDecided')}
                </Badge>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

async function UploadRoster({ activityId, problem }: { activityId: string; problem: string | null }) {
  const [t, refusals] = await Promise.all([getTranslations('rosters.upload'), getTranslations('refusals')])
  const known = problem !== null && refusals.has(problem) ? problem : 'UNEXPECTED'
  const fields = ['name', 'joinedAt', 'leftAt', 'minutes'] as const
  return (
    <form
      method="post"
      action={`/api/activities/${activityId}/rosters`}
      encType="multipart/form-data"
      className="flex max-w-2xl flex-col gap-3 rounded-md border bg-surface p-4"
    >
      {problem !== null && (
        <div role="alert">
          <Banner tone="danger">{refusals(known, { limitMegabytes: 2, rowsMax: 5_000, cell: '', sheet: '' })}</Banner>
        </div>
      )}
      <details>
        <summary className="min-h-8 text-primary pointer-coarse:min-h-(--target)">{t('columns')}</summary>
        <p className="text-muted">{t('columnsText')}</p>
        <div className="grid gap-3 pt-2 sm:grid-cols-2">
          {fields.map((field) => (
            <label key={field} className="flex flex-col gap-1">
              {t(`column.${field}`)}
              <input name={field} maxLength={60} autoComplete="off" className={inputClass} />
            </label>
          ))}
        </div>
      </details>
      <label className="flex flex-col gap-1 font-bold">
        {t('file')}
        <span className="text-sm font-normal text-muted">{t('fileHint')}</span>
        <input type="file" name="file" accept=".csv,.xlsx" required className="max-w-full py-2 text-sm font-normal" />
      </label>
      <button type="submit" className={`${buttonClass('primary')} self-start`}>
        {t('submit')}
      </button>
    </form>
  )
}
