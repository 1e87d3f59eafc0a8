'use client'

import { Search, X } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { allLines, FoundLines } from './found-lines'
import type { SearchWords } from './search-button'
import { useFound } from './use-found'

type Props = { words: SearchWords; onClose: () => void }

/**
 * The search from anywhere: one field, and what it finds under it. The field keeps the focus and points at the chosen
 * line (a combobox after the ARIA pattern); the lines are links, so that they open in a new window too. A dialog of the
 * browser's own: it keeps the focus inside, closes on Escape and gives the focus back.
 */
export default function SearchDialog({ words, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const [text, setText] = useState('')
  const [pointed, setPointed] = useState(0)
  const { state, found } = useFound(text)
  const count = found ? allLines(found, words.all).length : 0
  const active = Math.min(pointed, count - 1)
  const { short, searching, failed } = words
  const said = { idle: words.lead, short, searching, failed, done: found?.said ?? '' }
  const lineAt = (index: number) => document.getElementById(`${id}-${index}`)

  useEffect(() => {
    const element = dialog.current
    if (!element?.open) element?.showModal()
    input.current?.focus()
  }, [])

  const close = () => dialog.current?.close()

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, arrows and Enter belong to it.
    if (event.nativeEvent.isComposing || count === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = (active + (event.key === 'ArrowDown' ? 1 : -1) + count) % count
      setPointed(next)
      lineAt(next)?.scrollIntoView({ block: 'nearest' })
    }
    // What stands there while a search is under way is an answer to something else.
    if (event.key === 'Enter' && state === 'done') lineAt(active)?.click()
  }

  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
      className="mx-auto mt-2 w-[min(40rem,calc(100vw-1rem))] max-w-none overflow-hidden rounded-lg border bg-surface p-0 text-sm text-ink sm:mt-[10vh]"
    >
      <div className="flex max-h-[calc(100dvh-1rem)] flex-col sm:max-h-[75vh]">
        <div className="flex items-center gap-2 border-b px-3">
          <Search aria-hidden className="size-5 shrink-0 text-muted" />
          <input
            ref={input}
            role="combobox"
            aria-label={words.title}
            aria-autocomplete="list"
            aria-expanded={count > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={count > 0 ? `${id}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            enterKeyHint="go"
            placeholder={words.placeholder}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setPointed(0)
            }}
            onKeyDown={onKeyDown}
            className="min-h-12 min-w-0 flex-1 bg-transparent text-base outline-none"
          />
          <button
            type="button"
            aria-label={words.close}
            onClick={close}
            className="flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-(--target)"
          >
            <X aria-hidden className="size-4" />
          </button>
        </div>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={words.title}
          aria-busy={state === 'searching'}
          className="min-h-0 overflow-auto"
        >
          {found && count > 0 && (
            <FoundLines
              id={id}
              found={found}
              allLabel={words.all}
              active={active}
              onPoint={setPointed}
              onOpen={close}
            />
          )}
        </div>
        <p role="status" className={count > 0 ? 'sr-only' : 'px-4 py-3 text-muted'}>
          {state === 'signedOut' ? (
            <a href="/sign-in" className="link">
              {words.signedOut}
            </a>
          ) : (
            said[state]
          )}
        </p>
        <p className="border-t px-4 py-2 text-xs text-muted pointer-coarse:hidden">{words.keys}</p>
      </div>
    </dialog>
  )
}
