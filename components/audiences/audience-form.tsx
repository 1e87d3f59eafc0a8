'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { Banner } from '@/components/layout/banner'
import { chooseAudience } from '@/lib/audiences/actions'
import type { AudienceCount } from '@/lib/audiences/queries'
import type { Thought } from '@/lib/audiences/schema'
import { LiveCount } from './live-count'

export type AudienceChoice = { value: string; label: string }

type Props = {
  id: string
  version: number
  isPublished: boolean
  alsoFor: AudienceChoice[]
  /** Invited alliances that are not the editor's to take back. */
  kept: string[]
  jurisdictions: AudienceChoice[]
  businessKinds: AudienceChoice[]
  mandateKinds: AudienceChoice[]
  defaults: Thought
  /** As it is kept. */
  count: AudienceCount
  /** Where to go on when it is saved: the next part of a draft. */
  next: string | null
}

/** Whom an activity is for, and how many that are while it is chosen. */
export function AudienceForm({ id, version, kept, defaults, count, next, ...choices }: Props) {
  const [t, field] = [useTranslations('audiences'), useTranslations('audiences.field')]
  const whole = (values: Thought): Thought => ({ ...values, allianceIds: [...values.allianceIds, ...kept] })
  const form = useActionForm({
    action: chooseAudience,
    defaults,
    toInput: (values: Thought) => ({ id, version, ...whole(values) }),
    say: t('saved'),
    ...(next && { goTo: () => next }),
  })
  const boxes = { type: 'checkboxes', isInline: true } as const
  return (
    <Form form={form} submitLabel={next ? t('saveAndNext') : t('save')}>
      {choices.isPublished && <Banner>{t('publishedNote')}</Banner>}
      {choices.alsoFor.length > 0 && (
        <Field
          {...boxes}
          name="allianceIds"
          label={field('alliances')}
          hint={field('alliancesHint')}
          options={choices.alsoFor}
        />
      )}
      <Field
        {...boxes}
        name="mandateKinds"
        label={field('mandateKinds')}
        hint={field('mandateKindsHint')}
        options={choices.mandateKinds}
      />
      <Field
        {...boxes}
        name="businessKinds"
        label={field('businessKinds')}
        hint={field('businessKindsHint')}
        options={choices.businessKinds}
      />
      <Field
        {...boxes}
        name="jurisdictionIds"
        label={field('jurisdictions')}
        hint={field('jurisdictionsHint')}
        options={choices.jurisdictions}
      />
      <Field
        name="isUntrainedOnly"
        type="checkbox"
        label={field('isUntrainedOnly')}
        hint={field('isUntrainedOnlyHint')}
      />
      <LiveCount source={`/api/activities/${id}/audience`} first={count} whole={whole} />
    </Form>
  )
}
