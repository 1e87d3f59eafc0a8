'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm, type ActionForm } from '@/components/form/use-action-form'
import { Banner } from '@/components/layout/banner'
import { ButtonLink } from '@/components/ui/button'
import { copyDates, createSeries } from '@/lib/plans/actions'

type Seen = { allianceId: string; year: number; fingerprint: string; choices: Choice[]; backHref: string }
type SeriesSeen = Seen & { series: Parameters<typeof createSeries>[0]['series'] }

type Values = { take: string[] }
type Unticked = { left: string[]; onOutdated: (left: string[] | null) => void }

/** The preview of a series with its ticks. When the plan changed meanwhile, the new preview stands in its place. */
export function SeriesDraftForm(props: SeriesSeen) {
  return <Outdatable>{(unticked) => <SeriesTicks key={props.fingerprint} {...props} {...unticked} />}</Outdatable>
}

/** The preview of a copy, likewise. */
export function CopyDraftForm(props: Seen) {
  return <Outdatable>{(unticked) => <CopyTicks key={props.fingerprint} {...props} {...unticked} />}</Outdatable>
}

function Outdatable({ children }: { children: (unticked: Unticked) => React.ReactNode }) {
  const t = useTranslations('plans.preview')
  const [left, setLeft] = useState<string[] | null>(null)
  return (
    <div className="flex flex-col gap-4">
      {left && <Banner tone="warning">{t('outdated')}</Banner>}
      {children({ left: left ?? [], onOutdated: setLeft })}
    </div>
  )
}

const tickedOf = ({ choices, left }: Seen & Unticked): Values => ({
  take: choices.map(({ value }) => value).filter((value) => !left.includes(value)),
})

function SeriesTicks(props: SeriesSeen & Unticked) {
  const t = useTranslations('plans.preview')
  const { allianceId, year, fingerprint, series, backHref } = props
  const form = useActionForm({
    action: createSeries,
    defaults: tickedOf(props),
    toInput: ({ take }: Values) => ({ allianceId, year, fingerprint, series, take }),
    say: t('done'),
    goTo: () => backHref,
  })
  return <Ticks form={form} {...props} />
}

function CopyTicks(props: Seen & Unticked) {
  const t = useTranslations('plans.preview')
  const { allianceId, year, fingerprint, backHref } = props
  const form = useActionForm({
    action: copyDates,
    defaults: tickedOf(props),
    toInput: ({ take }: Values) => ({ allianceId, year, fingerprint, take }),
    say: t('done'),
    goTo: () => backHref,
  })
  return <Ticks form={form} {...props} />
}

function Ticks({ form, choices, backHref, onOutdated }: Seen & Unticked & { form: ActionForm<Values> }) {
  const [t, common] = [useTranslations('plans.preview'), useTranslations('common')]
  const router = useRouter()
  const { problem, methods } = form
  useEffect(() => {
    if (problem?.code !== 'PLAN_OUTDATED') return
    const kept = methods.getValues('take')
    onOutdated(choices.map(({ value }) => value).filter((key) => !kept.includes(key)))
    router.refresh()
  }, [problem])

  return (
    <Form
      form={form}
      submitLabel={t('submit')}
      layout="wide"
      extra={<ButtonLink href={backHref}>{common('cancel')}</ButtonLink>}
    >
      <div className="rounded-md border bg-surface p-4">
        <Field
          name="take"
          type="checkboxes"
          label={t('dates')}
          hint={t('count', { count: choices.length })}
          options={choices}
        />
      </div>
    </Form>
  )
}
