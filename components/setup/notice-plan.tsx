import { getLocale, getTranslations } from 'next-intl/server'
import { DescriptionList } from '@/components/list/description-list'
import type { AudienceCount } from '@/lib/audiences/queries'
import { formatInstant, formatNumber } from '@/lib/text/format'

type Props = { activityId: string; count: AudienceCount; reminders: { due: Date; isOver: boolean }[] }

/** Who is told when it is published, and when people are reminded. */
export async function NoticePlan({ activityId, count, reminders }: Props) {
  const [t, audiences, locale] = await Promise.all([
    getTranslations('setup.notices'),
    getTranslations('audiences'),
    getLocale(),
  ])
  const people = audiences('count', {
    people: formatNumber(count.people),
    enterprises: formatNumber(count.enterprises),
  })
  const when = (
    <>
      <ul>
        {reminders.map(({ due, isOver }) => (
          <li key={due.toISOString()} className={isOver ? 'text-muted' : ''}>
            {t('reminder', { at: formatInstant(locale, due) })}
            {isOver && t('over')}
          </li>
        ))}
      </ul>
      <p className="text-muted">{t('whenText')}</p>
    </>
  )
  const file = (
    <a href={`/api/activities/${activityId}/notice.docx`} download className="link">
      {t('file')}
    </a>
  )
  return (
    <DescriptionList
      columns={1}
      entries={[
        { label: t('who'), value: t('whoText', { count: people }) },
        { label: t('when'), value: when },
        { label: t('file'), value: file },
      ]}
    />
  )
}
