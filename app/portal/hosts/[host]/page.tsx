import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { GateListTable } from '@/components/hosts/gate-list'
import { HostAnswer } from '@/components/hosts/host-answer'
import { HostFacts } from '@/components/hosts/host-facts'
import { hostTones } from '@/components/hosts/host-requests'
import { PageHeader } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import { requireActor } from '@/lib/access/session'
import { now } from '@/lib/core/now'
import { getGateList } from '@/lib/hosts/gate-queries'
import { canAgreeToHost, canReleaseHost } from '@/lib/hosts/policy'
import { getVisitHost } from '@/lib/hosts/queries'
import { isAnswerable, isOpenRequest } from '@/lib/hosts/rules'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ host: string }> }

export const generateMetadata = pageTitle('hosts.request.title')

export default async function VisitHostPage({ params }: Props) {
  const { host: id } = await params
  const actor = await requireActor(`/portal/hosts/${id}`)
  const host = (await getVisitHost(actor, id)) ?? notFound()
  const [t, locale, list] = await Promise.all([getTranslations('hosts'), getLocale(), getGateList(actor, id)])
  const { activity } = host
  const isLive = isOpenRequest(host) && isAnswerable(activity, now())
  const alliance = locale === 'en' ? activity.hostAlliance.nameEn : activity.hostAlliance.name

  return (
    <>
      <PageHeader
        title={activity.title}
        note={
          <>
            <Badge tone={hostTones[host.state]}>{t(`state.${host.state}`)}</Badge>
            <span>{host.state === 'ASKED' ? t('request.note', { alliance }) : host.enterprise.name}</span>
          </>
        }
      />
      <HostFacts host={host} alliance={alliance} />
      {isLive && (
        <HostAnswer host={host} mayAnswer={canAgreeToHost(actor, host)} mayRelease={canReleaseHost(actor, host)} />
      )}
      {list && <GateListTable list={list} most={host.visitorsMax ?? 0} />}
    </>
  )
}
