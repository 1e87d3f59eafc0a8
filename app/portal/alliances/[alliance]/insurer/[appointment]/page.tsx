import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { EndInsurerForm } from '@/components/insurers/end-insurer-form'
import { HandOverForm } from '@/components/insurers/hand-over-form'
import { InsurerPeriods } from '@/components/insurers/insurer-periods'
import { requireActor } from '@/lib/access/session'
import { canEndInsurerAppointment, canHandOverCoordination } from '@/lib/alliances/policy'
import { getInsurerPeriod, listInsurerChoices } from '@/lib/alliances/standing-queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance } from '../../../year'

type Props = { params: Promise<{ alliance: string; appointment: string }> }

export const generateMetadata = pageTitle('memberships.insurer.manageTitle')

export default async function InsurerAppointmentPage({ params }: Props) {
  const { alliance: slug, appointment } = await params
  const path = `/portal/alliances/${slug}/insurer`
  const actor = await requireActor(`${path}/${appointment}`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  if (!canHandOverCoordination(actor, alliance) || !canEndInsurerAppointment(actor, alliance)) notFound()
  const period = (await getInsurerPeriod(actor, alliance.id, appointment)) ?? notFound()
  const [t, insurers] = await Promise.all([getTranslations('memberships.insurer'), listInsurerChoices(actor)])
  const people = insurers.find(({ id }) => id === period.insurer.id)?.people ?? []

  return (
    <Section title={t('manageTitle')}>
      <InsurerPeriods periods={[period]} day={actor.today} path={path} mayManage={false} />
      <Words of={['memberships']}>
        <div className="grid gap-8 lg:grid-cols-2">
          <Section title={t('handOver')}>
            <p className="text-muted">{t('handOverText')}</p>
            <HandOverForm appointmentId={period.id} people={people} today={actor.today} backHref={path} />
          </Section>
          <Section title={t('end')}>
            <p className="text-muted">{t('endText')}</p>
            <EndInsurerForm appointmentId={period.id} backHref={path} />
          </Section>
        </div>
      </Words>
    </Section>
  )
}
