import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ScheduleActivityForm } from '@/components/activities/activity-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { getCalendar } from '@/lib/settings/holiday-queries'
import { pageTitle } from '@/lib/text/page-title'
import { allianceChoices } from '../choices'

export const generateMetadata = pageTitle('activities.new.title')

export default async function NewActivityPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor('/portal/activities/new')
  const query = await searchParams
  const [t, locale] = await Promise.all([getTranslations('activities'), getLocale()])
  const { hosts } = await allianceChoices(actor, locale)
  const host = hosts.find(({ slug }) => slug === queryValue(query, 'alliance')) ?? hosts[0] ?? notFound()
  const defaults = {
    hostAllianceId: host.value,
    kind: 'EXCHANGE_MEETING' as const,
    title: '',
    description: '',
    capacity: null,
    registrationOpensAt: null,
    registrationClosesAt: null,
    allianceIds: [],
    agenda: [],
    startsAt: null,
    endsAt: null,
    mode: 'ON_SITE' as const,
    place: '',
    onlineUrl: '',
  }

  return (
    <>
      <PageHeader
        title={t('new.title')}
        note={t('new.note')}
        crumbs={[{ href: '/portal/activities', label: t('list.title') }]}
      />
      <Words of={['activities']}>
        <ScheduleActivityForm hosts={hosts} calendar={await getCalendar(actor.today)} defaults={defaults} />
      </Words>
    </>
  )
}
