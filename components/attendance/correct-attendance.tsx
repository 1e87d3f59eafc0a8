import { getLocale, getTranslations } from 'next-intl/server'
import { Banner } from '@/components/layout/banner'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { DescriptionList } from '@/components/list/description-list'
import type { Corrected, HistoryLine } from '@/lib/attendance/correction-queries'
import type { Standing } from '@/lib/attendance/rules'
import { toLocal } from '@/lib/core/clock'
import { formatInstant } from '@/lib/text/format'
import { CorrectAttendanceForm, JudgeAttendanceForm, StrikeAttendanceForm } from './correction-forms'
import { CorrectionHistory } from './correction-history'

type Props = { attendance: Corrected; standings: Standing[]; history: HistoryLine[] }

/** One attendance: as it is recorded, what can be put right, and what became of it. */
export async function CorrectAttendance({ attendance, standings, history }: Props) {
  const [t, judging, list, locale] = await Promise.all([
    getTranslations('attendance.correcting'),
    getTranslations('attendance.judging'),
    getTranslations('attendance.list'),
    getLocale(),
  ])
  const { activity, id, version } = attendance
  const path = `/portal/activities/${activity.id}`
  const enterprises = standings.map((standing) => ({ value: standing.enterpriseId, label: standing.enterprise }))
  return (
    <>
      <PageHeader
        title={`${t('title')}：${attendance.user.name}`}
        crumbs={[
          { href: path, label: activity.title },
          { href: `${path}/check-in`, label: list('title') },
        ]}
      />
      {attendance.undoneAt && (
        <Banner tone="warning">{t('isStruck', { at: formatInstant(locale, attendance.undoneAt) })}</Banner>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          <Section title={t('facts')}>
            <Recorded attendance={attendance} />
          </Section>
          <CorrectionHistory history={history} />
        </div>
        {!attendance.undoneAt && (
          <Words of={['attendance']}>
            <div className="flex flex-col gap-6">
              <Section title={judging('title')}>
                <p className="max-w-2xl text-muted">{judging('text', { share: activity.presenceShareMin })}</p>
                <JudgeAttendanceForm activityId={activity.id} id={id} version={version} />
              </Section>
              <Section title={t('title')}>
                <CorrectAttendanceForm
                  activityId={activity.id}
                  id={id}
                  version={version}
                  enterprises={enterprises}
                  enterpriseId={attendance.enterpriseId}
                  checkedInAt={toLocal(attendance.checkedInAt)}
                  checkedOutAt={attendance.checkedOutAt && toLocal(attendance.checkedOutAt)}
                  checksOut={activity.checksOut}
                />
              </Section>
              <Section title={t('strikeTitle')}>
                <p className="max-w-2xl text-muted">{t('strikeText')}</p>
                <StrikeAttendanceForm activityId={activity.id} id={id} version={version} />
              </Section>
            </div>
          </Words>
        )}
      </div>
    </>
  )
}

async function Recorded({ attendance }: { attendance: Corrected }) {
  const [t, locale] = await Promise.all([getTranslations('attendance'), getLocale()])
  return (
    <DescriptionList
      columns={1}
      entries={[
        { label: t('list.person'), value: attendance.user.name },
        { label: t('list.enterprise'), value: attendance.enterprise?.name ?? t('list.noEnterprise') },
        { label: t('list.time'), value: formatInstant(locale, attendance.checkedInAt) },
        ...(attendance.checkedOutAt
          ? [{ label: t('list.left'), value: formatInstant(locale, attendance.checkedOutAt) }]
          : []),
        ...(attendance.percent === null
          ? []
          : [{ label: t('list.present'), value: t('list.stayed', { percent: attendance.percent }) }]),
        { label: t('list.how'), value: t(`method.${attendance.method}`) },
        { label: t('list.mandate'), value: t(`mandate.${attendance.mandateKind ?? 'NONE'}`) },
        { label: t('list.counts'), value: t(attendance.counts ? 'list.countsYes' : 'list.countsNo') },
        ...(attendance.recordedBy ? [{ label: t('list.recordedBy'), value: attendance.recordedBy.name }] : []),
        ...(attendance.reason ? [{ label: t('list.remark'), value: attendance.reason }] : []),
      ]}
    />
  )
}
