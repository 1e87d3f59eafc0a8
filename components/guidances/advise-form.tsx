'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { advise } from '@/lib/guidances/actions'
import { pointsOf, summaryLengthMax } from '@/lib/guidances/rules'
import type { Standing } from './guidance-forms'

type Values = { summary: string; points: string; dueOn: string | null }

/** The advice as it comes from a report: pasted, one point to a line. */
export function AdviseForm({ standing }: { standing: Standing }) {
  const t = useTranslations('guidances.advise')
  const form = useActionForm({
    action: advise,
    defaults: { summary: '', points: '', dueOn: null } as Values,
    toInput: ({ summary, points, dueOn }: Values) => ({
      ...standing,
      summary,
      points: pointsOf(points),
      dueOn: dueOn ?? '',
    }),
    say: t('done'),
  })
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field name="summary" type="textarea" rows={3} label={t('summary')} maxLength={summaryLengthMax} />
      <Field name="points" type="textarea" rows={6} label={t('points')} hint={t('pointsHint')} />
      <Field name="dueOn" type="date" label={t('dueOn')} />
    </Form>
  )
}
