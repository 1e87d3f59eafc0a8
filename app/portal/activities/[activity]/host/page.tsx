import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { AskHost } from '@/components/hosts/ask-host'
import { HostRequests } from '@/components/hosts/host-requests'
import { PageHeader } from '@/components/layout/page-header'
import { requireActor } from '@/lib/access/session'
import { getActivity } from '@/lib/activities/queries'
import { now } from '@/lib/core/now'
import { canAskHost } from '@/lib/hosts/policy'
import { listPossibleHosts, listVisitHosts, openHostOf } from '@/lib/hosts/queries'
import { seeksHost } from '@/lib/hosts/rules'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('hosts.ask.title')

export default async function ActivityHostPage({ params }: Props) {
  const { activity: id } = await params
  const path = `/portal/activities/${id}`
  const actor = await requireActor(`${path}/host`)
  const activity = (await getActivity(actor, id)) ?? notFound()
  if (activity.kind !== 'SITE_VISIT' || !canAskHost(actor, activity)) notFound()
  const [t, setup] = await Promise.all([getTranslations('hosts.ask'), getTranslations('setup')])
  const hosts = await listVisitHosts(actor, id)
  const mayAsk = seeksHost(activity, now()) && openHostOf(hosts) === null
  const members = mayAsk ? await listPossibleHosts(actor, activity) : []

  const draft = activity.state === 'DRAFT' ? [{ href: `${path}/setup`, label: setup('title') }] : []

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} crumbs={[{ href: path, label: activity.title }, ...draft]} />
      <HostRequests hosts={hosts} startsAt={activity.startsAt} />
      {mayAsk && <AskHost activityId={id} members={members} />}
    </>
  )
}
