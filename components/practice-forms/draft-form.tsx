'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm, type ActionForm } from '@/components/form/use-action-form'
import { Banner } from '@/components/layout/banner'
import { RichField } from '@/components/rich-text/rich-field'
import { ButtonLink } from '@/components/ui/button'
import type { PracticeArea, PracticeSubject } from '@/lib/core/prisma/enums'
import type { Result } from '@/lib/core/result'
import { savePractice } from '@/lib/practices/actions'
import {
  practiceAreas,
  practiceSubjects,
  sectionKeys,
  titleLengthMax,
  type PracticeContent,
} from '@/lib/practices/rules'
import { formatTime } from '@/lib/text/format'
import { FigureFields } from './figure-fields'
import { useAutosave, type SaveState } from './use-autosave'

type Values = { title: string; subjects: PracticeSubject[]; area: PracticeArea | null; content: PracticeContent }
type Saved = { revision: number; savedAt: string }
type Input = Parameters<typeof savePractice>[0]
type Props = { versionId: string; revision: number; defaults: Values; path: string }

/** A draft, as unfinished as it may be: it saves itself, and the button goes on to look at it. */
export function DraftForm({ versionId, revision, defaults, path }: Props) {
  const t = useTranslations('practices.form')
  const names = useTranslations('practices')
  const common = useTranslations('common')
  const save = useCallback(
    (values: Values, known: number) => savePractice({ versionId, revision: known, ...values } satisfies Input),
    [versionId],
  )
  const saver = useRef<(values: Values) => Promise<Result<Saved>>>((values) => save(values, revision))
  const form: ActionForm<Values> = useActionForm<Values, Values, Saved>({
    action: (values) => saver.current(values),
    defaults,
    toInput: (values) => values,
    goTo: () => path,
  })
  const { state, saveNow } = useAutosave(form.methods, revision, save)
  useEffect(() => {
    saver.current = saveNow
  }, [saveNow])
  const words = {
    toolbar: t('toolbar'),
    bold: t('bold'),
    italic: t('italic'),
    heading: t('heading'),
    bullets: t('bullets'),
    numbers: t('numbers'),
  }
  const back = <ButtonLink href={path}>{common('back')}</ButtonLink>
  return (
    <Form
      form={form}
      submitLabel={t('next')}
      extra={
        <>
          {back}
          <Saved state={state} />
        </>
      }
    >
      <Field name="title" label={t('title')} hint={t('titleHint')} maxLength={titleLengthMax} />
      <Field
        name="subjects"
        type="checkboxes"
        label={t('subjects')}
        options={practiceSubjects.map((value) => ({ value, label: names(`subject.${value}`) }))}
      />
      <Field
        name="area"
        type="select"
        label={t('area')}
        emptyLabel={names('field.noArea')}
        options={practiceAreas.map((value) => ({ value, label: names(`area.${value}`) }))}
        isOptional
      />
      {sectionKeys.map((key) => (
        <RichField
          key={key}
          name={`content.${key}`}
          label={names(`section.${key}`)}
          hint={t(`hint.${key}`)}
          words={words}
        />
      ))}
      <FigureFields />
    </Form>
  )
}

function Saved({ state }: { state: SaveState }) {
  const t = useTranslations('practices.form')
  if (state.kind === 'changed') return <Banner tone="danger">{t('changed')}</Banner>
  return (
    <span role="status" className="text-sm text-muted">
      {state.kind === 'saved' && t('saved', { time: formatTime(new Date(state.at)) })}
      {state.kind === 'unsaved' && t('unsaved')}
      {state.kind === 'saving' && t('saving')}
      {state.kind === 'failed' && t('notSaved')}
    </span>
  )
}
