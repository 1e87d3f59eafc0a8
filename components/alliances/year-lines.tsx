import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { LabelledTd, NumberTh, Table, Th } from '@/components/ui/table'
import type { YearLine } from '@/lib/alliances/year-queries'
import { formatNumber } from '@/lib/text/format'
import { TrainingMark, YearStateBadge } from './standing-marks'

/** The years of an alliance under each other, every figure a way to its list. */
export function YearLines({ lines, path }: { lines: YearLine[]; path: string }) {
  const t = useTranslations('alliances.history')
  return (
    <Table label={t('years')} isCards>
      <thead>
        <tr>
          <Th>{t('year')}</Th>
          <Th>{t('state')}</Th>
          <NumberTh>{t('members')}</NumberTh>
          <NumberTh>{t('meetings')}</NumberTh>
          <Th>{t('trainings')}</Th>
          <NumberTh>{t('topics')}</NumberTh>
          <Th>{t('move')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} path={path} />
        ))}
      </tbody>
    </Table>
  )
}

function Line({ line, path }: { line: YearLine; path: string }) {
  const t = useTranslations('alliances.history')
  const { year, meetings, trainings, topics } = line
  const held = `state=HELD&year=${year}`
  return (
    <tr>
      <td className="t">
        <Link href={`${path}?year=${year}`} prefetch={false}>
          {year}
        </Link>
      </td>
      <td>
        <YearStateBadge state={line.state} />
      </td>
      <LabelledTd label={t('members')} className="n">
        <Link href={`${path}/members?asOf=${line.day}`} prefetch={false}>
          {formatNumber(line.members)}
        </Link>
      </LabelledTd>
      <LabelledTd label={t('meetings')} className="n">
        <Link href={`${path}/activities?kind=EXCHANGE_MEETING&${held}`} prefetch={false}>
          {meetings.target === null ? meetings.held : `${meetings.held}/${meetings.target}`}
        </Link>
      </LabelledTd>
      <LabelledTd label={t('trainings')}>
        <Link href={`${path}/activities?kind=TRAINING&${held}`} prefetch={false}>
          <TrainingMark standing={trainings.standing} held={trainings.held} />
        </Link>
      </LabelledTd>
      <LabelledTd label={t('topics')} className="n">
        <Link href={`${path}/topics?year=${year}`} prefetch={false}>
          {`${topics.done}/${topics.all}`}
        </Link>
      </LabelledTd>
      <td>
        <Link href={`${path}/history?year=${year}#moves`} prefetch={false}>
          {t('seeMoves')}
        </Link>
      </td>
    </tr>
  )
}
