import { getTranslations } from 'next-intl/server'
import { AllianceBoard } from '@/components/public/alliance-board'
import { CityTiles } from '@/components/public/city-tiles'
import { HomeNews } from '@/components/public/home-news'
import { Welcome } from '@/components/public/welcome'
import { WeekList } from '@/components/public/week-list'
import { visitor } from '@/lib/access/session'
import { listPublicWeek } from '@/lib/activities/public-queries'
import { listPublicAnnouncements } from '@/lib/announcements/list-queries'
import { listJurisdictionTiles } from '@/lib/alliances/public-queries'
import { listPublicAlliances } from '@/lib/alliances/queries'
import { listPublicPractices } from '@/lib/practices/public-queries'

export default async function HomePage() {
  const actor = await visitor()
  const [t, alliances, week, tiles, announcements, { rows: practices }] = await Promise.all([
    getTranslations('public.home'),
    listPublicAlliances(actor),
    listPublicWeek(actor),
    listJurisdictionTiles(actor),
    listPublicAnnouncements(actor, 3),
    listPublicPractices(actor, undefined, 3),
  ])

  return (
    <div className="grid gap-x-8 gap-y-5 lg:grid-cols-[1fr_25rem]">
      <Welcome isSignedIn={actor.userId !== null} />
      <section aria-labelledby="week" className="flex flex-col gap-2 max-lg:order-3 lg:row-span-2">
        <h2 id="week" className="text-base">
          {t('week')}
        </h2>
        <WeekList dates={week} alliances={alliances} most={6} />
        <h2 className="mt-3 text-base">{t('city')}</h2>
        <CityTiles tiles={tiles} />
        <p className="text-xs text-muted">{t('cityNote')}</p>
      </section>
      <section aria-labelledby="alliances" className="flex flex-col gap-2">
        <h2 id="alliances" className="text-base">
          {t('alliances')}
        </h2>
        <AllianceBoard alliances={alliances} />
        <HomeNews announcements={announcements.rows} practices={practices} />
      </section>
    </div>
  )
}
