'use client'

import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'

export type Toast = {
  text: string
  tone?: 'success' | 'danger'
  /** Offered for as long as the toast stands. */
  undo?: { label: string; run: () => void }
}

type Shown = Toast & { id: number }

const undoSeconds = 8
const plainSeconds = 5

let shown: readonly Shown[] = []
let counter = 0
const listeners = new Set<() => void>()

function change(next: readonly Shown[]): void {
  shown = next
  for (const listener of listeners) listener()
}

const dismiss = (id: number): void => change(shown.filter((toast) => toast.id !== id))

/** Says something at the edge of the page: what has been done, with the way back where there is one. */
export function showToast(toast: Toast): void {
  counter += 1
  change([...shown.slice(-2), { ...toast, id: counter }])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const none: readonly Shown[] = []

/** Where toasts stand; once, in the shell. */
export function Toaster({ closeLabel }: { closeLabel: string }) {
  const toasts = useSyncExternalStore(
    subscribe,
    () => shown,
    () => none,
  )

  return (
    <div
      role="status"
      aria-live="polite"
      className="no-print fixed inset-x-4 bottom-20 z-40 flex flex-col items-center gap-2 sm:bottom-6"
    >
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} closeLabel={closeLabel} />
      ))}
    </div>
  )
}

/** Leaves by itself, unless a pointer or the focus is on it; a failure stays until it is closed. */
function ToastLine({ toast, closeLabel }: { toast: Shown; closeLabel: string }) {
  const [isHeld, setHeld] = useState(false)

  useEffect(() => {
    if (isHeld || toast.tone === 'danger') return
    const timer = setTimeout(() => dismiss(toast.id), (toast.undo ? undoSeconds : plainSeconds) * 1000)
    return () => clearTimeout(timer)
  }, [isHeld, toast])

  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={`flex max-w-xl items-center gap-3 rounded-md border bg-surface py-1 pr-1 pl-4 text-sm ${toast.tone === 'danger' ? 'border-danger text-danger' : 'border-input text-ink'}`}
    >
      <span className="py-1">{toast.text}</span>
      {toast.undo && (
        <button
          type="button"
          className="link min-h-8 px-2 font-bold pointer-coarse:min-h-(--target)"
          onClick={() => {
            toast.undo?.run()
            dismiss(toast.id)
          }}
        >
          {toast.undo.label}
        </button>
      )}
      <button
        type="button"
        aria-label={closeLabel}
        onClick={() => dismiss(toast.id)}
        className="flex size-8 items-center justify-center rounded-md text-muted hover:bg-sunken pointer-coarse:size-(--target)"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  )
}
