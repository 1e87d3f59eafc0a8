'use client'

import { useTranslations } from 'next-intl'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { titleLengthMax } from '@/lib/topics/rules'

/** What a topic is about, and which enterprise takes it on. */
export function TopicFields({ owners }: { owners: Choice[] }) {
  const t = useTranslations('topics.form')
  return (
    <>
      <Field name="title" label={t('title')} hint={t('titleHint')} maxLength={titleLengthMax} />
      <Field
        name="ownerId"
        type="select"
        label={t('owner')}
        hint={t('ownerHint')}
        options={owners}
        emptyLabel={t('noOwner')}
        isOptional
      />
    </>
  )
}
