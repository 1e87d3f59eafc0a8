'use client'

import { useTranslations } from 'next-intl'
import type { Choice } from '@/components/form/choices-field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { ButtonLink } from '@/components/ui/button'
import { planTopic } from '@/lib/topics/actions'
import { TopicFields } from './topic-form-fields'

type Props = { allianceYearId: string; owners: Choice[]; path: string; backHref: string }

type Values = { title: string; ownerId: string | null }

export function PlanTopicForm({ allianceYearId, owners, path, backHref }: Props) {
  const t = useTranslations('topics.form')
  const form = useActionForm({
    action: planTopic,
    defaults: { title: '', ownerId: null } as Values,
    toInput: (values: Values) => ({ allianceYearId, ...values }),
    say: t('planned'),
    goTo: ({ topicId }) => `${path}/${topicId}`,
  })
  return (
    <Form form={form} submitLabel={t('save')} extra={<ButtonLink href={backHref}>{t('cancel')}</ButtonLink>}>
      <TopicFields owners={owners} />
    </Form>
  )
}
