'use client'

import { useTranslations } from 'next-intl'
import type { FieldValues } from 'react-hook-form'
import {
  AgendaFields,
  CapacityField,
  KindAndTitleFields,
  TimeAndPlaceFields,
  WindowFields,
} from '@/components/activities/activity-fields'
import type { ActivityValues } from '@/components/activities/activity-forms'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { ButtonLink } from '@/components/ui/button'
import { writeAgenda, writeBasics, writeCheckIn } from '@/lib/activities/draft-actions'
import type { Calendar } from '@/lib/settings/holiday-queries'
import { SaveLine } from './save-line'
import { useDraftForm, type Standing } from './use-draft-form'

type Draft<Values extends FieldValues> = { id: string; version: number; defaults: Values; next: string }

type Basics = Pick<
  ActivityValues,
  'kind' | 'title' | 'description' | 'startsAt' | 'endsAt' | 'mode' | 'place' | 'onlineUrl'
>

const saveBasics = (standing: Standing, values: Basics) =>
  writeBasics({ ...standing, ...values, startsAt: values.startsAt ?? '', endsAt: values.endsAt ?? '' })

/** What it is, when and where. */
export function BasicsForm({ calendar, ...draft }: Draft<Basics> & { calendar: Calendar }) {
  const [t, field] = [useTranslations('setup'), useTranslations('activities.field')]
  const { form, state } = useDraftForm<Basics>({ ...draft, save: saveBasics })
  return (
    <Form form={form} submitLabel={t('next')} extra={<Back to={draft.next} />}>
      <SaveLine state={state} />
      <KindAndTitleFields />
      <TimeAndPlaceFields calendar={calendar} hasWindow={false} />
      <Field name="description" type="textarea" label={field('description')} isOptional />
    </Form>
  )
}

type Agenda = Pick<ActivityValues, 'agenda'>

const saveAgenda = (standing: Standing, { agenda }: Agenda) => writeAgenda({ ...standing, agenda })

/** What happens, line by line. */
export function AgendaForm(draft: Draft<Agenda>) {
  const t = useTranslations('setup')
  const { form, state } = useDraftForm<Agenda>({ ...draft, save: saveAgenda })
  return (
    <Form form={form} submitLabel={t('next')} extra={<Back to={draft.next} />}>
      <SaveLine state={state} />
      <AgendaFields />
    </Form>
  )
}

type CheckIn = Pick<ActivityValues, 'capacity' | 'registrationOpensAt' | 'registrationClosesAt'>

const saveCheckIn = (standing: Standing, values: CheckIn) => writeCheckIn({ ...standing, ...values })

/** How many may come, and from when until when they may register. */
export function CheckInForm(draft: Draft<CheckIn>) {
  const t = useTranslations('setup')
  const { form, state } = useDraftForm<CheckIn>({ ...draft, save: saveCheckIn })
  return (
    <Form form={form} submitLabel={t('next')} extra={<Back to={draft.next} />}>
      <SaveLine state={state} />
      <CapacityField />
      <WindowFields />
    </Form>
  )
}

function Back({ to }: { to: string }) {
  const t = useTranslations('setup')
  return <ButtonLink href={to}>{t('back')}</ButtonLink>
}
