'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Choice } from '@/components/form/choices-field'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { Banner } from '@/components/layout/banner'
import { copyYear } from '@/lib/years/actions'
import { copyReasonMax } from '@/lib/years/rules'

/** An alliance of the preview, in words: what can be ticked, what stands, what somebody has to see to. */
export type CopyGroup = {
  slug: string
  name: string
  choices: Choice[]
  standing: string[]
  open: { text: string; href: string }[]
}

type Props = { from: number; to: number; fingerprint: string; groups: CopyGroup[] }

/**
 * The preview with its ticks. When the two years changed meanwhile nothing is written: the page is asked for the new
 * preview, which stands in the old one's place with what had been unticked still unticked.
 */
export function CopyForm(props: Props) {
  const t = useTranslations('years.copy')
  const [left, setLeft] = useState<string[] | null>(null)
  return (
    <div className="flex flex-col gap-4">
      {left && <Banner tone="warning">{t('outdated')}</Banner>}
      <Preview key={props.fingerprint} {...props} left={left ?? []} onOutdated={setLeft} />
    </div>
  )
}

type Values = { take: Record<string, string[]>; withSteps: boolean; reason: string }

function Preview({ from, to, fingerprint, groups, left, onOutdated }: Props & PreviewProps) {
  const t = useTranslations('years.copy')
  const router = useRouter()
  const all = groups.flatMap(({ choices }) => choices.map(({ value }) => value))
  const ticked = groups.map(({ slug, choices }): [string, string[]] => [
    slug,
    choices.map(({ value }) => value).filter((value) => !left.includes(value)),
  ])
  const form = useActionForm({
    action: copyYear,
    defaults: {
      take: Object.fromEntries(ticked),
      withSteps: true,
      reason: t('reasonDefault', { year: String(to) }),
    } as Values,
    toInput: ({ take, ...values }: Values) => ({ ...values, from, to, fingerprint, take: Object.values(take).flat() }),
    say: t('done', { year: String(to) }),
    onDone: () => onOutdated(null),
  })
  const { problem, methods } = form
  useEffect(() => {
    if (problem?.code !== 'YEAR_COPY_OUTDATED') return
    const kept = Object.values(methods.getValues('take')).flat()
    onOutdated(all.filter((key) => !kept.includes(key)))
    router.refresh()
  }, [problem])

  return (
    <Form form={form} submitLabel={t('submit')} layout="wide">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {groups.map((group) => (
          <Group key={group.slug} group={group} />
        ))}
      </div>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 text-base font-bold">{t('settings')}</legend>
        <Field name="withSteps" type="checkbox" label={t('withSteps')} />
        <Field
          name="reason"
          type="textarea"
          rows={2}
          label={t('reason')}
          hint={t('reasonHint')}
          maxLength={copyReasonMax}
        />
      </fieldset>
    </Form>
  )
}

type PreviewProps = { left: string[]; onOutdated: (left: string[] | null) => void }

function Group({ group }: { group: CopyGroup }) {
  return (
    <div className="flex flex-col gap-1 rounded-md border bg-surface p-4">
      {group.choices.length > 0 ? (
        <Field name={`take.${group.slug}`} type="checkboxes" label={group.name} options={group.choices} />
      ) : (
        <p className="font-bold">{group.name}</p>
      )}
      <GroupNotes group={group} />
    </div>
  )
}

/** What stays as it is, and what copying cannot settle. */
export function GroupNotes({ group }: { group: Pick<CopyGroup, 'standing' | 'open'> }) {
  const t = useTranslations('years.copy')
  return (
    <ul className="flex flex-col gap-1 text-sm text-muted">
      {group.standing.map((text) => (
        <li key={text}>
          {text} · {t('exists')}
        </li>
      ))}
      {group.open.map(({ text, href }) => (
        <li key={text} className="text-warning">
          {text}{' '}
          <Link href={href} prefetch={false} className="link underline underline-offset-2">
            {t('arrange')}
          </Link>
        </li>
      ))}
    </ul>
  )
}
