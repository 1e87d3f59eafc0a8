'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import * as actions from '@/lib/followups/actions'
import { evidenceLengthMax, ownerPersonLengthMax, textLengthMax } from '@/lib/followups/rules'

type Values = {
  text: string
  decisionId: string | null
  ownerEnterpriseId: string | null
  ownerPerson: string
  dueOn: string | null
}

type Choices = { owners: Choice[]; decisions: Choice[] }

const empty: Values = { text: '', decisionId: null, ownerEnterpriseId: null, ownerPerson: '', dueOn: null }

export function GiveItemForm({ activityId, ...choices }: { activityId: string } & Choices) {
  const t = useTranslations('followups.items')
  const form = useActionForm({
    action: actions.giveItem,
    defaults: empty,
    toInput: (values: Values) => ({ activityId, ...values, dueOn: values.dueOn ?? '' }),
    say: t('given'),
    isEmptiedWhenDone: true,
  })
  return (
    <Form form={form} submitLabel={t('give')} submitVariant="secondary">
      <ItemFields {...choices} />
    </Form>
  )
}

type Item = Values & { id: string; version: number }

export function ReviseItemForm({ item, ...choices }: { item: Item } & Choices) {
  const t = useTranslations('followups.items')
  const { id, version, ...defaults } = item
  const form = useActionForm({
    action: actions.reviseItem,
    defaults,
    toInput: (values: Values) => ({ itemId: id, version, ...values, dueOn: values.dueOn ?? '' }),
    say: t('revised'),
  })
  return (
    <Form form={form} submitLabel={t('save')} submitVariant="secondary">
      <ItemFields {...choices} />
    </Form>
  )
}

function ItemFields({ owners, decisions }: Choices) {
  const t = useTranslations('followups.items')
  return (
    <>
      <Field name="text" type="textarea" rows={2} label={t('text')} maxLength={textLengthMax} />
      {decisions.length > 0 && (
        <Field
          name="decisionId"
          type="select"
          label={t('decision')}
          options={decisions}
          emptyLabel={t('noDecision')}
          isOptional
        />
      )}
      <Field
        name="ownerEnterpriseId"
        type="select"
        label={t('owner')}
        hint={t('ownerHint')}
        options={owners}
        emptyLabel={t('organiser')}
        isOptional
      />
      <Field name="ownerPerson" label={t('person')} maxLength={ownerPersonLengthMax} isOptional />
      <Field name="dueOn" type="date" label={t('dueOn')} />
    </>
  )
}

/** `isOwn`: the organiser's own item, which waits for nobody's word. */
export function FinishItemForm({ id, evidence, isOwn }: { id: string; evidence: string; isOwn: boolean }) {
  const t = useTranslations('followups.items')
  const form = useActionForm({
    action: actions.finishItem,
    defaults: { evidence },
    toInput: (values: { evidence: string }) => ({ itemId: id, ...values }),
    say: t('finished'),
  })
  return (
    <Form form={form} submitLabel={t('finish')} submitVariant="secondary">
      <Field
        name="evidence"
        type="textarea"
        rows={3}
        label={t('evidence')}
        hint={t(isOwn ? 'evidenceHintOwn' : 'evidenceHint')}
        maxLength={evidenceLengthMax}
      />
    </Form>
  )
}

export function RemoveItemButton({ id }: { id: string }) {
  const t = useTranslations('followups.items')
  return (
    <ActionButton
      action={actions.removeItem}
      input={{ itemId: id }}
      label={t('remove')}
      variant="quiet"
      size="small"
      say={t('removed')}
      undo={{ action: actions.restoreItem, input: { itemId: id } }}
    />
  )
}

export function JudgeItemButton({
  id,
  version,
  verdict,
}: {
  id: string
  version: number
  verdict: 'confirm' | 'reopen'
}) {
  const t = useTranslations('followups.items')
  return (
    <ActionButton
      action={verdict === 'confirm' ? actions.confirmItem : actions.reopenItem}
      input={{ itemId: id, version }}
      label={t(verdict)}
      variant={verdict === 'confirm' ? 'secondary' : 'quiet'}
      size="small"
      say={t(verdict === 'confirm' ? 'confirmed' : 'reopened')}
    />
  )
}
