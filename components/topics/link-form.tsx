'use client'

import { useTranslations } from 'next-intl'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { linkDiscussion } from '@/lib/topics/discussion-actions'

/** Names the other side of a pair: a topic for an activity, or an activity for a topic. */
export function LinkForm({
  given,
  choices,
}: {
  given: { topicId: string } | { activityId: string }
  choices: Choice[]
}) {
  const t = useTranslations('topics.discussions')
  const isForTopic = 'topicId' in given
  const form = useActionForm({
    action: linkDiscussion,
    defaults: { chosen: null } as { chosen: string | null },
    toInput: ({ chosen }) =>
      isForTopic ? { ...given, activityId: chosen ?? '' } : { ...given, topicId: chosen ?? '' },
    say: t('linked'),
    isEmptiedWhenDone: true,
  })
  return (
    <Form form={form} submitLabel={t('link')} submitVariant="secondary" layout="row">
      <Field name="chosen" type="select" label={t(isForTopic ? 'activity' : 'topic')} options={choices} />
    </Form>
  )
}
