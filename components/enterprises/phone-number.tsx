'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { answerOf, useFailureWords } from '@/components/form/failure'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import { unmaskPhone } from '@/lib/enterprises/actions'
import type { ContactPerson } from '@/lib/enterprises/schema'

type Props = {
  enterpriseId: string
  person: ContactPerson
  /** Whose number it is, for whoever hears the button without its row. */
  role: string
  masked: string
  canUnmask: boolean
}

/** A telephone with its middle hidden. The whole number is not on the page until somebody presses. */
export function PhoneNumber({ enterpriseId, person, role, masked, canUnmask }: Props) {
  const t = useTranslations('enterprises.phone')
  const words = useFailureWords()
  const [phone, setPhone] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)

  const reveal = async () => {
    if (isPending) return
    setPending(true)
    const answer = await answerOf(() => unmaskPhone({ enterpriseId, person }))
    setPending(false)
    if (answer.ok) setPhone(answer.data.phone)
    else showToast({ text: words.ofRefusal(answer), tone: 'danger' })
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span aria-live="polite">{phone ?? masked}</span>
      {canUnmask && phone === null && (
        <Button
          size="small"
          variant="quiet"
          className="no-print"
          aria-label={t('showOf', { person: role })}
          isPending={isPending}
          onClick={() => void reveal()}
        >
          {t('show')}
        </Button>
      )}
    </span>
  )
}
