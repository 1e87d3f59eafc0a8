import { type ReactNode } from 'react'

/** How an input looks, wherever it stands. A red border never speaks alone: the message stands under it. */
export const inputClass =
  'w-full min-h-9 rounded-md border border-input bg-surface px-3 py-1 text-ink pointer-coarse:min-h-(--target) aria-invalid:border-2 aria-invalid:border-danger disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken'

export const choiceClass =
  'flex min-h-9 items-center gap-2 py-1 pointer-coarse:min-h-(--target) [&_input]:size-4 [&_input]:shrink-0 [&_input]:accent-primary'

type Props = {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  optionalWord?: string | undefined
  children: ReactNode
}

/** Label, hint, message, control: in this order for every field, signed in or not, with script or without. */
export function FieldFrame({ id, label, hint, error, optionalWord, children }: Props) {
  return (
    <div className={`flex flex-col gap-1 ${error ? 'border-l-4 border-danger pl-3' : ''}`}>
      <label htmlFor={id} className="font-bold">
        {label}
        {optionalWord && <span className="font-normal text-muted">（{optionalWord}）</span>}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

export function FieldNotes({ id, hint, error }: Pick<Props, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-bold text-danger">
          {error}
        </p>
      )}
    </>
  )
}

/** The ids that describe a control, for aria-describedby. */
export const describedBy = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
