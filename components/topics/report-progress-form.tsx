'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConflictTable } from '@/components/alliances/conflict-table'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { ButtonLink } from '@/components/ui/button'
import type { TopicState } from '@/lib/core/prisma/enums'
import { reportTopicProgress } from '@/lib/topics/actions'
import { progressNoteLengthMax, statesAfter } from '@/lib/topics/rules'

type Values = { state: TopicState; progressNote: string }

type Props = { topicId: string; version: number; state: TopicState; last: string; backHref: string }

/** The latest word on a topic and the state that follows; two who report at once see each other's words. */
export function ReportProgressForm({ topicId, version, state, last, backHref }: Props) {
  const t = useTranslations('topics.form')
  const states = useTranslations('topics.state')
  const [known, setKnown] = useState({ version, state })
  const form = useActionForm<Values, Parameters<typeof reportTopicProgress>[0], { version: number }>({
    action: reportTopicProgress,
    defaults: { state: state === 'PLANNED' ? 'RUNNING' : state, progressNote: '' },
    toInput: (values) => ({ topicId, version: known.version, ...values }),
    say: t('reported'),
    goTo: () => backHref,
  })
  const conflict = form.problem?.code === 'TOPIC_CHANGED' ? form.problem.params : null
  const theirs = conflict && { state: conflict['state'] as TopicState, progressNote: String(conflict['progressNote']) }
  const yours = form.methods.getValues()
  const settle = () => conflict && theirs && setKnown({ version: Number(conflict['version']), state: theirs.state })

  return (
    <Form form={form} submitLabel={t('save')} extra={<ButtonLink href={backHref}>{t('cancel')}</ButtonLink>}>
      {conflict && theirs && (
        <ConflictTable
          changedBy={String(conflict['changedBy'] ?? '')}
          lines={[
            { label: t('state'), theirs: states(theirs.state), yours: states(yours.state) },
            { label: t('note'), theirs: theirs.progressNote, yours: yours.progressNote },
          ]}
          isSettled={known.version === conflict['version']}
          onTakeTheirs={() => {
            form.methods.reset(theirs)
            settle()
          }}
          onKeepOwn={settle}
        />
      )}
      {last && (
        <div className="rounded-md border-l-4 border-input px-3 py-1 text-muted">
          <p>{t('last')}</p>
          <p className="whitespace-pre-line">{last}</p>
        </div>
      )}
      <Field
        name="progressNote"
        type="textarea"
        rows={5}
        label={t('note')}
        hint={t('noteHint')}
        maxLength={progressNoteLengthMax}
      />
      <Field
        name="state"
        type="radio"
        label={t('state')}
        hint={t('stateHint')}
        options={statesAfter(known.state).map((each) => ({ value: each, label: states(each) }))}
        isInline
      />
    </Form>
  )
}
