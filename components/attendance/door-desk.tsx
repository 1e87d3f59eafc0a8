'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/form/field-frame'
import type { DoorPerson } from '@/lib/attendance/door-queries'
import { findInDoorList } from '@/lib/attendance/door-rules'
import { DeskStatus } from './desk-status'
import type { Queued } from './desk-store'
import { DoorRow } from './door-row'
import { useDeskQueue } from './use-desk-queue'
import { useDoor } from './use-door'
import { useDoorSearch } from './use-door-search'
import { useDoorList } from './use-door-list'

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
  isLeaving: boolean
  /** What the list is, or why it is empty. */
  heading: ReactNode
}

const offlineMax = 20

/**
 * The desk at the hall's door: type, Enter, next. What is typed stands in the address and the server answers, so that two
 * desks and a reload show the same. Enter never checks in a person of an older search: it searches first. While the portal
 * is silent, the desk searches what it holds and keeps what is pressed.
 */
export function DoorDesk({ activityId, deskOf, activityPath, path, query, people, isOpen, isLeaving, heading }: Props) {
  const t = useTranslations('attendance.door')
  const input = useRef<HTMLInputElement>(null)
  const queue = useDeskQueue(activityId, deskOf)
  const list = useDoorList(activityId)
  const { text, setText, search, isSearching } = useDoorSearch(path, query, queue)
  const door = useDoor(activityId, queue, () => takeNext(input.current))
  const { isOffline, queued } = queue
  const isCurrent = isOffline || (text.trim() === query && !isSearching)
  const found = isOffline ? findInDoorList(list, text, offlineMax) : people
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
      <DeskStatus queue={queue} path={activityPath} hasList={list.length > 0} />
      {!isOffline && <div aria-live="polite">{heading}</div>}
      <ul aria-busy={!isCurrent || undefined} className="divide-y rounded-md border bg-surface empty:hidden">
        {shown.map((person) => (
          <DoorRow
            key={person.userId}
            person={person}
            door={door}
            isOpen={isOpen}
            isLeaving={isLeaving && !isOffline}
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

/** A press that the portal has not heard of is shown where it will stand. */
function withQueued(person: DoorPerson, queued: readonly Queued[]): DoorPerson {
  const own = queued.filter(({ userId }) => userId === person.userId)
  if (own.length === 0) return person
  const pressOf = (enterpriseId: string | null) =>
    own.find(({ enterpriseIds }) => enterpriseIds.length === 0 || enterpriseIds.includes(enterpriseId ?? ''))
  const lines = person.lines.map((line) => {
    const press = line.checkedInAt === null ? pressOf(line.enterpriseId) : undefined
    return press ? { ...line, checkedInAt: press.pressedAt, isQueued: true, canUndo: true } : line
  })
  return { ...person, lines }
}

const hasCome = ({ lines }: DoorPerson): boolean => lines.every(({ checkedInAt }) => checkedInAt !== null)
