'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { ButtonLink } from '@/components/ui/button'
import { configureAllianceYear } from '@/lib/alliances/actions'
import { ConflictTable } from './conflict-table'

export type YearValues = { meetingTarget: number | null; trainingMinimum: number | null; note: string }

type Props = { allianceYearId: string; version: number; defaults: YearValues; backHref: string }

/**
 * Targets and note. When somebody else saved meanwhile, both versions stand beside each other and the next press names
 * the newer version: nothing is overwritten by accident.
 */
export function ConfigureYearForm({ allianceYearId, version, defaults, backHref }: Props) {
  const t = useTranslations('alliances.configure')
  const common = useTranslations('common')
  const [known, setKnown] = useState(version)
  const form = useActionForm<YearValues, Parameters<typeof configureAllianceYear>[0], { version: number }>({
    action: configureAllianceYear,
    defaults,
    toInput: ({ meetingTarget, trainingMinimum, note }) => ({
      allianceYearId,
      version: known,
      meetingTarget,
      trainingMinimum: trainingMinimum ?? Number.NaN,
      note,
    }),
    say: t('done'),
    onDone: (data) => setKnown(data.version),
    goTo: () => backHref,
  })
  const conflict = form.problem?.code === 'ALLIANCE_YEAR_CHANGED' ? form.problem.params : null
  const theirs = conflict && {
    meetingTarget: conflict['meetingTarget'] === '' ? null : Number(conflict['meetingTarget']),
    trainingMinimum: Number(conflict['trainingMinimum']),
    note: String(conflict['note'] ?? ''),
  }

  return (
    <Form form={form} submitLabel={t('submit')} extra={<ButtonLink href={backHref}>{common('cancel')}</ButtonLink>}>
      {conflict && theirs && (
        <ConflictTable
          changedBy={String(conflict['changedBy'] ?? '')}
          lines={linesOf(t, theirs, form.methods.getValues())}
          isSettled={known === conflict['version']}
          onTakeTheirs={() => {
            form.methods.reset(theirs)
            setKnown(Number(conflict['version']))
          }}
          onKeepOwn={() => setKnown(Number(conflict['version']))}
        />
      )}
      <Field
        name="meetingTarget"
        type="number"
        min={0}
        inputMode="numeric"
        label={t('meetingTarget')}
        hint={t('meetingTargetHint')}
        isOptional
      />
      <Field
        name="trainingMinimum"
        type="number"
        min={1}
        inputMode="numeric"
        label={t('trainingMinimum')}
        hint={t('trainingMinimumHint')}
      />
      <Field name="note" type="textarea" label={t('note')} hint={t('noteHint')} isOptional />
    </Form>
  )
}

function linesOf(t: ReturnType<typeof useTranslations<'alliances.configure'>>, theirs: YearValues, yours: YearValues) {
  const number = (value: number | null) => (value === null ? t('unset') : String(value))
  const text = (value: string) => (value.trim() === '' ? t('blank') : value)
  return [
    { label: t('meetingTarget'), theirs: number(theirs.meetingTarget), yours: number(yours.meetingTarget) },
    { label: t('trainingMinimum'), theirs: number(theirs.trainingMinimum), yours: number(yours.trainingMinimum) },
    { label: t('note'), theirs: text(theirs.note), yours: text(yours.note) },
  ]
}
