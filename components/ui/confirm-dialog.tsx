'use client'

import { useId, useState, type ReactNode } from 'react'
import { inputClass } from '@/components/form/field-frame'
import { Button } from './button'
import { Dialog } from './dialog'

/** What a press asks before it happens: what will be so, and for what cannot be undone the name typed out. */
export type Confirmation = {
  title: string
  text: ReactNode
  confirmLabel: string
  cancelLabel: string
  tone?: 'primary' | 'danger'
  /** The name that must be typed, and how the field is called. */
  typed?: { label: string; text: string }
}

type Props = Confirmation & { isOpen: boolean; isPending: boolean; onConfirm: () => void; onCancel: () => void }

export function ConfirmDialog({ isOpen, isPending, onConfirm, onCancel, ...ask }: Props) {
  const [text, setText] = useState('')
  const fieldId = useId()
  const isReady = !ask.typed || text.trim() === ask.typed.text

  return (
    <Dialog isOpen={isOpen} onClose={onCancel} title={ask.title} closeLabel={ask.cancelLabel}>
      <div className="text-muted">{ask.text}</div>
      {ask.typed && (
        <div className="flex flex-col gap-1">
          <label htmlFor={fieldId}>{ask.typed.label}</label>
          <input
            id={fieldId}
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            className={inputClass}
          />
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{ask.cancelLabel}</Button>
        <Button variant={ask.tone ?? 'primary'} isPending={isPending} isDisabled={!isReady} onClick={onConfirm}>
          {ask.confirmLabel}
        </Button>
      </div>
    </Dialog>
  )
}
