'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState, type FormEvent } from 'react'
import { ActionButton } from '@/components/form/action-button'
import { answerOf, useFailureWords } from '@/components/form/failure'
import { Banner } from '@/components/layout/banner'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import type { Failure, Result } from '@/lib/core/result'
import { removePracticeFile } from '@/lib/practices/actions'
import { fileBytesMax, filesMax } from '@/lib/practices/rules'

type Props = { practiceId: string; files: { id: string; fileName: string }[]; accept: string }

/** The files of a draft. Sent beside the form, so that nothing that is being written is touched. */
export function FilePanel({ practiceId, files, accept }: Props) {
  const t = useTranslations('practices.form')
  const words = useFailureWords()
  const router = useRouter()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Failure | null>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isSending) return
    const form = event.currentTarget
    setSending(true)
    setProblem(null)
    const result = await answerOf(() => send(practiceId, new FormData(form)))
    setSending(false)
    if (!result.ok) return setProblem(result)
    if (input.current) input.current.value = ''
    showToast({ text: t('uploaded'), tone: 'success' })
    router.refresh()
  }

  return (
    <section className="flex max-w-2xl flex-col gap-3" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="text-base">
        {t('files')}
      </h2>
      {files.length === 0 && <p className="text-sm text-muted">{t('noFiles')}</p>}
      <ul className="divide-y rounded-md border bg-surface text-sm empty:hidden">
        {files.map((file) => (
          <li key={file.id} className="flex items-center justify-between gap-3 px-3 py-1.5">
            <span className="min-w-0 break-all">{file.fileName}</span>
            <ActionButton
              action={removePracticeFile}
              input={{ fileId: file.id }}
              label={t('remove')}
              size="small"
              variant="quiet"
              say={t('removed')}
            />
          </li>
        ))}
      </ul>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-2 text-sm">
        {problem && (
          <div role="alert">
            <Banner tone="danger">{words.ofRefusal(problem)}</Banner>
          </div>
        )}
        <label htmlFor={id} className="font-bold">
          {t('file')}
        </label>
        <p className="text-muted">{t('filesHint', { limitMegabytes: fileBytesMax / 1_000_000, max: filesMax })}</p>
        <input ref={input} id={id} type="file" name="file" accept={accept} className="max-w-full" />
        <div>
          <Button type="submit" isPending={isSending}>
            {t(isSending ? 'uploading' : 'upload')}
          </Button>
        </div>
      </form>
    </section>
  )
}

async function send(practiceId: string, data: FormData): Promise<Result<unknown>> {
  const response = await fetch(`/api/practices/${practiceId}/files`, { method: 'POST', body: data })
  return (await response.json()) as Result<unknown>
}
