import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { FilterBar } from '@/components/list/filter-bar'
import type { Query } from '@/components/list/href'
import { ButtonLink } from '@/components/ui/button'
import type { DoorActivity, DoorPerson } from '@/lib/attendance/door-queries'
import { toLocal } from '@/lib/core/clock'
import { formatRange } from '@/lib/text/format'
import { AddAttendanceForm } from './correction-forms'
import { DoorNotes } from './door-frame'

type Props = {
  activity: DoorActivity
  query: Query
  q: string
  person: DoorPerson | null
  found: { people: DoorPerson[]; hasMore: boolean }
}

/** First who it was, then for whom, when and why. */
export async function AddAttendance({ activity, query, q, person, found }: Props) {
  const [t, list, locale] = await Promise.all([
    getTranslations('attendance.adding'),
    getTranslations('attendance.list'),
    getLocale(),
  ])
  const activityPath = `/portal/activities/${activity.id}`
  const listPath = `${activityPath}/check-in`
  const path = `${listPath}/add`
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[
          { href: activityPath, label: activity.title },
          { href: listPath, label: list('title') },
        ]}
        note={`${formatRange(locale, activity.startsAt, activity.endsAt)} · ${t('note')}`}
      />
      {person ? (
        <Chosen activity={activity} person={person} path={path} />
      ) : (
        <>
          <FilterBar
            path={path}
            query={query}
            fields={[{ name: 'q', type: 'text', label: t('whom'), isWide: true }]}
            kept={[]}
          />
          {q && <DoorNotes query={q} found={found} hasArrivals={false} />}
          <ul className="divide-y rounded-md border bg-surface empty:hidden">
            {found.people.map((one) => (
              <Candidate key={one.userId} person={one} path={path} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

async function Candidate({ person, path }: { person: DoorPerson; path: string }) {
  const t = await getTranslations('attendance')
  const names = person.lines.flatMap(({ enterprise }) => enterprise ?? [])
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <span className="font-bold">{person.name}</span>
      <span className="min-w-0 flex-1 basis-60 text-muted">{names.join('、')}</span>
      <ButtonLink href={`${path}?person=${person.userId}`} size="small">
        {t('adding.pick')}
      </ButtonLink>
    </li>
  )
}

async function Chosen({ activity, person, path }: { activity: DoorActivity; person: DoorPerson; path: string }) {
  const t = await getTranslations('attendance.adding')
  const open = person.lines.filter(({ checkedInAt }) => checkedInAt === null)
  return (
    <Section
      title={`${t('person')}：${person.name}`}
      actions={
        <ButtonLink href={path} size="small">
          {t('another')}
        </ButtonLink>
      }
    >
      {open.length === 0 ? (
        <Banner tone="warning">{t('already', { name: person.name })}</Banner>
      ) : (
        <Words of={['attendance']}>
          <AddAttendanceForm
            activityId={activity.id}
            userId={person.userId}
            enterprises={open.flatMap(({ enterpriseId, enterprise }) =>
              enterpriseId && enterprise ? [{ value: enterpriseId, label: enterprise }] : [],
            )}
            startsAt={toLocal(activity.startsAt)}
            checksOut={activity.checksOut}
          />
        </Words>
      )}
    </Section>
  )
}
