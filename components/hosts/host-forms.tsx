'use client'

import { useTranslations } from 'next-intl'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import * as actions from '@/lib/hosts/actions'
import { messageLengthMax, reasonLengthMax } from '@/lib/hosts/rules'

type Asked = { enterpriseId: string | null; message: string }

export function AskHostForm({ activityId, members }: { activityId: string; members: Choice[] }) {
  const t = useTranslations('hosts.ask')
  const form = useActionForm({
    action: actions.askHost,
    defaults: { enterpriseId: null, message: '' },
    toInput: ({ enterpriseId, message }: Asked) => ({ activityId, enterpriseId: enterpriseId ?? '', message }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="enterpriseId" type="select" label={t('enterprise')} options={members} />
      <Field
        name="message"
        type="textarea"
        rows={2}
        label={t('message')}
        hint={t('messageHint')}
        maxLength={messageLengthMax}
        isOptional
      />
    </Form>
  )
}

const endings = { decline: actions.declineToHost, withdraw: actions.withdrawAsHost, release: actions.releaseHost }

/** Declining, withdrawing and asking no longer: a reason that the other side reads. */
export function EndHostForm({ id, way }: { id: string; way: keyof typeof endings }) {
  const [t, reasons] = [useTranslations(`hosts.${way}`), useTranslations('hosts.decline')]
  const release = useTranslations('hosts.release')
  const form = useActionForm({
    action: endings[way],
    defaults: { reason: '' },
    toInput: ({ reason }: { reason: string }) => ({ id, reason }),
    say: t('done'),
  })
  const hint = way === 'release' ? release('reasonHint') : reasons('reasonHint')
  return (
    <Form form={form} submitLabel={t('submit')} submitVariant="danger">
      <Field name="reason" label={reasons('reason')} hint={hint} maxLength={reasonLengthMax} />
    </Form>
  )
}

type Detail = { document: string | null; numberPlate: string }

type DetailProps = {
  registrationId: string
  person: string
  documents: Choice[]
  asks: { document: boolean; numberPlate: boolean }
  defaults: Detail
  isGiven: boolean
}

type Kind = 'RESIDENT_ID' | 'PASSPORT' | 'TRAVEL_PERMIT' | 'OTHER'

/** What the gate wants to know of one visitor. */
export function GateDetailForm({ registrationId, person, documents, asks, defaults, isGiven }: DetailProps) {
  const t = useTranslations('hosts.visitors')
  const form = useActionForm({
    action: actions.giveGateDetail,
    defaults,
    toInput: ({ document, numberPlate }: Detail) => ({
      registrationId,
      document: document as Kind | null,
      numberPlate,
    }),
    say: t('done', { person }),
  })
  return (
    <Form form={form} submitLabel={t(isGiven ? 'save' : 'submit')} submitVariant="secondary" layout="row">
      {asks.document && <Field name="document" type="select" label={t('document')} options={documents} />}
      {asks.numberPlate && (
        <Field
          name="numberPlate"
          label={t('numberPlate')}
          placeholder={t('numberPlateHint')}
          maxLength={12}
          isOptional
        />
      )}
    </Form>
  )
}
