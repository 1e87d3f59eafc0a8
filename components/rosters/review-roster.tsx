import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { Query } from '@/components/list/href'
import { Badge } from '@/components/ui/badge'
import type { DoorPerson } from '@/lib/attendance/door-queries'
import { confirmProposals, takeRosterLineUp } from '@/lib/rosters/actions'
import type { RosterLine, RosterView } from '@/lib/rosters/queries'
import { ChooseByHand } from './choose-by-hand'
import { LineFacts, LineRow } from './roster-line'

/** So many lines of each kind are on the page; the next ones come when these are decided. */
const shownMax = 200

type Found = { people: DoorPerson[]; hasMore: boolean }

type Props = { roster: RosterView; query: Query; q: string; found: Found; isTaking: boolean }

/** Whom the names of a list mean: proposals to be confirmed, others to be chosen, and what is decided. */
export async function ReviewRoster({ roster, query, q, found, isTaking }: Props) {
  const [t, list] = await Promise.all([getTranslations('rosters'), getTranslations('attendance.list')])
  const { activity, lines, unread } = roster
  const path = `/portal/activities/${activity.id}`
  const open = lines.filter(({ state }) => state === 'OPEN')
  const proposed = open.filter(({ proposal }) => proposal !== null)
  const others = open.filter(({ proposal }) => proposal === null)
  const aside = lines.filter(({ state }) => state === 'SET_ASIDE')
  const confirmed = lines.filter(({ state }) => state === 'CONFIRMED')
  return (
    <>
      <PageHeader
        title={roster.fileName}
        crumbs={[
          { href: path, label: activity.title },
          { href: `${path}/check-in`, label: list('title') },
          { href: `${path}/check-in/online`, label: t('title') },
        ]}
        note={t('note')}
      />
      <Words of={['rosters']}>
        {proposed.length > 0 && (
          <Proposals rosterId={roster.id} lines={proposed.slice(0, shownMax)} isTaking={isTaking} />
        )}
        {others.length > 0 && (
          <Section title={t('byHand', { count: others.length })}>
            <p className="max-w-3xl text-muted">{t('byHandText')}</p>
            <ChooseByHand
              path={`${path}/check-in/online/${roster.id}`}
              lines={others.slice(0, shownMax)}
              query={query}
              q={q}
              found={found}
              isTaking={isTaking}
            />
          </Section>
        )}
        {confirmed.length > 0 && <Confirmed lines={confirmed.slice(0, shownMax)} count={confirmed.length} />}
        {aside.length > 0 && <Aside lines={aside.slice(0, shownMax)} isTaking={isTaking} />}
      </Words>
      {unread.length > 0 && (
        <Section title={t('unread', { count: unread.length })}>
          <ul className="divide-y rounded-md border bg-surface">
            {unread.slice(0, 100).map(({ number, text }) => (
              <li key={number} className="px-4 py-1.5">
                {t('row', { number })} {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

type ProposalsProps = { rosterId: string; lines: RosterLine[]; isTaking: boolean }

async function Proposals({ rosterId, lines, isTaking }: ProposalsProps) {
  const t = await getTranslations('rosters')
  const proposals = lines.flatMap(({ id, proposal }) => (proposal ? [{ id, userId: proposal.userId }] : []))
  const count = proposals.length
  return (
    <Section
      title={t('proposed', { count })}
      actions={
        isTaking && (
          <ActionButton
            variant="primary"
            label={t('confirmAll', { count })}
            action={confirmProposals}
            input={{ rosterId, proposals }}
            confirm={{
              title: t('confirmAll', { count }),
              text: t('confirmAllText'),
              confirmLabel: t('confirmAll', { count }),
            }}
            say={t('confirmed')}
          />
        )
      }
    >
      <p className="max-w-3xl text-muted">{t('proposedText')}</p>
      <ul className="divide-y rounded-md border bg-surface">
        {lines.map((line) => (
          <LineRow key={line.id} line={line} isTaking={isTaking} />
        ))}
      </ul>
    </Section>
  )
}

async function Confirmed({ lines, count }: { lines: RosterLine[]; count: number }) {
  const t = await getTranslations('rosters')
  return (
    <Section title={t('done', { count })}>
      <ul className="divide-y rounded-md border bg-surface">
        {lines.map((line) => (
          <li key={line.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
            <LineFacts line={line} />
            <span>{line.user?.name}</span>
            <Badge tone="success">{t('state.CONFIRMED')}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function Aside({ lines, isTaking }: { lines: RosterLine[]; isTaking: boolean }) {
  const t = await getTranslations('rosters')
  return (
    <Section title={t('aside', { count: lines.length })}>
      <ul className="divide-y rounded-md border bg-surface">
        {lines.map((line) => (
          <li key={line.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
            <LineFacts line={line} />
            {isTaking && (
              <ActionButton size="small" label={t('takeUp')} action={takeRosterLineUp} input={{ id: line.id }} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
