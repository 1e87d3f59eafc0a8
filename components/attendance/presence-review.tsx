import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import type { Review, ReviewLine } from '@/lib/attendance/review-queries'
import { formatRange, formatStamp, formatTime } from '@/lib/text/format'
import { PresenceRuleForm, StartSpotCheckForm } from './presence-forms'

type Rights = { setRule: boolean; startSpotCheck: boolean; judge: boolean }

type Props = { review: Review; can: Rights; at: Date }

/** How presence is measured, the spot checks, and what a person should look at: signs, never judgements. */
export async function PresenceReview({ review, can, at }: Props) {
  const [t, list, locale] = await Promise.all([
    getTranslations('attendance.review'),
    getTranslations('attendance.list'),
    getLocale(),
  ])
  const { activity, open, decided } = review
  const path = `/portal/activities/${activity.id}`
  const lines = { path: `${path}/check-in`, canJudge: can.judge }
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[
          { href: path, label: activity.title },
          { href: `${path}/check-in`, label: list('title') },
        ]}
        note={formatRange(locale, activity.startsAt, activity.endsAt)}
      />
      <Section title={`${t('open')}（${open.length}）`}>
        <p className="max-w-3xl text-muted">{t('openText')}</p>
        {open.length === 0 ? <p>{t('none')}</p> : <Lines {...lines} lines={open} />}
      </Section>
      {decided.length > 0 && (
        <Section title={t('decided')}>
          <Lines {...lines} lines={decided} />
        </Section>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Rule activity={activity} canSet={can.setRule} />
        <SpotChecks review={review} canStart={can.startSpotCheck} at={at} />
      </div>
    </>
  )
}

async function Rule({ activity, canSet }: { activity: Review['activity']; canSet: boolean }) {
  const t = await getTranslations('attendance.rule')
  const { id, checksOut, presenceShareMin } = activity
  return (
    <Section title={t('title')}>
      <p className="text-muted">{t('text')}</p>
      {canSet ? (
        <Words of={['attendance']}>
          <PresenceRuleForm activityId={id} checksOut={checksOut} presenceShareMin={presenceShareMin} />
        </Words>
      ) : (
        <p>
          {t(checksOut ? 'withCheckOut' : 'withoutCheckOut')} · {t('shareOf', { share: presenceShareMin })}
        </p>
      )}
    </Section>
  )
}

async function SpotChecks({ review, canStart, at }: { review: Review; canStart: boolean; at: Date }) {
  const t = await getTranslations('attendance.spot')
  const { spotChecks, id } = review.activity
  const isRunning = spotChecks.some(({ endsAt }) => endsAt > at)
  return (
    <Section title={t('title')}>
      <p className="text-muted">{t('text')}</p>
      <ul className="divide-y rounded-md border bg-surface empty:hidden">
        {spotChecks.map((spot) => (
          <li key={spot.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
            <span>
              {formatStamp(spot.startsAt)}–{formatTime(spot.endsAt)}
            </span>
            <span>{t('answered', { answered: spot.answers.length, present: review.present })}</span>
            {spot.endsAt > at && <Badge tone="primary">{t('running')}</Badge>}
          </li>
        ))}
      </ul>
      {canStart && !isRunning && (
        <Words of={['attendance']}>
          <StartSpotCheckForm activityId={id} />
        </Words>
      )}
      {!canStart && spotChecks.length === 0 && <p>{t('none')}</p>}
    </Section>
  )
}

type LinesProps = { lines: ReviewLine[]; path: string; canJudge: boolean }

async function Lines({ lines, path, canJudge }: LinesProps) {
  const t = await getTranslations('attendance')
  return (
    <ul className="divide-y rounded-md border bg-surface">
      {lines.map((line) => (
        <li key={line.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-bold">{line.user.name}</span>
              <span>{line.enterprise?.name ?? t('list.noEnterprise')}</span>
            </p>
            <p className="flex flex-wrap gap-x-3 text-muted">
              <span>{t('review.came', { time: formatTime(line.checkedInAt) })}</span>
              {line.checkedOutAt && <span>{t('list.leftAt', { time: formatTime(line.checkedOutAt) })}</span>}
              {line.percent !== null && <span>{t('list.stayed', { percent: line.percent })}</span>}
              {line.verdict !== null && line.reason && <span>{t('history.reason', { reason: line.reason })}</span>}
            </p>
            <Signs line={line} />
          </div>
          <Badge tone={line.counts ? 'success' : 'warning'}>
            {t(line.counts ? 'list.countsYes' : 'list.countsNo')}
          </Badge>
          {canJudge && (
            <ButtonLink href={`${path}/${line.id}`} size="small" aria-label={`${t('review.judge')} ${line.user.name}`}>
              {t('review.judge')}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  )
}

async function Signs({ line: { signs } }: { line: ReviewLine }) {
  const t = await getTranslations('attendance.sign')
  return (
    <p className="flex flex-wrap gap-x-3 text-warning empty:hidden">
      {signs.map((sign) => {
        const { kind, ...values } = sign
        return <span key={kind}>{t(kind, values)}</span>
      })}
    </p>
  )
}
