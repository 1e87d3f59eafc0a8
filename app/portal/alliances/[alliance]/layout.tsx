import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { type ReactNode } from 'react'
import { AllianceTabs } from '@/components/alliances/alliance-tabs'
import { PageHeader } from '@/components/layout/page-header'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { requireActor } from '@/lib/access/session'
import { canKeepRobot } from '@/lib/robots/policy'
import { loadAlliance } from '../year'

type Props = { params: Promise<{ alliance: string }>; children: ReactNode }

const tabs = [
  'overview',
  'members',
  'plan',
  'activities',
  'topics',
  'problems',
  'practices',
  'insurer',
  'lead',
  'history',
  'robot',
] as const

export default async function AllianceLayout({ params, children }: Props) {
  const { alliance: slug } = await params
  const path = `/portal/alliances/${slug}`
  const actor = await requireActor(path)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  const [t, locale] = await Promise.all([getTranslations('alliances'), getLocale()])
  const shown = tabs.filter((key) => key !== 'robot' || canKeepRobot(actor, alliance))
  const name = t('fullName', { name: locale === 'en' ? alliance.nameEn : alliance.name })

  return (
    <>
      <PageHeader
        title={<AllianceBadge alliance={alliance} name={name} />}
        crumbs={[{ href: '/portal/alliances', label: t('title') }]}
      />
      <AllianceTabs
        path={path}
        label={t('tabs.label')}
        names={shown.map((key) => ({ key, label: t(`tabs.${key}`) }))}
      />
      {children}
    </>
  )
}
