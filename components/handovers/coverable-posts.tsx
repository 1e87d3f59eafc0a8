import { getTranslations } from 'next-intl/server'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { ButtonLink } from '@/components/ui/button'
import type { CoverablePost } from '@/lib/handovers/queries'

/** The alliances at which somebody may be named to stand in. */
export async function CoverablePosts({ posts }: { posts: CoverablePost[] }) {
  const t = await getTranslations('handovers.cover')
  return (
    <ul className="divide-y rounded-md border bg-surface text-sm">
      {posts.map(({ id, alliance, insurer, coordinator }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
          <AllianceBadge alliance={alliance} />
          <span className="min-w-0 flex-1 basis-40">{coordinator.name}</span>
          <span className="text-muted">{insurer.shortName}</span>
          <ButtonLink href={`/portal/covers/${id}`} size="small">
            {t('arrange')}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}
