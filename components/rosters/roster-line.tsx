import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { confirmRosterLine, setRosterLineAside } from '@/lib/rosters/actions'
import type { RosterLine } from '@/lib/rosters/queries'
import { formatTime } from '@/lib/text/format'

/** What the list says of a person. */
export async function LineFacts({ line }: { line: RosterLine }) {
  const t = await getTranslations('rosters')
  return (
    <div className="flex min-w-0 flex-1 basis-60 flex-wrap gap-x-3">
      <span className="font-bold">{line.name}</span>
      <span className="text-muted">
        {formatTime(line.joinedAt)}–{formatTime(line.leftAt)} · {t('minutes', { minutes: line.minutes })}
        {line.sittings > 1 && ` · ${t('sittings', { count: line.sittings })}`}
      </span>
    </div>
  )
}

/** A line whose name one person has who stands for one enterprise: to be confirmed, or set aside. */
export async function LineRow({ line, isTaking }: { line: RosterLine; isTaking: boolean }) {
  const t = await getTranslations('rosters')
  const { proposal } = line
  const enterpriseIds = proposal?.standings.map(({ enterpriseId }) => enterpriseId) ?? []
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
      <LineFacts line={line} />
      <span className="min-w-0 flex-1 basis-60">
        {proposal?.standings.map(({ enterprise }) => enterprise).join('、')}
      </span>
      {isTaking && proposal && (
        <span className="flex gap-2">
          <ActionButton
            size="small"
            label={t('confirm')}
            action={confirmRosterLine}
            input={{ id: line.id, userId: proposal.userId, enterpriseIds }}
            say={t('confirmed')}
          />
          <SetAside line={line} />
        </span>
      )}
    </li>
  )
}

export async function SetAside({ line }: { line: RosterLine }) {
  const t = await getTranslations('rosters')
  return (
    <ActionButton
      size="small"
      variant="quiet"
      label={t('setAside')}
      action={setRosterLineAside}
      input={{ id: line.id }}
      say={t('wasSetAside')}
    />
  )
}
