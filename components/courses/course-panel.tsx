import { getLocale, getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { Section } from '@/components/layout/page-header'
import { ButtonLink } from '@/components/ui/button'
import type { CourseRow, RegulationRow } from '@/lib/courses/queries'
import { hoursOf } from '@/lib/courses/rules'
import { formatDay, formatRange } from '@/lib/text/format'

type Props = {
  activityId: string
  courses: CourseRow[]
  regulations: RegulationRow[]
  /** Other things that the training explained. */
  cases?: ReactNode
  mayManage: boolean
}

/** What a training teaches and explains, on the page of the training. */
export async function CoursePanel({ activityId, courses, regulations, cases, mayManage }: Props) {
  const t = await getTranslations('courses')
  const isEmpty = courses.length === 0 && regulations.length === 0 && !cases
  if (isEmpty && !mayManage) return null
  return (
    <Section
      title={t('section')}
      actions={mayManage && <ButtonLink href={`/portal/activities/${activityId}/courses`}>{t('manage')}</ButtonLink>}
    >
      {courses.length === 0 && <p className="text-sm text-muted">{mayManage ? t('noneText') : t('none')}</p>}
      {courses.length > 0 && (
        <>
          <p className="text-sm text-muted">
            {t('total', { courses: String(courses.length), hours: String(hoursOf(courses)) })}　{t('materials')}
          </p>
          <ul className="divide-y rounded-md border bg-surface text-sm">
            {courses.map((course) => (
              <li key={course.id} className="px-4 py-2">
                <CourseLine course={course} />
              </li>
            ))}
          </ul>
        </>
      )}
      {regulations.length > 0 && <Regulations regulations={regulations} />}
      {cases}
    </Section>
  )
}

/** Time, title, hours, and who lectures: name, organisation and fields. */
export async function CourseLine({ course }: { course: CourseRow }) {
  const [t, experts, locale] = await Promise.all([getTranslations('courses'), getTranslations('experts'), getLocale()])
  const { title, hours, startsAt, endsAt, expert, lecturer } = course
  const fields = expert?.fields.map((field) => experts(`fieldName.${field}`)).join('、')
  const who = expert ? `${expert.name}（${expert.organization}）` : lecturer || t('noLecturer')
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-bold wrap-anywhere">{title}</span>
        <span className="text-muted">{t('hours', { hours: String(hours) })}</span>
        <span className="text-muted">{startsAt && endsAt ? formatRange(locale, startsAt, endsAt) : t('untimed')}</span>
      </span>
      <span className="wrap-anywhere">
        {who}
        {fields && <span className="text-muted">　{fields}</span>}
      </span>
    </div>
  )
}

async function Regulations({ regulations }: { regulations: RegulationRow[] }) {
  const t = await getTranslations('courses.regulation')
  return (
    <>
      <h3 className="text-sm">{t('title')}</h3>
      <ul className="divide-y rounded-md border bg-surface text-sm">
        {regulations.map((item) => (
          <li key={item.id} className="px-4 py-2">
            <RegulationLine item={item} />
          </li>
        ))}
      </ul>
    </>
  )
}

export async function RegulationLine({ item }: { item: RegulationRow }) {
  const [t, locale] = await Promise.all([getTranslations('courses.regulation'), getLocale()])
  const { title, number, effectiveOn, points } = item
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-bold wrap-anywhere">{title}</span>
        {number && <span className="text-muted">{number}</span>}
        {effectiveOn && <span className="text-muted">{t('effectiveOn', { day: formatDay(locale, effectiveOn) })}</span>}
      </span>
      {points && <span className="wrap-anywhere whitespace-pre-line">{points}</span>}
    </div>
  )
}
