import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CoverList } from '@/components/handovers/cover-list'
import { CoverablePosts } from '@/components/handovers/coverable-posts'
import { ClauseChip } from '@/components/layout/clause-chip'
import { PageHeader, Section } from '@/components/layout/page-header'
import { requireActor } from '@/lib/access/session'
import { listCoverablePosts, listCovers } from '@/lib/handovers/queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('handovers.cover.section')

export default async function CoversPage() {
  const actor = await requireActor('/portal/covers')
  if (actor.hat.kind !== 'MUNICIPAL' && actor.hat.kind !== 'INSURER') notFound()
  const [t, covers, posts] = await Promise.all([
    getTranslations('handovers.cover'),
    listCovers(actor),
    listCoverablePosts(actor),
  ])

  return (
    <>
      <PageHeader title={t('section')} actions={<ClauseChip clause="4-1" />} />
      <CoverList covers={covers} />
      {posts.length > 0 && (
        <Section title={t('arrange')}>
          <CoverablePosts posts={posts} />
        </Section>
      )}
    </>
  )
}
