import { getLocale, getTranslations } from 'next-intl/server'
import { AsOfBanner } from '@/components/alliances/as-of'
import { FilterBar } from '@/components/list/filter-bar'
import { hrefWith, type Query } from '@/components/list/href'
import type { Actor } from '@/lib/access/actor'
import { memberFields, type View } from './roster'

type Props = { actor: Actor; path: string; query: Query; asOf: string; view: View }

/** Of which day and which members the roster is asked, and what of it the reader sees. */
export async function RosterFilter({ actor, path, query, asOf, view }: Props) {
  const [t, locale] = await Promise.all([getTranslations('memberships.members'), getLocale()])
  return (
    <>
      <AsOfBanner asOf={asOf} today={actor.today} resetHref={hrefWith(path, query, { asOf: null, cursor: null })} />
      <FilterBar path={path} query={{ asOf, ...query }} fields={await memberFields(actor, locale, view)} />
      {actor.hat.kind === 'JURISDICTION' && <p className="text-muted">{t('ownOnly')}</p>}
      {!view.seesFacts && <p className="text-muted">{t('namesOnly')}</p>}
    </>
  )
}
