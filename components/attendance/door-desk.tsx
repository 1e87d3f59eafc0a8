'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/form/field-frame'
import type { DoorPerson } from '@/lib/attendance/door-queries'
import { DoorRow } from './door-row'
import { useDoor } from './use-door'

type Props = {
  activityId: string
  path: string
  /** What was searched for: the people are its answer; blank: the latest arrivals. */
  query: string
  people: DoorPerson[]
  isOpen: boolean
  isLeaving: boolean
  /** What the list is, or why it is empty. */
  heading: ReactNode
}

const pauseMilliseconds = 200

/**
 * The desk at the hall's door: type, Enter, next. What is typed stands in the address and the server answers, so that two
 * desks and a reload show the same. Enter never checks in a person of an older search: it searches first.
 */
export function DoorDesk({ activityId, path, query, people, isOpen, isLeaving, heading }: Props) {
  const t = useTranslations('attendance.door')
  const input = useRef<HTMLInputElement>(null)
  const { text, setText, search, isSearching } = useSearch(path, query)
  const door = useDoor(activityId, () => takeNext(input.current))
  const isCurrent = text.trim() === query && !isSearching
  const waiting = isOpen && isCurrent && query ? people.filter((person) => !hasCome(person)) : []
  const [mark, setMark] = useState({ query, at: 0 })
  const at = mark.query === query ? Math.min(mark.at, Math.max(waiting.length - 1, 0)) : 0
  const marked = waiting[at]

  const enter = (event: FormEvent) => {
    event.preventDefault()
    if (isCurrent && marked) door.checkIn(marked)
    else search(text)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, arrows and Escape belong to it.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      setText('')
      search('')
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const next = at + (event.key === 'ArrowDown' ? 1 : -1)
    setMark({ query, at: Math.max(0, Math.min(next, waiting.length - 1)) })
  }

  return (
    <>
      <form role="search" action={path} onSubmit={enter} className="flex flex-col gap-1">
        <label htmlFor="door-search" className="font-bold">
          {t('search')}
        </label>
        <div className="flex gap-2">
          <input
            id="door-search"
            ref={input}
            name="q"
            type="search"
            autoFocus
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            maxLength={60}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
            aria-describedby="door-hint"
            className={`${inputClass} min-h-12 text-lg`}
          />
          <Button type="submit" size="large" isPending={isSearching} className="min-h-12">
            {t('submit')}
          </Button>
        </div>
        <p id="door-hint" className="text-muted pointer-coarse:hidden">
          {t('hint')}
        </p>
      </form>
      <div aria-live="polite">{heading}</div>
      <ul aria-busy={!isCurrent || undefined} className="divide-y rounded-md border bg-surface empty:hidden">
        {people.map((person) => (
          <DoorRow
            key={person.userId}
            person={person}
            door={door}
            isOpen={isOpen}
            isLeaving={isLeaving}
            isMarked={person.userId === marked?.userId}
          />
        ))}
      </ul>
    </>
  )
}

/** The next one can be typed at once; on a phone the keyboard would cover the list. */
function takeNext(input: HTMLInputElement | null): void {
  if (!input || !matchMedia('(pointer: fine)').matches) return
  input.focus()
  input.select()
}

const hasCome = ({ lines }: DoorPerson): boolean => lines.every(({ checkedInAt }) => checkedInAt !== null)

/** What is typed, and the search for it after a short pause. */
function useSearch(path: string, query: string) {
  const router = useRouter()
  const [text, setText] = useState(query)
  const [isSearching, startTransition] = useTransition()

  const search = (typed: string) => {
    const asked = typed.trim()
    if (asked === query) return
    startTransition(() => router.replace(asked ? `${path}?q=${encodeURIComponent(asked)}` : path, { scroll: false }))
  }

  useEffect(() => {
    const asked = text.trim()
    if (asked === query) return
    const timer = setTimeout(() => search(asked), pauseMilliseconds)
    return () => clearTimeout(timer)
    // Only what is typed starts a search: an answer must not start another one.
  }, [text])

  return { text, setText, search, isSearching }
}
