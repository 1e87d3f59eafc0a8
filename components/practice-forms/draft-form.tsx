'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useFailureWords } from '@/components/form/failure'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm, type ActionForm } from '@/components/form/use-action-form'
import { RichField } from '@/components/rich-text/rich-field'
import { ButtonLink } from '@/components/ui/button'
import type { Result } from '@/lib/core/result'
import { savePractice } from '@/lib/practices/actions'
import { practiceAreas, practiceSubjects, sectionKeys, titleLengthMax, type PracticeDraft } from '@/lib/practices/rules'
import { formatTime } from '@/lib/text/format'
import { DraftConflict } from './draft-conflict'
import { FigureFields } from './figure-fields'
import { useAutosave, type Conflict, type SaveState } from './use-autosave'

type Saved = { revision: number; savedAt: string }
type Input = Parameters<typeof savePractice>[0]
type Props = { versionId: string; revision: number; defaults: PracticeDraft; path: string }

/** A draft, as unfinished as it may be: it saves itself, and the button goes on to look at it. */
export function DraftForm({ versionId, revision, defaults, path }: Props) {
  const t = useTranslations('practices.form')
  const common = useTranslations('common')
  const save = useCallback(
    (values: PracticeDraft, known: number) => savePractice({ versionId, revision: known, ...values } satisfies Input),
    [versionId],
  )
  const saver = useRef<(values: PracticeDraft) => Promise<Result<Saved>>>((values) => save(values, revision))
  const form: ActionForm<PracticeDraft> = useActionForm<PracticeDraft, PracticeDraft, Saved>({
    action: (values) => saver.current(values),
    defaults,
    toInput: (values) => values,
    goTo: () => path,
  })
  const { state, saveNow, settle } = useAutosave(form.methods, revision, save)
  useEffect(() => {
    saver.current = saveNow
  }, [saveNow])
  // The editors hold a text of their own: they are made anew where another one is taken over.
  const [taken, setTaken] = useState(0)
  const takeTheirs = (conflict: Conflict) => {
    form.methods.reset(conflict.theirs)
    setTaken((times) => times + 1)
    void settle(conflict, conflict.theirs)
  }
  return (
    <Form form={form} submitLabel={t('next')} extra={<ButtonLink href={path}>{common('back')}</ButtonLink>}>
      <SaveLine state={state} />
      {state.kind === 'changed' && (
        <DraftConflict
          theirs={state.conflict.theirs}
          yours={form.methods.getValues()}
          onTakeTheirs={() => takeTheirs(state.conflict)}
          onKeepOwn={() => void settle(state.conflict, form.methods.getValues())}
        />
      )}
      <DraftFields key={taken} />
    </Form>
  )
}

function DraftFields() {
  const t = useTranslations('practices.form')
  const names = useTranslations('practices')
  const words = {
    toolbar: t('toolbar'),
    bold: t('bold'),
    italic: t('italic'),
    heading: t('heading'),
    bullets: t('bullets'),
    numbers: t('numbers'),
  }
  return (
    <>
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
    </>
  )
}

/** Stays in view: whoever writes far down sees that it is kept, or what is in its way. */
function SaveLine({ state }: { state: SaveState }) {
  const t = useTranslations('practices.form')
  const failure = useFailureWords()
  const isWrong = state.kind === 'failed' || state.kind === 'changed'
  return (
    <p
      role="status"
      className={`sticky top-14 z-10 -my-2 self-start rounded-md py-1 text-sm ${isWrong ? 'bg-danger-soft px-2 text-danger' : 'bg-page pr-2 text-muted'}`}
    >
      {state.kind === 'idle' && t('idle')}
      {state.kind === 'saved' && t('saved', { time: formatTime(new Date(state.at)) })}
      {state.kind === 'unsaved' && t('unsaved')}
      {state.kind === 'saving' && t('saving')}
      {state.kind === 'failed' && t('notSaved', { why: failure.ofRefusal(state.failure) })}
      {state.kind === 'changed' && t('changed')}
    </p>
  )
}
