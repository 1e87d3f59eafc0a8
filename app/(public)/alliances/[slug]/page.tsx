import { type Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PublicAlliancePage } from '@/components/public/public-alliance-page'
import { visitor } from '@/lib/access/session'
import { listPublicYear } from '@/lib/activities/public-queries'
import { listJurisdictionTiles } from '@/lib/alliances/public-queries'
import { getPublicAlliance } from '@/lib/alliances/queries'
import { nameIn } from '@/lib/text/locale'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const alliance = await getPublicAlliance(await visitor(), (await params).slug)
  return alliance ? { title: nameIn(await getLocale(), alliance) } : {}
}

export default async function AlliancePage({ params }: Props) {
  const actor = await visitor()
  const alliance = (await getPublicAlliance(actor, (await params).slug)) ?? notFound()
  const [dates, tiles] = await Promise.all([listPublicYear(actor, alliance.id), listJurisdictionTiles(actor)])

  return <PublicAlliancePage alliance={alliance} dates={dates} tiles={tiles} today={actor.today} />
}
