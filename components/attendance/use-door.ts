import { useTranslations } from 'next-intl'
import { useRef, useState, useTransition } from 'react'
import { answerOf, useFailureWords } from '@/components/form/failure'
import { showToast } from '@/components/ui/toast'
import { checkInAtDoor, undoCheckIn } from '@/lib/attendance/actions'
import type { Queued } from '@/lib/attendance/desk-rules'
import type { DoorLine, DoorPerson } from '@/lib/attendance/door-queries'
import { checkOutAtDoor } from '@/lib/attendance/presence-actions'
import { success, type Failure, type Result } from '@/lib/core/result'
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

/** A press, with all that the desk must know of it when it is sent later. */
function pressFor(act: Queued['act'], { userId, name }: DoorPerson, meant: DoorLine[]): Queued {
  return {
    act,
    key: crypto.randomUUID(),
    userId,
    name,
    enterpriseIds: idsOf(meant),
    enterprises: meant.flatMap(({ enterprise }) => enterprise ?? []).join('、'),
    pressedAt: Date.now(),
    lines: meant.length,
    placed: meant.filter(({ registered }) => registered === 'PLACED').length,
  }
}

/** What the desk does: one press at a time for each person, and everything that was done can be taken back. */
export function useDoor(activityId: string, queue: DeskQueue, afterwards: () => void): Door {
  const t = useTranslations('attendance')
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

  const keep = (press: Queued) => {
    queue.add(press)
    setChosen(({ [press.userId]: _, ...rest }) => rest)
    afterwards()
  }

  /** Sends a press, or keeps it while the portal is silent; whether one arrived whose answer was lost its key will tell. */
  function send<Data>(press: Queued, call: () => Promise<Result<Data>>, done: (data: Data) => void) {
    if (queue.isOffline) return keep(press)
    if (isBusy.current) return
    isBusy.current = true
    setBusy(press.userId)
    startTransition(async () => {
      const answer = await answerOf(async (): Promise<Result<Data | null>> => {
        const answered = await answerOf(call)
        if (answered.ok || answered.code !== 'NO_CONNECTION') return answered
        queue.noteSilence()
        keep({ ...press, isSent: true })
        return success(null)
      })
      isBusy.current = false
      setBusy(null)
      if (!answer.ok) showToast({ text: sentenceOf(answer), tone: 'danger' })
      else if (answer.data !== null) done(answer.data)
      afterwards()
    })
  }

  const takeBack = (person: DoorPerson, meant: DoorLine[]) => {
    const press = pressFor('UNDO', person, meant)
    const { userId, enterpriseIds, key } = press
    send(
      press,
      () => undoCheckIn({ activityId, userId, enterpriseIds, key }),
      () => showToast({ text: t('door.undone', { name: person.name }), tone: 'success' }),
    )
  }

  return {
    busy,
    chosenOf,
    choose: (person, enterpriseIds) => setChosen((before) => ({ ...before, [person.userId]: enterpriseIds })),
    checkIn: (person) => {
      const open = openLines(person)
      const ids = chosenOf(person)
      const meant = ids.length === 0 ? open : open.filter(({ enterpriseId }) => ids.includes(enterpriseId ?? ''))
      const press = pressFor('CHECK_IN', person, meant)
      const { userId, enterpriseIds, key } = press
      send(
        press,
        () => checkInAtDoor({ activityId, userId, enterpriseIds, key }),
        ({ newIds }) => {
          setChosen(({ [person.userId]: _, ...rest }) => rest)
          const isNew = newIds.length > 0
          showToast({
            text: t(isNew ? 'door.done' : 'door.before', { name: person.name }),
            tone: 'success',
            ...(isNew && { undo: { label: t('door.undo'), run: () => takeBack(person, meant) } }),
          })
        },
      )
    },
    checkOut: (person) => {
      const came = person.lines.filter(({ checkedInAt }) => checkedInAt !== null)
      const press = pressFor('CHECK_OUT', person, came)
      send(
        press,
        () => checkOutAtDoor({ activityId, userId: person.userId, key: press.key }),
        () => showToast({ text: t('door.left', { name: person.name }), tone: 'success' }),
      )
    },
    undo: (person) => {
      const taken = queue.takeBack(person.userId)
      if (taken.length === 0)
        return takeBack(
          person,
          person.lines.filter(({ canUndo }) => canUndo),
        )
      for (const { act, isSent, key, enterpriseIds, enterprises } of taken)
        if (act === 'CHECK_IN' && isSent)
          queue.add({ ...pressFor('UNDO', person, []), enterpriseIds, enterprises, undoes: key })
      const isLeaving = taken.every(({ act }) => act === 'CHECK_OUT')
      showToast({ text: t(isLeaving ? 'desk.undoneLeaving' : 'door.undone', { name: person.name }), tone: 'success' })
    },
  }
}
