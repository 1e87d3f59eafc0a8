import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { HatList } from '@/components/users/hat-list'
import { currentVisit, requireActor } from '@/lib/access/session'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('users.own.hats')

export default async function HatsPage() {
  await requireActor('/portal/hats')
  const [t, { identity, wornKey }] = await Promise.all([getTranslations('users'), currentVisit()])
  const hats = (identity?.hats ?? []).map(({ key, label, hat }) => ({
    key,
    label,
    kind: hat.kind === 'NONE' ? '' : t(`role.${hat.kind}`),
  }))

  return (
    <>
      <PageHeader
        title={t('own.hats')}
        crumbs={[{ href: '/portal/account', label: t('own.title') }]}
        note={t('own.hatsLead')}
      />
      <HatList hats={hats} wornKey={wornKey} />
    </>
  )
}
