'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { answerOf, useFailureWords } from '@/components/form/failure'
import { Banner } from '@/components/layout/banner'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import type { Failure, Result } from '@/lib/core/result'
import { letterBytesMax, letterExtensions } from '@/lib/enterprises/rules'

type Props = { mandateId: string; person: string; hasLetter: boolean }

const limitMegabytes = letterBytesMax / 1_000_000

/**
 * Sends the letter of one mandate and stays on the page; after a refusal the file is still chosen. Without script it is a
 * plain form to the same address.
 */
export function UploadLetterForm({ mandateId, person, hasLetter }: Props) {
  const t = useTranslations('enterprises.mandates')
  const router = useRouter()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<Failure | null>(null)
  const [isPending, setPending] = useState(false)
  const action = `/api/mandates/${mandateId}/letter/upload`

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isPending) return
    const early = refusalOf(input.current?.files?.[0])
    if (early) return setRefused(early)
    setPending(true)
    const body = new FormData(event.currentTarget)
    const answer = await answerOf(() => sent(action, body))
    setPending(false)
    if (!answer.ok) return setRefused(answer)
    setRefused(null)
    if (input.current) input.current.value = ''
    showToast({ text: t('letterKept'), tone: 'success' })
    router.refresh()
  }

  return (
    <details className="text-sm">
      <summary className="link inline-flex min-h-6 items-center pointer-coarse:min-h-(--target)">
        {t(hasLetter ? 'replaceLetter' : 'addLetter')} ▾
      </summary>
      <form
        method="post"
        action={action}
        encType="multipart/form-data"
        noValidate
        onSubmit={(event) => void submit(event)}
        className="mt-2 flex flex-col items-start gap-2 whitespace-normal"
      >
        {refused && <Refused problem={refused} />}
        <label htmlFor={id} className="font-bold">
          {t('letterOf', { person })}
        </label>
        <p id={`${id}-hint`} className="text-muted">
          {t('letterHint', { limitMegabytes })}
        </p>
        <input
          ref={input}
          id={id}
          type="file"
          name="file"
          required
          accept={letterExtensions.join(',')}
          aria-describedby={`${id}-hint`}
          onChange={() => setRefused(null)}
          className="max-w-full"
        />
        <Button type="submit" size="small" isPending={isPending}>
          {t('uploadLetter')}
        </Button>
      </form>
    </details>
  )
}

const sent = async (action: string, body: FormData): Promise<Result<unknown>> =>
  (await (
    await fetch(action, { method: 'POST', headers: { Accept: 'application/json' }, body })
  ).json()) as Result<unknown>

/** What the server would say too, before a telephone has sent all of it for nothing. */
function refusalOf(file: File | undefined): Failure | null {
  const refused = (code: string, params = {}): Failure => ({ ok: false, code, fields: {}, params })
  if (!file) return refused('NO_FILE_CHOSEN')
  if (file.size === 0) return refused('FILE_EMPTY')
  return file.size > letterBytesMax ? refused('FILE_TOO_LARGE', { limitMegabytes }) : null
}

function Refused({ problem }: { problem: Failure }) {
  const words = useFailureWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [problem])
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-md outline-focus focus:outline-3">
      <Banner tone="danger">{words.ofRefusal(problem)}</Banner>
    </div>
  )
}
