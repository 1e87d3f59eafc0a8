'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { DoorLine, DoorPerson } from '@/lib/attendance/door-queries'
import { formatTime } from '@/lib/text/format'
import { openLines, type Door } from './use-door'

type Props = {
  person: DoorPerson
  door: Door
  isOpen: boolean
  /** The activity has begun and people check out of it. */
  isLeaving: boolean
  isMarked: boolean
}

const tones = { PLACED: 'success', WAITING: 'warning', ON_LEAVE: 'neutral', WALK_IN: 'neutral' } as const

/** One person at the door: who they are, for whom they came, and one big button. */
export function DoorRow({ person, door, isOpen, isLeaving, isMarked }: Props) {
  const t = useTranslations('attendance')
  const open = openLines(person)
  const came = person.lines.filter(({ checkedInAt }) => checkedInAt !== null)
  const isBusy = door.busy === person.userId
  return (
    <li
      aria-current={isMarked || undefined}
      className="flex flex-col gap-x-6 gap-y-2 border-l-4 border-l-transparent px-3 py-3 aria-[current]:border-l-primary aria-[current]:bg-primary-soft sm:flex-row sm:items-center sm:px-4"
    >
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="text-base font-bold">{person.name}</span>
          <Badge tone={tones[person.standing]}>{t(`standing.${person.standing}`)}</Badge>
        </p>
        {came.map((line) => (
          <LineFacts key={line.enterpriseId} line={line} />
        ))}
        {open.length === 1 && open.map((line) => <LineFacts key={line.enterpriseId} line={line} />)}
        {open.length > 1 && <EnterpriseChoice person={person} lines={open} door={door} />}
      </div>
      <div className="flex shrink-0 items-center gap-2">
        {person.lines.some(({ canUndo }) => canUndo) && (
          <Button
            onClick={() => door.undo(person)}
            isPending={isBusy}
            aria-label={`${t('door.undo')} ${person.name}`}
            className="min-h-11 max-sm:flex-1"
          >
            {t('door.undo')}
          </Button>
        )}
        {isOpen && isLeaving && came.some(({ checkedOutAt }) => checkedOutAt === null) && (
          <Button
            onClick={() => door.checkOut(person)}
            isPending={isBusy}
            aria-label={`${t('door.checkOut')} ${person.name}`}
            className="min-h-11 min-w-28 text-base max-sm:flex-1"
          >
            {t('door.checkOut')}
          </Button>
        )}
        {isOpen && open.length > 0 && <CheckInButton person={person} door={door} isBusy={isBusy} />}
      </div>
    </li>
  )
}

function CheckInButton({ person, door, isBusy }: { person: DoorPerson; door: Door; isBusy: boolean }) {
  const t = useTranslations('attendance.door')
  const open = openLines(person)
  const count = door.chosenOf(person).length
  const mustChoose = open.length > 1 && count === 0
  const label = open.length > 1 && count > 0 ? t('checkInAll', { count }) : t('checkIn')
  return (
    <Button
      variant="primary"
      onClick={() => door.checkIn(person)}
      isPending={isBusy}
      isDisabled={mustChoose}
      aria-label={`${mustChoose ? t('choose') : label} ${person.name}`}
      className="min-h-11 min-w-28 text-base max-sm:flex-1"
    >
      {mustChoose ? t('choose') : label}
    </Button>
  )
}

/** An enterprise, how the person stands to it, and when they were checked in for it. */
function LineFacts({ line }: { line: DoorLine }) {
  const t = useTranslations('attendance')
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-muted">
      <span className="text-ink">{line.enterprise ?? t('door.nobody')}</span>
      {line.enterprise && <LineNotes line={line} />}
      {line.checkedInAt && (
        <span className="inline-flex items-center gap-1 font-bold text-success">
          <Check aria-hidden className="size-4" />
          {t(line.queued === 'CHECK_IN' ? 'desk.queued.CHECK_IN' : 'door.at', { time: formatTime(line.checkedInAt) })}
          {line.method && <span className="font-normal text-muted">{t(`method.${line.method}`)}</span>}
        </span>
      )}
      {line.checkedOutAt && (
        <span>
          {t(line.queued === 'CHECK_OUT' ? 'desk.queued.CHECK_OUT' : 'door.leftAt', {
            time: formatTime(line.checkedOutAt),
          })}
        </span>
      )}
      {line.queued === 'UNDO' && <span className="text-warning">{t('desk.queued.UNDO')}</span>}
    </p>
  )
}

function LineNotes({ line }: { line: DoorLine }) {
  const t = useTranslations('attendance')
  return (
    <>
      <span className={line.mandateKind ? undefined : 'text-warning'}>
        {t(`mandate.${line.mandateKind ?? 'NONE'}`)}
      </span>
      {!line.isInAudience && <span className="text-warning">{t('door.outside')}</span>}
    </>
  )
}

function EnterpriseChoice({ person, lines, door }: { person: DoorPerson; lines: DoorLine[]; door: Door }) {
  const t = useTranslations('attendance.door')
  const chosen = door.chosenOf(person)
  const toggle = (id: string) =>
    door.choose(person, chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <fieldset className="flex flex-col">
      <legend className="text-muted">{t('which', { name: person.name })}</legend>
      {lines.map((line) => {
        const id = line.enterpriseId ?? ''
        return (
          <label key={id} className="flex min-h-8 flex-wrap items-center gap-x-2 pointer-coarse:min-h-(--target)">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
              className="size-4 accent-primary pointer-coarse:size-5"
            />
            {line.enterprise}
            <span className="text-muted">
              <LineNotes line={line} />
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
