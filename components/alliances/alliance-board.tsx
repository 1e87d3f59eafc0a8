import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { type ReactNode } from 'react'
import { EmptyState } from '@/components/layout/empty-state'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Heads, Table } from '@/components/ui/table'
import type { AllianceOverview } from '@/lib/alliances/year-queries'
import { formatNumber } from '@/lib/text/format'
import { TargetMark, TrainingMark, YearStateBadge } from './standing-marks'

export type BoardLine = AllianceOverview & { title: string; topicCount: { done: number; all: number; stale: number } }

type Props = { lines: BoardLine[]; year: number; isOwnOnly: boolean }

/** The alliances of a year under each other, each figure a way to its list. */
export function AllianceBoard({ lines, year, isOwnOnly }: Props) {
  const t = useTranslations('alliances.board')
  if (lines.length === 0)
    return (
      <EmptyState
        kind="nothing"
        title={t('empty')}
        text={t('emptyText')}
        action={<ButtonLink href="/alliances">{t('publicList')}</ButtonLink>}
      />
    )
  const heads = [
    t('alliance'),
    t('state'),
    t('lead'),
    t('insurer'),
    isOwnOnly ? t('ownMembers') : t('members'),
    t('meetings'),
    t('trainings'),
    t('topics'),
  ]
  return (
    <Table label={t('label', { year })} isCards>
      <Heads heads={heads} />
      <tbody>
        {lines.map((line) => (
          <BoardRow key={line.id} line={line} year={year} heads={heads} />
        ))}
      </tbody>
    </Table>
  )
}

function BoardRow({ line, year, heads }: { line: BoardLine; year: number; heads: string[] }) {
  const t = useTranslations('alliances.board')
  const path = `/portal/alliances/${line.slug}`
  const ofYear = `year=${year}`
  const cells = [
    <InsurerCell key="insurer" line={line} href={`${path}/insurer`} />,
    <Figure key="members" href={`${path}/members?asOf=${line.day}`}>
      {formatNumber(line.members)}
    </Figure>,
    <MeetingCell key="meetings" line={line} href={`${path}/activities?kind=EXCHANGE_MEETING&state=HELD&${ofYear}`} />,
    <Figure key="trainings" href={`${path}/activities?kind=TRAINING&state=HELD&${ofYear}`}>
      {line.year ? <TrainingMark standing={line.trainings.standing} held={line.trainings.held} /> : '—'}
    </Figure>,
    <TopicCell key="topics" line={line} href={`${path}/topics?${ofYear}`} />,
  ]
  return (
    <tr>
      <td className="t">
        <Figure href={`${path}?${ofYear}`}>
          <AllianceBadge alliance={line} name={line.title} />
        </Figure>
      </td>
      <td>
        <YearStateBadge state={line.year?.state ?? null} />
      </td>
      <td>
        <span className="k">{heads[2]}</span>
        <Figure href={`${path}/lead`}>{line.lead?.name ?? <Badge tone="warning">{t('noLead')}</Badge>}</Figure>
      </td>
      {cells.map((cell, index) => (
        <td key={cell.key}>
          <span className="k">{heads[index + 3]}</span>
          {cell}
        </td>
      ))}
    </tr>
  )
}

const Figure = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} prefetch={false}>
    {children}
  </Link>
)

function InsurerCell({ line, href }: { line: BoardLine; href: string }) {
  const t = useTranslations('alliances.board')
  const days = line.gaps.reduce((sum, gap) => sum + gap.days, 0)
  return (
    <span className="inline-flex flex-col items-start">
      <Figure href={href}>
        {line.insurer ? (
          `${line.insurer.shortName} · ${line.insurer.coordinator}`
        ) : (
          <Badge tone="warning">{t('noInsurer')}</Badge>
        )}
      </Figure>
      {line.insurer && !line.insurer.deputy && <span className="text-xs text-muted">{t('noDeputy')}</span>}
      {days > 0 && (
        <Link href={href} prefetch={false}>
          <Badge tone="warning">{t('gap', { days })}</Badge>
        </Link>
      )}
    </span>
  )
}

function MeetingCell({ line, href }: { line: BoardLine; href: string }) {
  const t = useTranslations('alliances.board')
  const { held, standing } = line.meetings
  const target = line.year?.meetingTarget ?? null
  return (
    <span className="inline-flex items-center gap-1.5">
      <Figure href={href}>{target === null ? t('heldWithoutTarget', { held }) : t('held', { held, target })}</Figure>
      <TargetMark standing={standing} />
    </span>
  )
}

function TopicCell({ line, href }: { line: BoardLine; href: string }) {
  const t = useTranslations('alliances.board')
  const { done, all, stale } = line.topicCount
  return (
    <span className="inline-flex items-center gap-1.5">
      <Figure href={href}>{all === 0 ? '0' : t('topicsDone', { done, all })}</Figure>
      {stale > 0 && <Badge tone="warning">{t('stale', { count: stale })}</Badge>}
    </span>
  )
}
