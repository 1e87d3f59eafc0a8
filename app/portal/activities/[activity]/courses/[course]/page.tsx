import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ReviseCourseForm } from '@/components/courses/course-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { toLocal } from '@/lib/core/clock'
import { listCourses } from '@/lib/courses/queries'
import { pageTitle } from '@/lib/text/page-title'
import { openTraining } from '../training'

type Props = { params: Promise<{ activity: string; course: string }> }

export const generateMetadata = pageTitle('courses.title')

export default async function CoursePage({ params }: Props) {
  const { course: courseId } = await params
  const { actor, activity, path, experts } = await openTraining(params, `/${courseId}`)
  const courses = await listCourses(actor, activity)
  const { id, version, title, hours, expertId, expert, lecturer, startsAt, endsAt } =
    courses.find((one) => one.id === courseId) ?? notFound()
  const t = await getTranslations('courses')
  // Whoever has retired since, or is not in the reader's register, stays in the choice.
  const isMissing = expert && expertId && !experts.some(({ value }) => value === expertId)
  const kept = isMissing ? [{ value: expertId, label: `${expert.name}（${expert.organization}）` }] : []
  const times = { startsAt: startsAt && toLocal(startsAt), endsAt: endsAt && toLocal(endsAt) }
  return (
    <>
      <PageHeader title={title} crumbs={[{ href: `${path}/courses`, label: t('title') }]} />
      <Words of={['courses']}>
        <ReviseCourseForm
          course={{ id, version, title, hours, expertId, lecturer, ...times }}
          experts={[...kept, ...experts]}
          backHref={`${path}/courses`}
        />
      </Words>
    </>
  )
}
