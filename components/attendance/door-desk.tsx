'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/form/field-frame'
import { withQueued, type Queued } from '@/lib/attendance/desk-rules'
import type { DoorPerson } from '@/lib/attendance/door-queries'
import { findInDoorList } from '@/lib/attendance/door-rules'
import { DeskStatus } from './desk-status'
import { DoorRow } from './door-row'
import { useDeskQueue } from './use-desk-queue'
import { useDoor } from './use-door'
import { useDoorSearch } from './use-door-search'
import { useDoorList, type DoorList } from './use-door-list'

type Props = {
  activityId: string
  /** Who stands at the desk: what it keeps is theirs to send. */
  deskOf: string
  /** The activity's page. */
  activityPath: string
  path: string
  /** What was searched for: the people are its answer; blank: the latest arrivals. */
  query: string
  people: DoorPerson[]
  isOpen: boolean
  /** Whether who leaves checks out, and whether it has begun. */
  leaving: { isAsked: boolean; hasBegun: boolean }
  /** Until when this browser may keep the page. */
  keptUntil: number | null
  /** What the list is, or why it is empty. */
  heading: ReactNode
}

const offlineMax = 20

/** Without a connection: whom the desk means, or, while nothing is typed, for whom it has something to send. */
function foundOffline({ list }: DoorList, queued: readonly Queued[], text: string): DoorPerson[] {
  if (text.trim() !== '') return findInDoorList(list, text, offlineMax)
  const pressed = new Set(queued.map(({ userId }) => userId))
  return list.filter(({ userId }) => pressed.has(userId))
}

/**
 * The desk at the hall's door: type, Enter, next. What is typed stands in the address and the server answers, so that two
 * desks and a reload show the same. Enter never checks in a person of an older search: it searches first. While the portal
 * is silent, the desk searches what it holds and keeps what is pressed.
 */
export function DoorDesk(props: Props) {
  const { activityId, deskOf, activityPath, path, query, people, leaving, keptUntil, heading } = props
  const t = useTranslations('attendance.door')
  const input = useRef<HTMLInputElement>(null)
  const queue = useDeskQueue(activityId, deskOf)
  const list = useDoorList({ activityId, path, keptUntil })
  const { text, setText, search, isSearching } = useDoorSearch(path, query, queue)
  const door = useDoor(activityId, queue, () => takeNext(input.current))
  const { isOffline, queued } = queue
  // Without a connection the page may be an old one: when each press was made is for the portal to judge.
  const isOpen = props.isOpen || isOffline
  const isLeaving = leaving.isAsked && (leaving.hasBegun || isOffline)
  const isCurrent = isOffline || (text.trim() === query && !isSearching)
  const found = isOffline ? foundOffline(list, queued, text) : people
  const shown = found.map((person) => withQueued(person, queued))
  const isAsked = isOffline ? text.trim() !== '' : query !== ''
  const waiting = isOpen && isCurrent && isAsked ? shown.filter((person) => !hasCome(person)) : []
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
      <DeskStatus queue={queue} path={activityPath} door={list} />
      {!isOffline && <div aria-live="polite">{heading}</div>}
      <ul aria-busy={!isCurrent || undefined} className="divide-y rounded-md border bg-surface empty:hidden">
        {shown.map((person) => (
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
