import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import type { ActivityDetail } from '@/lib/activities/queries'
import { formatInstant, formatRange, formatTime } from '@/lib/text/format'

/**
 * The invitation as clean text for a chat: no link of anybody, only the page that asks for signing in. One press selects
 * it whole.
 */
export async function InvitationText({ activity, address }: { activity: ActivityDetail; address: string }) {
  const [t, activities, locale] = await Promise.all([
    getTranslations('invitations.text'),
    getTranslations('activities'),
    getLocale(),
  ])
  const { title, kind, mode, place, startsAt, endsAt, registrationClosesAt, agenda, alliances } = activity
  const names = alliances.map(({ alliance }) => (locale === 'en' ? alliance.nameEn : alliance.name))
  const lines = [
    t('head', { kind: activities(`kind.${kind}`), title }),
    t('for', { alliances: names.join(t('and')) }),
    t('when', { when: formatRange(locale, startsAt, endsAt) }),
    ...(mode === 'ONLINE' ? [] : [t('where', { place })]),
    ...(mode === 'ON_SITE' ? [] : [t('online')]),
    t('until', { at: formatInstant(locale, registrationClosesAt ?? startsAt) }),
    ...(agenda.length > 0 ? [t('agenda')] : []),
    ...agenda.map((line) => agendaLine(line, t)),
    t('answer', { address }),
  ]
  return (
    <Section title={t('title')}>
      <p className="mb-2 text-sm text-muted">{t('note')}</p>
      <p className="rounded-md border bg-surface p-4 text-sm break-words whitespace-pre-line select-all">
        {lines.join('\n')}
      </p>
    </Section>
  )
}

type Line = ActivityDetail['agenda'][number]

function agendaLine({ startsAt, title, speaker }: Line, t: (key: 'speaker', values: { speaker: string }) => string) {
  const time = startsAt ? `${formatTime(startsAt)} ` : ''
  return `· ${time}${title}${speaker && t('speaker', { speaker })}`
}
