'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode } from 'react'
import { useFieldArray } from 'react-hook-form'
import { Field } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { activityKinds, agendaLinesMax, titleLengthMax } from '@/lib/activities/rules'
import { ActivityMode } from '@/lib/core/prisma/enums'
import type { Calendar } from '@/lib/settings/holiday-queries'
import { HolidayNote } from './holiday-note'

export type AllianceChoice = { value: string; label: string }

type TimeProps = { opening?: ReactNode; calendar: Calendar; hasWindow?: boolean }

/** When and where: of a new activity, of a draft, and of one that moves. `opening` stands before the end of registration. */
export function TimeAndPlaceFields({ opening, calendar, hasWindow = true }: TimeProps) {
  const [t, field] = [useTranslations('activities'), useTranslations('activities.field')]
  const modes = Object.values(ActivityMode).map((value) => ({ value, label: t(`mode.${value}`) }))
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="startsAt" type="datetime-local" label={field('startsAt')} />
        <Field name="endsAt" type="datetime-local" label={field('endsAt')} />
      </div>
      <HolidayNote calendar={calendar} />
      <Field name="mode" type="radio" label={field('mode')} options={modes} isInline />
      <Field name="place" label={field('place')} hint={field('placeHint')} maxLength={200} isOptional />
      <Field name="onlineUrl" type="url" label={field('onlineUrl')} hint={field('onlineUrlHint')} isOptional />
      {opening}
      {hasWindow && <ClosingField />}
    </>
  )
}

function ClosingField() {
  const field = useTranslations('activities.field')
  return (
    <Field
      name="registrationClosesAt"
      type="datetime-local"
      label={field('registrationClosesAt')}
      hint={field('registrationClosesAtHint')}
      isOptional
    />
  )
}

/** From when until when one may register. */
export function WindowFields() {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <OpeningField />
      <ClosingField />
    </div>
  )
}

/** What it is and is called. */
export function KindAndTitleFields() {
  const [t, field] = [useTranslations('activities'), useTranslations('activities.field')]
  const kinds = activityKinds.map((value) => ({ value, label: t(`kind.${value}`) }))
  return (
    <>
      <Field name="kind" type="radio" label={field('kind')} options={kinds} isInline />
      <TitleField />
    </>
  )
}

function TitleField() {
  const field = useTranslations('activities.field')
  return <Field name="title" label={field('title')} maxLength={titleLengthMax} />
}

export function CapacityField() {
  const field = useTranslations('activities.field')
  return (
    <Field
      name="capacity"
      type="number"
      min={1}
      inputMode="numeric"
      label={field('capacity')}
      hint={field('capacityHint')}
      isOptional
    />
  )
}

type DetailProps = { alsoFor: AllianceChoice[]; isKindFixed: boolean; hasTime: boolean; calendar: Calendar }

/** What it is, when and where, who may come, and what happens: in the order in which it is planned. */
export function DetailFields({ alsoFor, isKindFixed, hasTime, calendar }: DetailProps) {
  const field = useTranslations('activities.field')
  return (
    <>
      {isKindFixed ? <TitleField /> : <KindAndTitleFields />}
      {hasTime ? <TimeAndPlaceFields opening={<OpeningField />} calendar={calendar} /> : <OpeningField />}
      <CapacityField />
      {alsoFor.length > 0 && (
        <Field
          name="allianceIds"
          type="checkboxes"
          label={field('alsoFor')}
          hint={field('alsoForHint')}
          options={alsoFor}
          isInline
        />
      )}
      <Field name="description" type="textarea" label={field('description')} isOptional />
      <AgendaFields />
    </>
  )
}

function OpeningField() {
  const field = useTranslations('activities.field')
  return (
    <Field
      name="registrationOpensAt"
      type="datetime-local"
      label={field('registrationOpensAt')}
      hint={field('registrationOpensAtHint')}
      isOptional
    />
  )
}

export function AgendaFields() {
  const [t, field] = [useTranslations('activities.agenda'), useTranslations('activities.field')]
  const { fields, append, remove } = useFieldArray({ name: 'agenda' })
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-bold">{field('agenda')}</legend>
      {fields.map((line, index) => (
        <fieldset key={line.id} className="grid gap-3 rounded-md border p-3 sm:grid-cols-[7rem_1fr_9rem]">
          <legend className="px-1 text-sm text-muted">{t('line', { number: index + 1 })}</legend>
          <Field name={`agenda.${index}.time`} type="time" label={t('time')} isOptional />
          <Field name={`agenda.${index}.title`} label={t('title')} maxLength={120} />
          <Field name={`agenda.${index}.speaker`} label={t('speaker')} maxLength={60} isOptional />
          <div className="col-span-full">
            <Button size="small" variant="quiet" onClick={() => remove(index)}>
              {t('remove', { number: index + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      {fields.length < agendaLinesMax && (
        <div>
          <Button size="small" onClick={() => append({ time: '', title: '', speaker: '' })}>
            {t('add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
