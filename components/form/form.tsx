'use client'

import { LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { createContext, useContext, useRef, type ReactNode } from 'react'
import { FormProvider, type FieldValues } from 'react-hook-form'
import { Button, type ButtonVariant } from '@/components/ui/button'
import { ErrorSummary } from './error-summary'
import { type ActionForm } from './use-action-form'

type Standing = { formId: string; labels: Map<string, string>; params: Record<string, string | number> }

const FormStanding = createContext<Standing | null>(null)

/** The form that a field stands in: the prefix of its ids, and where it leaves its label for the summary. */
export function useStanding(): Standing {
  const standing = useContext(FormStanding)
  if (!standing) throw new Error('a field stands outside of <Form>')
  return standing
}

const layouts = {
  column: 'flex max-w-2xl flex-col gap-5',
  row: 'flex flex-wrap items-end gap-3',
  wide: 'flex flex-col gap-5',
}

type Props<Values extends FieldValues> = {
  form: ActionForm<Values>
  submitLabel: string
  submitVariant?: ButtonVariant
  /** Beside the submit button: a way back, a second choice. */
  extra?: ReactNode
  /** A narrow row (search, add one more) instead of a column; or the whole width, for a form that is a table. */
  layout?: keyof typeof layouts
  children: ReactNode
}

/** Summary of what is wrong, fields, one primary button. */
export function Form<Values extends FieldValues>({
  form,
  submitLabel,
  submitVariant = 'primary',
  extra,
  layout = 'column',
  children,
}: Props<Values>) {
  const t = useTranslations('common')
  const labels = useRef(new Map<string, string>())
  const params = form.problem?.params ?? {}

  return (
    <FormProvider {...form.methods}>
      <FormStanding value={{ formId: form.id, labels: labels.current, params }}>
        <form noValidate onSubmit={form.submit} aria-busy={form.isPending || undefined} className={layouts[layout]}>
          {form.problem && <ErrorSummary key={form.problem.attempt} problem={form.problem} />}
          {children}
          <div className="flex flex-wrap items-center gap-2">
            <Button
              type="submit"
              variant={submitVariant}
              isPending={form.isPending}
              icon={form.isPending && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
            >
              {submitLabel}
            </Button>
            {extra}
            <span role="status" className="sr-only">
              {form.isPending ? t('working') : ''}
            </span>
          </div>
        </form>
      </FormStanding>
    </FormProvider>
  )
}
