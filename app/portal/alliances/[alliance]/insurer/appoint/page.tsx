import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/layout/empty-state'
import { Section } from '@/components/layout/page-header'
import type { Query } from '@/components/list/href'
import { Words } from '@/components/layout/words'
import { AppointInsurerForm } from '@/components/insurers/appoint-insurer-form'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { canAppointInsurer } from '@/lib/alliances/policy'
import { listInsurerChoices, listInsurerPeriods } from '@/lib/alliances/standing-queries'
import { plusDays } from '@/lib/core/clock'
import { pageTitle } from '@/lib/text/page-title'
import { backFrom, loadAlliance } from '../../../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('memberships.insurer.appoint')

export default async function AppointInsurerPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}/insurer`
  const actor = await requireActor(`${path}/appoint`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  if (!canAppointInsurer(actor, alliance)) notFound()
  const [t, insurers, periods] = await Promise.all([
    getTranslations('memberships.insurer'),
    listInsurerChoices(actor),
    listInsurerPeriods(actor, alliance.id),
  ])
  const lastDay = periods[0]?.lastDay
  const startsOn = lastDay && lastDay >= actor.today ? plusDays(lastDay, 1) : actor.today

  return (
    <Section title={t('appoint')}>
      {insurers.length === 0 ? (
        <EmptyState
          kind="nothing"
          title={t('noInsurers')}
          text={t('noInsurersText')}
          action={<ButtonLink href="/portal/insurers">{t('toInsurers')}</ButtonLink>}
        />
      ) : (
        <Words of={['memberships']}>
          <p className="text-muted">{t('appointText')}</p>
          <AppointInsurerForm
            allianceId={alliance.id}
            insurers={insurers}
            startsOn={startsOn}
            backHref={backFrom(await searchParams, path)}
          />
        </Words>
      )}
    </Section>
  )
}
