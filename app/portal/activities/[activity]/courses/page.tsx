import { getTranslations } from 'next-intl/server'
import { ExplainRegulationForm, PlanCourseForm } from '@/components/courses/course-forms'
import { PlannedCourses, PlannedRegulations } from '@/components/courses/course-plan'
import { ClauseChip } from '@/components/layout/clause-chip'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { listClashes, listCourses, listRegulations } from '@/lib/courses/queries'
import { pageTitle } from '@/lib/text/page-title'
import { ExplainedPlan } from './explained'
import { openTraining } from './training'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('courses.title')

export default async function CoursesPage({ params }: Props) {
  const { actor, activity, path, experts } = await openTraining(params)
  const { id } = activity
  const [t, courses, clashes, regulations] = await Promise.all([
    getTranslations('courses'),
    listCourses(actor, activity),
    listClashes(actor, id),
    listRegulations(actor, id),
  ])
  return (
    <Words of={['courses', 'cases']}>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: path, label: activity.title }]}
        note={<ClauseChip clause="3-3" />}
      />
      <PlannedCourses path={`${path}/courses`} courses={courses} clashes={clashes} />
      <Section title={t('addTitle')}>
        <PlanCourseForm activityId={id} experts={experts} times={{ startsAt: null, endsAt: null }} />
      </Section>
      <Section title={t('regulation.title')}>
        <PlannedRegulations regulations={regulations} />
        <ExplainRegulationForm activityId={id} />
      </Section>
      <ExplainedPlan actor={actor} activityId={id} />
    </Words>
  )
}
