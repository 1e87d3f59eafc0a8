import { useTranslations } from 'next-intl'
import { useRef, useState, useTransition } from 'react'
import { answerOf, useFailureWords } from '@/components/form/failure'
import { showToast } from '@/components/ui/toast'
import { checkInAtDoor, undoCheckIn } from '@/lib/attendance/actions'
import { checkOutAtDoor } from '@/lib/attendance/presence-actions'
import type { DoorPerson } from '@/lib/attendance/door-queries'
import { success, type Failure, type Result } from '@/lib/core/result'
import type { Queued } from './desk-store'
import type { DeskQueue } from './use-desk-queue'

export type Door = {
  /** For whom each person came, where there is a choice; by default those that expected them. */
  chosenOf: (person: DoorPerson) => string[]
  choose: (person: DoorPerson, enterpriseIds: string[]) => void
  checkIn: (person: DoorPerson) => void
  undo: (person: DoorPerson) => void
  checkOut: (person: DoorPerson) => void
  /** Whose press is on its way. */
  busy: string | null
}

const idsOf = (lines: DoorPerson['lines']): string[] => lines.flatMap(({ enterpriseId }) => enterpriseId ?? [])

/** Enterprises that a press would record: not those that are recorded already. */
export const openLines = ({ lines }: DoorPerson) => lines.filter(({ checkedInAt }) => checkedInAt === null)

/** What the desk does: one press at a time for each person, and everything that was done can be taken back. */
export function useDoor(activityId: string, queue: DeskQueue, afterwards: () => void): Door {
  const t = useTranslations('attendance.door')
  const words = useFailureWords()
  const [chosen, setChosen] = useState<Record<string, string[]>>({})
  const [, startTransition] = useTransition()
  const [busy, setBusy] = useState<string | null>(null)
  const isBusy = useRef(false)

  const sentenceOf = (answer: Failure): string => {
    const [field] = Object.values(answer.fields)
    return field ? words.ofField(field, answer.params) : words.ofRefusal(answer)
  }

  const chosenOf = (person: DoorPerson): string[] => {
    const open = openLines(person)
    const kept = chosen[person.userId]?.filter((id) => open.some(({ enterpriseId }) => enterpriseId === id))
    if (kept) return kept
    const expected = open.filter(({ registered }) => registered === 'PLACED')
    return idsOf(open.length === 1 ? open : expected)
  }

  function press<Data>({ userId }: DoorPerson, call: () => Promise<Result<Data>>, done: (data: Data) => void) {
    if (isBusy.current) return
    isBusy.current = true
    setBusy(userId)
    startTransition(async () => {
      const answer = await answerOf(call)
      isBusy.current = false
      setBusy(null)
      if (answer.ok) done(answer.data)
      else showToast({ text: sentenceOf(answer), tone: 'danger' })
      afterwards()
    })
  }

  const takeBack = (person: DoorPerson, enterpriseIds: string[]) =>
    press(
      person,
      () => undoCheckIn({ activityId, userId: person.userId, enterpriseIds }),
      () => showToast({ text: t('undone', { name: person.name }), tone: 'success' }),
    )

  const keep = (person: DoorPerson, pressed: Pick<Queued, 'key' | 'enterpriseIds' | 'pressedAt'>) => {
    const meant = person.lines.filter(({ enterpriseId }) => pressed.enterpriseIds.includes(enterpriseId ?? ''))
    const enterprises = meant.map(({ enterprise }) => enterprise).join('、')
    queue.add({ ...pressed, userId: person.userId, name: person.name, enterprises })
    setChosen(({ [person.userId]: _, ...rest }) => rest)
    afterwards()
  }

  return {
    busy,
    chosenOf,
    choose: (person, enterpriseIds) => setChosen((before) => ({ ...before, [person.userId]: enterpriseIds })),
    checkIn: (person) => {
      const enterpriseIds = chosenOf(person)
      const key = crypto.randomUUID()
      const pressedAt = Date.now()
      if (queue.isOffline) return keep(person, { key, enterpriseIds, pressedAt })
      press(
        person,
        async (): Promise<Result<{ newIds: string[] | null }>> => {
          const answer = await answerOf(() => checkInAtDoor({ activityId, userId: person.userId, enterpriseIds, key }))
          if (answer.ok || answer.code !== 'NO_CONNECTION') return answer
          // Whether it arrived or not: by its key it is the same press when it is sent again.
          queue.noteSilence()
          keep(person, { key, enterpriseIds, pressedAt })
          return success({ newIds: null })
        },
        ({ newIds }) => {
          setChosen(({ [person.userId]: _, ...rest }) => rest)
          if (!newIds) return
          const isNew = newIds.length > 0
          showToast({
            text: t(isNew ? 'done' : 'before', { name: person.name }),
            tone: 'success',
            ...(isNew && { undo: { label: t('undo'), run: () => takeBack(person, enterpriseIds) } }),
          })
        },
      )
    },
    checkOut: (person) =>
      press(
        person,
        () => checkOutAtDoor({ activityId, userId: person.userId }),
        () => showToast({ text: t('left', { name: person.name }), tone: 'success' }),
      ),
    undo: (person) => {
      if (queue.takeBack(person.userId)) return showToast({ text: t('undone', { name: person.name }), tone: 'success' })
      takeBack(person, idsOf(person.lines.filter(({ canUndo }) => canUndo)))
    },
  }
}
