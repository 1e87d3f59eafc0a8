'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { answerOf, useFailureWords } from '@/components/form/failure'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import { unmaskExpertPhone } from '@/lib/experts/actions'

/** An expert's telephone with its middle hidden: the whole number comes when somebody presses, and is written down. */
export function ExpertPhone({ id, name, masked }: { id: string; name: string; masked: string }) {
  const t = useTranslations('experts.phone')
  const words = useFailureWords()
  const [phone, setPhone] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)

  const reveal = async () => {
    if (isPending) return
    setPending(true)
    const answer = await answerOf(() => unmaskExpertPhone({ expertId: id }))
    setPending(false)
    if (answer.ok) setPhone(answer.data.phone)
    else showToast({ text: words.ofRefusal(answer), tone: 'danger' })
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span aria-live="polite">{phone ?? masked}</span>
      {phone === null && (
        <Button
          size="small"
          variant="quiet"
          className="no-print"
          aria-label={t('showOf', { name })}
          isPending={isPending}
          onClick={() => void reveal()}
        >
          {t('show')}
        </Button>
      )}
    </span>
  )
}
