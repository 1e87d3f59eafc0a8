'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { Banner } from '@/components/layout/banner'
import { editActivity, postponeActivity, scheduleActivity } from '@/lib/activities/actions'
import type { ActivityKind, ActivityMode } from '@/lib/core/prisma/enums'
import type { Calendar } from '@/lib/settings/holiday-queries'
import { DetailFields, KindAndTitleFields, TimeAndPlaceFields, type AllianceChoice } from './activity-fields'

export type TimeValues = {
  startsAt: string | null
  endsAt: string | null
  registrationClosesAt: string | null
  mode: ActivityMode
  place: string
  onlineUrl: string
}

export type ActivityValues = TimeValues & {
  kind: ActivityKind
  title: string
  description: string
  capacity: number | null
  registrationOpensAt: string | null
  allianceIds: string[]
  agenda: { time: string; title: string; speaker: string }[]
}

const timed = <Values extends TimeValues>(values: Values) => ({
  ...values,
  startsAt: values.startsAt ?? '',
  endsAt: values.endsAt ?? '',
})

const pageOf = (id: string) => `/portal/activities/${id}`

type NewProps = {
  hosts: AllianceChoice[]
  calendar: Calendar
  defaults: ActivityValues & { hostAllianceId: string }
}

/** The first part of a draft; saved, the others follow as a list of tasks. */
export function ScheduleActivityForm({ hosts, calendar, defaults }: NewProps) {
  const [t, field] = [useTranslations('activities.new'), useTranslations('activities.field')]
  const form = useActionForm({
    action: scheduleActivity,
    defaults,
    toInput: (values: ActivityValues & { hostAllianceId: string }) => ({
      ...timed(values),
      allianceIds: values.allianceIds.filter((id) => id !== values.hostAllianceId),
    }),
    say: t('done'),
    goTo: ({ id }) => `${pageOf(id)}/setup`,
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="hostAllianceId" type="select" label={field('host')} options={hosts} />
      <KindAndTitleFields />
      <TimeAndPlaceFields calendar={calendar} hasWindow={false} />
      <Field name="description" type="textarea" label={field('description')} isOptional />
    </Form>
  )
}

type EditProps = {
  id: string
  version: number
  isPublished: boolean
  alsoFor: AllianceChoice[]
  /** Invited alliances that are not the editor's to take back. */
  kept: string[]
  calendar: Calendar
  defaults: ActivityValues
}

export function EditActivityForm({ id, version, isPublished, alsoFor, kept, calendar, defaults }: EditProps) {
  const t = useTranslations('activities.edit')
  const form = useActionForm({
    action: editActivity,
    defaults,
    toInput: (values: ActivityValues) => ({
      id,
      version,
      ...timed(values),
      allianceIds: [...values.allianceIds, ...kept],
    }),
    say: t('done'),
    goTo: () => pageOf(id),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      {isPublished && <Banner>{t('timeNote')}</Banner>}
      <DetailFields alsoFor={alsoFor} isKindFixed={isPublished} hasTime={!isPublished} calendar={calendar} />
    </Form>
  )
}

type PostponeProps = { id: string; version: number; calendar: Calendar; defaults: TimeValues }

export function PostponeActivityForm({ id, version, calendar, defaults }: PostponeProps) {
  const t = useTranslations('activities.postpone')
  const form = useActionForm({
    action: postponeActivity,
    defaults,
    toInput: (values: TimeValues) => ({ id, version, ...timed(values) }),
    say: t('done'),
    goTo: () => pageOf(id),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Banner>{t('note')}</Banner>
      <TimeAndPlaceFields calendar={calendar} />
    </Form>
  )
}
