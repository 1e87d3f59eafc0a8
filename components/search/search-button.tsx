'use client'

import { Search } from 'lucide-react'
import { lazy, Suspense, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'

export type SearchWords = Record<
  'open' | 'title' | 'placeholder' | 'lead' | 'keys' | 'short' | 'searching' | 'failed' | 'signedOut' | 'all' | 'close',
  string
>

const loadDialog = () => import('./search-dialog')
const SearchDialog = lazy(loadDialog)

const never = () => () => {}
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)

/**
 * The way to the search: a link that leads to its page; with script, a dialog that Ctrl K (⌘ K) opens from anywhere. The
 * dialog is loaded when somebody is about to use it, and with its first key at the latest.
 */
export function SearchButton({ words }: { words: SearchWords }) {
  // Each opening has its number: the end of one, which the browser tells late, does not close the next.
  const openings = useRef(0)
  const [opened, setOpened] = useState<number | null>(null)
  const open = useCallback(() => setOpened((openings.current += 1)), [])
  const hasCommandKey = useSyncExternalStore(never, isApple, () => false)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Control' || event.key === 'Meta') void loadDialog()
      const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!isAsked || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      // Above a question that waits for its answer there is no other dialog.
      if (!document.querySelector('dialog[open]')) open()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [open])

  return (
    <>
      <a
        href="/portal/search"
        title={words.title}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={() => void loadDialog()}
        onFocus={() => void loadDialog()}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          open()
        }}
        className="flex min-h-9 min-w-9 items-center justify-center gap-2 rounded-md px-2 text-muted hover:bg-sunken hover:text-ink md:mr-2 md:justify-start md:border md:border-input md:px-3 pointer-coarse:min-h-(--target) pointer-coarse:min-w-(--target)"
      >
        <Search aria-hidden className="size-5 shrink-0 max-md:text-ink md:size-4" />
        <span className="max-md:sr-only">{words.open}</span>
        <kbd aria-hidden className="rounded border bg-sunken px-1 font-[inherit] text-xs/5 max-md:hidden">
          {hasCommandKey ? '⌘K' : 'Ctrl K'}
        </kbd>
      </a>
      {opened !== null && (
        <Suspense>
          <SearchDialog
            key={opened}
            words={words}
            onClose={() => setOpened((current) => (current === opened ? null : current))}
          />
        </Suspense>
      )}
    </>
  )
}
