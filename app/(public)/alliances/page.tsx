import { getTranslations } from 'next-intl/server'
import { AllianceBoard } from '@/components/public/alliance-board'
import { MemberMatrix } from '@/components/public/member-matrix'
import { visitor } from '@/lib/access/session'
import { listJurisdictionTiles } from '@/lib/alliances/public-queries'
import { listPublicAlliances } from '@/lib/alliances/queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('public.list.title')

export default async function AlliancesPage() {
  const actor = await visitor()
  const [t, alliances, tiles] = await Promise.all([
    getTranslations('public.list'),
    listPublicAlliances(actor),
    listJurisdictionTiles(actor),
  ])

  return (
    <div className="flex flex-col gap-6">
      <div>
        <h1 className="text-2xl sm:text-3xl">{t('title')}</h1>
        <p className="text-muted">{t('lead')}</p>
      </div>
      <AllianceBoard alliances={alliances} />
      <MemberMatrix alliances={alliances} tiles={tiles} />
    </div>
  )
}
