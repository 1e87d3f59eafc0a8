'use client'

import { useActionState, type ReactNode } from 'react'
import { useFailureWords } from '@/components/form/failure'
import { openNotification } from '@/lib/notifications/actions'

/** Buttons named `id` inside lead to what their notification speaks of. Works without script. */
export function OpenForm({ children }: { children: ReactNode }) {
  const [{ result }, open] = useActionState(openNotification, { result: null, values: {} })
  const words = useFailureWords()
  return (
    <form action={open} className="flex flex-col gap-3">
      {result && !result.ok && (
        <p role="alert" className="text-danger">
          {words.ofRefusal(result)}
        </p>
      )}
      {children}
    </form>
  )
}
