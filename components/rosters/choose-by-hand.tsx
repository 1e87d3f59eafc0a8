import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { FilterBar } from '@/components/list/filter-bar'
import { hrefWith, queryValue, type Query } from '@/components/list/href'
import { ButtonLink } from '@/components/ui/button'
import type { DoorPerson } from '@/lib/attendance/door-queries'
import { confirmRosterLine } from '@/lib/rosters/actions'
import type { Candidate, RosterLine } from '@/lib/rosters/queries'
import { LineFacts, SetAside } from './roster-line'

type Props = {
  path: string
  lines: RosterLine[]
  query: Query
  q: string
  found: { people: DoorPerson[]; hasMore: boolean }
  isTaking: boolean
}

type Choice = { userId: string; person: string; enterpriseId: string | null; enterprise: string | null }

const ofCandidate = ({ userId, name, standings }: Candidate): Choice[] =>
  standings.length > 0
    ? standings.map(({ enterpriseId, enterprise }) => ({ userId, person: name, enterpriseId, enterprise }))
    : [{ userId, person: name, enterpriseId: null, enterprise: null }]

const ofPerson = ({ userId, name, lines }: DoorPerson): Choice[] =>
  lines.map(({ enterpriseId, enterprise }) => ({ userId, person: name, enterpriseId, enterprise }))

/** Names that nobody has, or several: the line that is looked at is found by searching, as at the door. */
export async function ChooseByHand({ path, lines, query, q, found, isTaking }: Props) {
  const t = await getTranslations('rosters')
  const chosen = queryValue(query, 'line')
  return (
    <ul className="divide-y rounded-md border bg-surface">
      {lines.map((line) => (
        <li key={line.id} id={line.id} className="flex flex-col gap-2 px-4 py-2">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <LineFacts line={line} />
            <span className="text-warning">{t(line.candidates.length > 0 ? 'several' : 'nobody')}</span>
            {isTaking && (
              <span className="flex gap-2">
                <ButtonLink
                  size="small"
                  href={`${hrefWith(path, {}, { line: line.id, q: line.name })}#${line.id}`}
                  aria-label={`${t('choose')} ${line.name}`}
                >
                  {t('choose')}
                </ButtonLink>
                <SetAside line={line} />
              </span>
            )}
          </div>
          {isTaking && line.candidates.length > 0 && (
            <Choices line={line} choices={line.candidates.flatMap(ofCandidate)} />
          )}
          {isTaking && chosen === line.id && (
            <>
              <FilterBar
                path={path}
                query={query}
                fields={[{ name: 'q', type: 'text', label: t('search'), isWide: true }]}
                kept={['line']}
              />
              {q && found.people.length === 0 && <p className="text-muted">{t('notFound')}</p>}
              <Choices line={line} choices={found.people.flatMap(ofPerson)} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

async function Choices({ line, choices }: { line: RosterLine; choices: Choice[] }) {
  const t = await getTranslations('rosters')
  const door = await getTranslations('attendance.door')
  return (
    <ul className="flex flex-col gap-1 border-l-4 border-l-primary pl-3 empty:hidden">
      {choices.map(({ userId, person, enterpriseId, enterprise }) => (
        <li key={`${userId} ${enterpriseId}`} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-bold">{person}</span>
          <span className="min-w-0 flex-1">{enterprise ?? door('nobody')}</span>
          <ActionButton
            size="small"
            label={t('thisOne')}
            action={confirmRosterLine}
            input={{ id: line.id, userId, enterpriseIds: enterpriseId ? [enterpriseId] : [] }}
            say={t('confirmed')}
          />
        </li>
      ))}
    </ul>
  )
}
