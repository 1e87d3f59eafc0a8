import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Banner } from '@/components/layout/banner'
import { ClauseChip } from '@/components/layout/clause-chip'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import { DescriptionList } from '@/components/list/description-list'
import { StatTile } from '@/components/list/stat-tile'
import { plusDays } from '@/lib/core/clock'
import { formatDay, formatNumber } from '@/lib/text/format'
import type { BoardLine } from './alliance-board'
import { TargetMark, TrainingMark, YearStateBadge } from './standing-marks'

type Props = { line: BoardLine; year: number; mayAppointInsurer: boolean }

/** An alliance in one year at a glance. */
export function OverviewSections({ line, year, mayAppointInsurer }: Props) {
  const t = useTranslations('alliances')
  if (!line.year)
    return <EmptyState kind="nothing" title={t('years.notOpenedTitle', { year })} text={t('years.notOpenedText')} />
  return (
    <div className="flex flex-col gap-6">
      <GapBanner
        gaps={line.gaps}
        year={year}
        {...(mayAppointInsurer && { manageHref: `/portal/alliances/${line.slug}/insurer` })}
      />
      <Figures line={line} year={year} />
      <div className="grid gap-6 lg:grid-cols-2">
        <Settings line={line} settings={line.year} />
        <Standing line={line} />
      </div>
    </div>
  )
}

type Gap = BoardLine['gaps'][number]

/** Days of the year without an insurer: no uncovered day goes unnoticed. */
export function GapBanner({ gaps, year, manageHref }: { gaps: Gap[]; year: number; manageHref?: string }) {
  const t = useTranslations('alliances.overview')
  const locale = useLocale()
  const days = gaps.reduce((sum, gap) => sum + gap.days, 0)
  if (days === 0) return null
  return (
    <Banner tone="warning">
      <p className="font-bold">{t('gapTitle', { year, days })}</p>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.from}>
            {t('gapLine', {
              from: formatDay(locale, gap.from),
              to: formatDay(locale, plusDays(gap.to, -1)),
              days: gap.days,
            })}
          </li>
        ))}
      </ul>
      {manageHref && (
        <Link href={manageHref} prefetch={false} className="link">
          {t('manageInsurer')}
        </Link>
      )}
    </Banner>
  )
}

function Figures({ line, year }: { line: BoardLine; year: number }) {
  const t = useTranslations('alliances.overview')
  const locale = useLocale()
  const path = `/portal/alliances/${line.slug}`
  const held = `state=HELD&year=${year}`
  const { meetings, trainings, topicCount } = line
  const target = line.year?.meetingTarget ?? null
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <StatTile
        label={t('members')}
        value={formatNumber(line.members)}
        href={`${path}/members?asOf=${line.day}`}
        note={t('membersNote', { day: formatDay(locale, line.day) })}
      />
      <StatTile
        label={t('meetings')}
        value={target === null ? formatNumber(meetings.held) : `${meetings.held}/${target}`}
        href={`${path}/activities?kind=EXCHANGE_MEETING&${held}`}
        note={<TargetMark standing={meetings.standing} />}
        tone={meetings.standing === 'BEHIND' ? 'warning' : 'plain'}
      />
      <StatTile
        label={t('trainings')}
        value={`${trainings.held}/${line.year?.trainingMinimum ?? 1}`}
        href={`${path}/activities?kind=TRAINING&${held}`}
        note={<TrainingMark standing={trainings.standing} held={trainings.held} />}
        tone={trainings.standing.kind === 'MET' ? 'plain' : 'warning'}
      />
      <StatTile
        label={t('topics')}
        value={`${topicCount.done}/${topicCount.all}`}
        href={`${path}/topics?year=${year}`}
        note={topicCount.stale > 0 ? <StaleNote count={topicCount.stale} /> : null}
        tone={topicCount.stale > 0 ? 'warning' : 'plain'}
      />
    </div>
  )
}

function StaleNote({ count }: { count: number }) {
  const t = useTranslations('alliances.board')
  return <span className="text-warning">{t('stale', { count })}</span>
}

function Settings({ line, settings }: { line: BoardLine; settings: NonNullable<BoardLine['year']> }) {
  const t = useTranslations('alliances.overview')
  const { meetingTarget, trainingMinimum, note } = settings
  return (
    <Section title={t('settings')}>
      <DescriptionList
        columns={1}
        entries={[
          { label: t('state'), value: <YearStateBadge state={line.year?.state ?? null} /> },
          {
            label: t('meetingTarget'),
            value: (
              <span className="flex flex-wrap items-center gap-2">
                {meetingTarget === null ? t('meetingTargetUnset') : t('meetingTargetValue', { count: meetingTarget })}
                <ClauseChip clause="3-2" />
              </span>
            ),
          },
          {
            label: t('trainingMinimum'),
            value: (
              <span className="flex flex-wrap items-center gap-2">
                {t('trainingMinimumValue', { count: trainingMinimum })}
                <ClauseChip clause="3-3" />
              </span>
            ),
          },
          { label: t('note'), value: note && <p className="whitespace-pre-line">{note}</p> },
        ]}
      />
    </Section>
  )
}

function Standing({ line }: { line: BoardLine }) {
  const t = useTranslations('alliances.overview')
  const path = `/portal/alliances/${line.slug}`
  const link = (part: string, text: string | null | undefined) =>
    text && (
      <Link href={`${path}/${part}`} prefetch={false} className="link">
        {text}
      </Link>
    )
  return (
    <Section
      title={t('standing')}
      actions={
        <>
          <ClauseChip clause="3-1" />
          <ClauseChip clause="4-1" />
        </>
      }
    >
      <DescriptionList
        columns={1}
        entries={[
          { label: t('lead'), value: link('lead', line.lead?.name) ?? t('none') },
          { label: t('insurer'), value: link('insurer', line.insurer?.name) ?? t('none') },
          { label: t('coordinator'), value: line.insurer?.coordinator ?? t('none') },
          { label: t('deputy'), value: line.insurer?.deputy ?? t('none') },
        ]}
      />
    </Section>
  )
}
