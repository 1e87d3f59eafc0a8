'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { Button } from '@/components/ui/button'
import { issueCode } from '@/lib/activations/actions'
import { validDays, validDaysUsual } from '@/lib/activations/rules'

type Issued = { code: string; lastDay: string }

type Props = { enterpriseId: string; enterprise: string; address: string; isAnew: boolean }

/** Issues a code and shows it once. */
export function IssueCode({ enterprise, address, ...form }: Props) {
  const [issued, setIssued] = useState<Issued | null>(null)
  const router = useRouter()
  if (!issued) return <IssueForm {...form} onIssued={setIssued} />
  const done = () => {
    setIssued(null)
    router.refresh()
  }
  return <ShownCode issued={issued} enterprise={enterprise} address={address} onDone={done} />
}

type FormProps = Pick<Props, 'enterpriseId' | 'isAnew'> & { onIssued: (issued: Issued) => void }

function IssueForm({ enterpriseId, isAnew, onIssued }: FormProps) {
  const t = useTranslations('activations.detail')
  const bulk = useTranslations('activations.bulk')
  const form = useActionForm({
    action: issueCode,
    defaults: { days: String(validDaysUsual) },
    toInput: ({ days }: { days: string }) => ({ enterpriseId, days }),
    onDone: onIssued,
  })
  return (
    <>
      <p className="max-w-2xl text-muted">
        {t('issueText')}
        {isAnew && `。${t('reissueText')}`}
      </p>
      <Form form={form} submitLabel={t('submit')}>
        <Field
          name="days"
          type="radio"
          isInline
          label={bulk('days')}
          options={validDays.map((days) => ({ value: String(days), label: bulk('dayCount', { days: String(days) }) }))}
        />
      </Form>
    </>
  )
}

type ShownProps = { issued: Issued; enterprise: string; address: string; onDone: () => void }

function ShownCode({ issued, enterprise, address, onDone }: ShownProps) {
  const t = useTranslations('activations.detail')
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(issued.code)
    setCopied(true)
  }
  return (
    <div
      role="status"
      className="flex max-w-2xl flex-col gap-3 rounded-md border-l-4 border-success bg-success-soft p-4"
    >
      <p className="font-bold">{t('issued')}</p>
      <p>{t('shown', { enterprise })}</p>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1">
        <dt>{t('code')}</dt>
        <dd className="font-mono text-xl font-bold" data-code>
          {issued.code}
        </dd>
        <dt>{t('address')}</dt>
        <dd className="break-all">{address}</dd>
        <dt>{t('lastDay')}</dt>
        <dd>{issued.lastDay}</dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copy()}>{isCopied ? t('copied') : t('copy')}</Button>
        <Button variant="primary" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  )
}
