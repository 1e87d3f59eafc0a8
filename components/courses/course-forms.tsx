'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { ButtonLink } from '@/components/ui/button'
import * as actions from '@/lib/courses/actions'
import {
  hoursMax,
  lecturerLengthMax,
  numberLengthMax,
  pointsLengthMax,
  regulationTitleLengthMax,
  titleLengthMax,
} from '@/lib/courses/rules'

type Values = {
  title: string
  hours: number | null
  startsAt: string | null
  endsAt: string | null
  expertId: string | null
  lecturer: string
}

/** An empty field is no number: the answer says so under the field. */
const asInput = ({ hours, ...values }: Values) => ({
  ...values,
  hours: hours ?? Number.NaN,
  lecturer: values.expertId ? '' : values.lecturer,
})

type Planned = { activityId: string; experts: Choice[]; times: Pick<Values, 'startsAt' | 'endsAt'> }

export function PlanCourseForm({ activityId, experts, times }: Planned) {
  const t = useTranslations('courses')
  const form = useActionForm({
    action: actions.planCourse,
    defaults: { title: '', hours: null, expertId: null, lecturer: '', ...times } as Values,
    toInput: (values: Values) => ({ activityId, ...asInput(values) }),
    say: t('added'),
    isEmptiedWhenDone: true,
  })
  return (
    <Form form={form} submitLabel={t('add')}>
      <CourseFields experts={experts} />
    </Form>
  )
}

type Revised = { course: Values & { id: string; version: number }; experts: Choice[]; backHref: string }

export function ReviseCourseForm({ course, experts, backHref }: Revised) {
  const [t, common] = [useTranslations('courses'), useTranslations('common')]
  const { id, version, ...defaults } = course
  const form = useActionForm({
    action: actions.reviseCourse,
    defaults: defaults as Values,
    toInput: (values: Values) => ({ courseId: id, version, ...asInput(values) }),
    say: t('saved'),
    goTo: () => backHref,
  })
  return (
    <Form form={form} submitLabel={t('save')} extra={<ButtonLink href={backHref}>{common('cancel')}</ButtonLink>}>
      <CourseFields experts={experts} />
    </Form>
  )
}

function CourseFields({ experts }: { experts: Choice[] }) {
  const t = useTranslations('courses.field')
  return (
    <>
      <Field name="title" label={t('title')} maxLength={titleLengthMax} />
      <Field name="hours" type="number" label={t('hours')} hint={t('hoursHint')} min={0.5} max={hoursMax} step={0.5} />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <Field name="startsAt" type="datetime-local" label={t('startsAt')} hint={t('timeHint')} isOptional />
        <Field name="endsAt" type="datetime-local" label={t('endsAt')} isOptional />
      </div>
      {experts.length > 0 && (
        <Field
          name="expertId"
          type="select"
          label={t('expertId')}
          options={experts}
          emptyLabel={t('fromOutside')}
          isOptional
        />
      )}
      <Field name="lecturer" label={t('lecturer')} hint={t('lecturerHint')} maxLength={lecturerLengthMax} isOptional />
    </>
  )
}

export function RemoveCourseButton({ id, title }: { id: string; title: string }) {
  const t = useTranslations('courses')
  return (
    <ActionButton
      action={actions.removeCourse}
      input={{ courseId: id }}
      label={t('remove')}
      variant="quiet"
      size="small"
      confirm={{ title: t('removeTitle', { title }), text: t('removeText'), confirmLabel: t('remove') }}
      say={t('removed')}
    />
  )
}

type Regulation = { title: string; number: string; effectiveOn: string | null; points: string }

export function ExplainRegulationForm({ activityId }: { activityId: string }) {
  const t = useTranslations('courses.regulation')
  const form = useActionForm({
    action: actions.explainRegulation,
    defaults: { title: '', number: '', effectiveOn: null, points: '' } as Regulation,
    toInput: (values: Regulation) => ({ activityId, ...values }),
    say: t('added'),
    isEmptiedWhenDone: true,
  })
  return (
    <Form form={form} submitLabel={t('add')} submitVariant="secondary">
      <Field name="title" label={t('field.title')} maxLength={regulationTitleLengthMax} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="number" label={t('field.number')} maxLength={numberLengthMax} isOptional />
        <Field name="effectiveOn" type="date" label={t('field.effectiveOn')} isOptional />
      </div>
      <Field name="points" type="textarea" rows={2} label={t('field.points')} maxLength={pointsLengthMax} isOptional />
    </Form>
  )
}

export function DropRegulationButton({ id, title }: { id: string; title: string }) {
  const t = useTranslations('courses.regulation')
  return (
    <ActionButton
      action={actions.dropRegulation}
      input={{ regulationId: id }}
      label={t('drop')}
      variant="quiet"
      size="small"
      confirm={{ title: t('dropTitle', { title }), text: t('dropText'), confirmLabel: t('drop') }}
      say={t('dropped')}
    />
  )
}
