'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition, type ReactNode } from 'react'
import { Button, type ButtonSize, type ButtonVariant } from '@/components/ui/button'
import { ConfirmDialog, type Confirmation } from '@/components/ui/confirm-dialog'
import { showToast } from '@/components/ui/toast'
import { type Result } from '@/lib/core/result'
import { answerOf, useFailureWords } from './failure'

type Act<Input> = { action: (input: Input) => Promise<Result<unknown>>; input: Input }

type Props<Input, UndoInput> = Act<Input> & {
  label: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  /** Where the press must be thought over. */
  confirm?: Omit<Confirmation, 'cancelLabel'>
  /** What is said when it is done, with a way back for eight seconds where there is one. */
  say?: string
  undo?: Act<UndoInput>
  goTo?: string
}

/** One press, one action. Pressing twice does it once; a refusal is said in words, and the button stays where it is. */
export function ActionButton<Input, UndoInput = never>(props: Props<Input, UndoInput>) {
  const { label, variant, size, icon, confirm, say, undo, goTo } = props
  const t = useTranslations('common')
  const words = useFailureWords()
  const router = useRouter()
  const [isAsking, setAsking] = useState(false)
  const [isPending, startTransition] = useTransition()
  const isBusy = useRef(false)

  const run = (call: () => Promise<Result<unknown>>, after: () => void) => {
    if (isBusy.current) return
    isBusy.current = true
    startTransition(async () => {
      const answer = await answerOf(call)
      isBusy.current = false
      setAsking(false)
      if (answer.ok) after()
      else showToast({ text: words.ofRefusal(answer), tone: 'danger' })
    })
  }

  const done = () => {
    const back = undo && {
      label: t('undo'),
      run: () =>
        run(
          () => undo.action(undo.input),
          () => showToast({ text: t('undone'), tone: 'success' }),
        ),
    }
    if (say) showToast({ text: say, tone: 'success', ...(back && { undo: back }) })
    if (goTo) router.push(goTo)
  }

  const press = () => run(() => props.action(props.input), done)
  return (
    <>
      <Button
        {...(variant && { variant })}
        {...(size && { size })}
        icon={icon}
        isPending={isPending}
        onClick={confirm ? () => setAsking(true) : press}
      >
        {label}
      </Button>
      {confirm && (
        <ConfirmDialog
          {...confirm}
          cancelLabel={t('cancel')}
          isOpen={isAsking}
          isPending={isPending}
          onConfirm={press}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  )
}
