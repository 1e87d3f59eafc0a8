import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Section } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import type { Clash, CourseRow, RegulationRow } from '@/lib/courses/queries'
import { hoursOf } from '@/lib/courses/rules'
import { formatRange } from '@/lib/text/format'
import { DropRegulationButton, RemoveCourseButton } from './course-forms'
import { CourseLine, RegulationLine } from './course-panel'

type Props = { path: string; courses: CourseRow[]; clashes: Clash[] }

/** The courses as whoever runs the training arranges them, with a warning where a lecturer is booked twice. */
export async function PlannedCourses({ path, courses, clashes }: Props) {
  const t = await getTranslations('courses')
  return (
    <Section title={t('planned')}>
      <p className="text-sm text-muted">
        {courses.length === 0
          ? t('noneText')
          : t('total', { courses: String(courses.length), hours: String(hoursOf(courses)) })}
      </p>
      {courses.length > 0 && (
        <ul className="divide-y rounded-md border bg-surface text-sm">
          {courses.map((course) => (
            <li key={course.id} className="flex flex-col gap-2 px-4 py-3">
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
                <CourseLine course={course} />
                <span className="flex gap-1">
                  <ButtonLink
                    href={`${path}/${course.id}`}
                    size="small"
                    aria-label={t('reviseOf', { title: course.title })}
                  >
                    {t('revise')}
                  </ButtonLink>
                  <RemoveCourseButton id={course.id} title={course.title} />
                </span>
              </div>
              {clashes
                .filter(({ courseId }) => courseId === course.id)
                .map((clash, index) => (
                  <ClashNote key={index} clash={clash} />
                ))}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

async function ClashNote({ clash: { startsAt, endsAt, activity } }: { clash: Clash }) {
  const [t, locale] = await Promise.all([getTranslations('courses'), getLocale()])
  const when = formatRange(locale, startsAt, endsAt)
  return (
    <p>
      <Badge tone="warning">
        {activity ? (
          <Link href={`/portal/activities/${activity.id}`} prefetch={false} className="underline">
            {t('clashWith', { when, title: activity.title })}
          </Link>
        ) : (
          t('clash', { when })
        )}
      </Badge>
    </p>
  )
}

export async function PlannedRegulations({ regulations }: { regulations: RegulationRow[] }) {
  const t = await getTranslations('courses.regulation')
  if (regulations.length === 0) return <p className="text-sm text-muted">{t('none')}</p>
  return (
    <ul className="divide-y rounded-md border bg-surface text-sm">
      {regulations.map((item) => (
        <li key={item.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-2">
          <RegulationLine item={item} />
          <DropRegulationButton id={item.id} title={item.title} />
        </li>
      ))}
    </ul>
  )
}
