'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConflictTable } from '@/components/alliances/conflict-table'
import type { Choice } from '@/components/form/choices-field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { ButtonLink } from '@/components/ui/button'
import { reviseTopic } from '@/lib/topics/actions'
import { TopicFields } from './topic-form-fields'

type Values = { title: string; ownerId: string | null }

type Props = { topicId: string; version: number; defaults: Values; owners: Choice[]; backHref: string }

/** When somebody else saved meanwhile, both versions stand beside each other and the next press names the newer one. */
export function ReviseTopicForm({ topicId, version, defaults, owners, backHref }: Props) {
  const t = useTranslations('topics.form')
  const [known, setKnown] = useState(version)
  const form = useActionForm<Values, Parameters<typeof reviseTopic>[0], { version: number }>({
    action: reviseTopic,
    defaults,
    toInput: (values) => ({ topicId, version: known, ...values }),
    say: t('revised'),
    onDone: (data) => setKnown(data.version),
    goTo: () => backHref,
  })
  const conflict = form.problem?.code === 'TOPIC_CHANGED' ? form.problem.params : null
  const yours = form.methods.getValues()
  const ownerName = (id: string | null) => owners.find(({ value }) => value === id)?.label ?? t('noOwner')

  return (
    <Form form={form} submitLabel={t('save')} extra={<ButtonLink href={backHref}>{t('cancel')}</ButtonLink>}>
      {conflict && (
        <ConflictTable
          changedBy={String(conflict['changedBy'] ?? '')}
          lines={[
            { label: t('title'), theirs: String(conflict['title']), yours: yours.title },
            { label: t('owner'), theirs: String(conflict['owner'] || t('noOwner')), yours: ownerName(yours.ownerId) },
          ]}
          isSettled={known === conflict['version']}
          onTakeTheirs={() => {
            form.methods.reset({ title: String(conflict['title']), ownerId: String(conflict['ownerId']) || null })
            setKnown(Number(conflict['version']))
          }}
          onKeepOwn={() => setKnown(Number(conflict['version']))}
        />
      )}
      <TopicFields owners={owners} />
    </Form>
  )
}
