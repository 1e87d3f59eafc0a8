'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { Badge } from '@/components/ui/badge'
import { decideProposal } from '@/lib/registry/actions'
import { reasonLengthMax, verdicts, type ProposableField } from '@/lib/registry/rules'

/** One field in words: what stood there, what stands there now where that is something else, what should. */
export type DecidableLine = {
  field: ProposableField
  label: string
  base: string
  present: string
  proposed: string
  hasMoved: boolean
}

type Values = { decisions: Record<string, { verdict: string | null; reason: string }> }

type Input = Parameters<typeof decideProposal>[0]

type Props = { proposalId: string; version: number; enterpriseVersion: number; lines: DecidableLine[] }

/** Each field accepted or refused; a refusal says why. When the registry moves meanwhile, the page shows it anew. */
export function DecideForm({ proposalId, version, enterpriseVersion, lines }: Props) {
  const t = useTranslations('registry.decide')
  const router = useRouter()
  const form = useActionForm<Values, Input, { accepted: number; refused: number }>({
    action: async (input) => {
      const result = await decideProposal(input)
      if (!result.ok && result.code === 'ENTERPRISE_CHANGED') router.refresh()
      return result
    },
    defaults: { decisions: Object.fromEntries(lines.map(({ field }) => [field, { verdict: null, reason: '' }])) },
    // What is not decided is refused by the server, which says so beside the field.
    toInput: ({ decisions }) => ({ proposalId, version, enterpriseVersion, decisions: decided(decisions) }) as Input,
    say: t('saved'),
  })
  const decisions = useWatch({ control: form.methods.control, name: 'decisions' })
  return (
    <Form form={form} submitLabel={t('submit')}>
      {lines.map((line) => (
        <DecidedField key={line.field} line={line} isRefused={decisions[line.field]?.verdict === 'REFUSED'} />
      ))}
    </Form>
  )
}

const decided = (decisions: Values['decisions']) =>
  Object.fromEntries(Object.entries(decisions).filter(([, { verdict }]) => verdict))

function DecidedField({ line, isRefused }: { line: DecidableLine; isRefused: boolean }) {
  const [t, own] = [useTranslations('registry.decide'), useTranslations('registry.proposals')]
  const { field, label, base, present, proposed, hasMoved } = line
  return (
    <section className="flex flex-col gap-3 rounded-md border bg-surface p-4">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        <dt className="text-muted">{own('base')}</dt>
        <dd className="wrap-anywhere">{base}</dd>
        {hasMoved && (
          <>
            <dt className="text-muted">{own('present')}</dt>
            <dd className="wrap-anywhere">
              {present} <Badge tone="warning">{own('movedMark')}</Badge>
            </dd>
          </>
        )}
        <dt className="text-muted">{own('proposed')}</dt>
        <dd className="font-bold wrap-anywhere">{proposed}</dd>
      </dl>
      <Field
        name={`decisions.${field}.verdict`}
        type="radio"
        isInline
        label={t('verdict', { field: label })}
        options={verdicts.map((value) => ({ value, label: t(value) }))}
      />
      {isRefused && (
        <Field
          name={`decisions.${field}.reason`}
          label={t('reason', { field: label })}
          hint={t('reasonHint')}
          maxLength={reasonLengthMax}
        />
      )}
    </section>
  )
}
