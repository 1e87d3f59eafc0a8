import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Section } from '@/components/layout/page-header'
import { MemberChanges } from '@/components/memberships/member-changes'
import { MemberPeriods } from '@/components/memberships/member-periods'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { listMemberPeriods } from '@/lib/alliances/member-queries'
import { canReleaseMember, canTransferMember } from '@/lib/alliances/policy'
import { listAlliances } from '@/lib/alliances/year-queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance } from '../../../year'

type Props = { params: Promise<{ alliance: string; member: string }> }

export const generateMetadata = pageTitle('memberships.membership.title')

export default async function MemberPage({ params }: Props) {
  const { alliance: slug, member } = await params
  const path = `/portal/alliances/${slug}/members`
  const actor = await requireActor(`${path}/${member}`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  if (!canReleaseMember(actor, alliance) || !canTransferMember(actor, alliance)) notFound()
  const periods = await listMemberPeriods(actor, alliance.id, member)
  const latest = periods[0] ?? notFound()
  const [t, locale, alliances] = await Promise.all([
    getTranslations('memberships.membership'),
    getLocale(),
    listAlliances(actor),
  ])
  const others = alliances
    .filter(({ id }) => id !== alliance.id)
    .map(({ id, name, nameEn }) => ({ value: id, label: locale === 'en' ? nameEn : name }))

  return (
    <Section
      title={latest.name}
      actions={<ButtonLink href={`/portal/enterprises/${member}`}>{t('openEnterprise')}</ButtonLink>}
    >
      <MemberPeriods periods={periods} />
      <MemberChanges latest={latest} alliances={others} today={actor.today} path={path} />
    </Section>
  )
}
