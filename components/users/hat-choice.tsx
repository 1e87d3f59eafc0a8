'use client'

import { useActionState } from 'react'
import { Button, type ButtonVariant } from '@/components/ui/button'
import { wearHat } from '@/lib/users/account-actions'

type Props = {
  hats: { key: string; label: string }[]
  /** Said where a hat has ended since the page was drawn. */
  failedText: string
  variant?: ButtonVariant
}

/** A button for each hat; one press and the portal is drawn anew under it. Works without script. */
export function HatChoice({ hats, failedText, variant = 'quiet' }: Props) {
  const [state, submit, isPending] = useActionState(wearHat, { result: null, values: {} })
  const hasFailed = state.result !== null && !state.result.ok
  return (
    <form action={submit} className="flex flex-col items-stretch gap-1">
      {hasFailed && (
        <p role="alert" className="text-danger">
          {failedText}
        </p>
      )}
      {hats.map(({ key, label }) => (
        <Button
          key={key}
          type="submit"
          name="key"
          value={key}
          variant={variant}
          isPending={isPending}
          className="justify-start text-left whitespace-normal"
        >
          {label}
        </Button>
      ))}
    </form>
  )
}
