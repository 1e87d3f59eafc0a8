'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { choiceClass } from '@/components/form/field-frame'
import { useFailureWords } from '@/components/form/failure'
import { Banner } from '@/components/layout/banner'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { showToast } from '@/components/ui/toast'
import type { ActivityFileKind } from '@/lib/core/prisma/enums'
import { type Failure, type Result } from '@/lib/core/result'

type Problem = Pick<Failure, 'code' | 'params'>

type Props = {
  /** The handler that takes the file. */
  action: string
  hint: string
  kinds: ActivityFileKind[]
  chosen?: ActivityFileKind
  accept: string
  limitBytes: number
  /** What a form that was sent without script came back with. */
  problem: Problem | '' | null
}

/**
 * Sends one file and stays on the page: nothing that was typed elsewhere is lost, and after a refusal the file and its
 * kind are still chosen. Without script it is a plain form to the same address.
 */
export function UploadFileForm({ action, hint, kinds, chosen, accept, limitBytes, problem }: Props) {
  const t = useTranslations('activities.files')
  const kindName = useTranslations('activities.fileKind')
  const id = useId()
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<Problem | null>(problem || null)
  const { sent, send, stop } = useUpload(action, (result) => {
    if (!result.ok) return setRefused(result)
    if (input.current) input.current.value = ''
    showToast({ text: t('done'), tone: 'success' })
    router.refresh()
  })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sent !== null) return
    const early = refusalOf(input.current?.files?.[0], limitBytes)
    setRefused(early)
    if (!early) send(new FormData(event.currentTarget))
  }

  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      noValidate
      onSubmit={submit}
      className="no-print flex flex-col gap-3 rounded-md border bg-surface p-4 text-sm"
    >
      {refused && <Refused problem={refused} />}
      {kinds.length > 1 ? (
        <fieldset className="flex flex-wrap items-center gap-x-5">
          <legend className="sr-only">{t('kind')}</legend>
          {kinds.map((kind) => (
            <label key={kind} className={choiceClass}>
              <input type="radio" name="kind" value={kind} defaultChecked={kind === chosen} />
              {kindName(kind)}
            </label>
          ))}
        </fieldset>
      ) : (
        kinds.map((kind) => <input key={kind} type="hidden" name="kind" value={kind} />)
      )}
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="font-bold">
          {t('file')}
        </label>
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
        <input
          ref={input}
          id={id}
          type="file"
          name="file"
          accept={accept}
          required
          // What is chosen while another one is on its way would go with it.
          disabled={sent !== null}
          aria-describedby={`${id}-hint`}
          onChange={() => setRefused(null)}
          className="max-w-full"
        />
      </div>
      {sent !== null && <Standing sent={sent} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isPending={sent !== null}>
          {t('upload')}
        </Button>
        {sent !== null && <Button onClick={stop}>{t('stop')}</Button>}
      </div>
    </form>
  )
}

/** What the server would say too, before a phone has sent all of it for nothing. */
function refusalOf(file: File | undefined, limitBytes: number): Problem | null {
  if (!file) return { code: 'NO_FILE_CHOSEN', params: {} }
  if (file.size === 0) return { code: 'FILE_EMPTY', params: {} }
  if (file.size <= limitBytes) return null
  return { code: 'FILE_TOO_LARGE', params: { limitMegabytes: limitBytes / 1_000_000 } }
}

function Refused({ problem }: { problem: Problem }) {
  const forms = useTranslations('forms')
  const words = useFailureWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [problem])
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-md outline-focus focus:outline-3">
      <Banner tone="danger">
        {words.ofRefusal(problem)}
        {problem.code === 'SIGNED_OUT' && (
          <a className="link ml-2" href="/sign-in" target="_blank" rel="noreferrer">
            {forms('signInAgain')}
          </a>
        )}
      </Banner>
    </div>
  )
}

function Standing({ sent }: { sent: number }) {
  const t = useTranslations('activities.files')
  const percent = Math.floor(sent * 100)
  const words = percent < 100 ? t('uploading', { percent }) : t('checking')
  return (
    <div className="flex max-w-md flex-col gap-1">
      <span className="text-muted">{words}</span>
      <Progress value={percent} max={100} label={words} />
    </div>
  )
}

/** How much of a form has been sent, 0 to 1; null where nothing is on its way. */
function useUpload(action: string, done: (result: Result<unknown>) => void) {
  const [sent, setSent] = useState<number | null>(null)
  const request = useRef<XMLHttpRequest | null>(null)

  useEffect(() => {
    if (sent === null) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [sent])

  const send = (data: FormData) => {
    // Not fetch: it does not tell how much has been sent.
    const upload = new XMLHttpRequest()
    request.current = upload
    upload.open('POST', action)
    upload.setRequestHeader('Accept', 'application/json')
    upload.responseType = 'json'
    upload.upload.onprogress = ({ loaded, total }) => setSent(total > 0 ? loaded / total : 0)
    upload.onloadend = () => {
      setSent(null)
      if (request.current === upload) done(answerOf(upload))
    }
    setSent(0)
    upload.send(data)
  }

  const stop = () => {
    const upload = request.current
    request.current = null
    upload?.abort()
  }
  return { sent, send, stop }
}

function answerOf({ status, response }: XMLHttpRequest): Result<unknown> {
  const isResult = typeof response === 'object' && response !== null && 'ok' in response
  if (isResult) return response as Result<unknown>
  return { ok: false, code: status === 0 ? 'NO_CONNECTION' : 'UNEXPECTED', fields: {}, params: {} }
}
