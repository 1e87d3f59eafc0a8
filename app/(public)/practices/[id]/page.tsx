import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { PracticeFiles, PracticeText } from '@/components/practices/practice-text'
import { Tombstone } from '@/components/practices/tombstone'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { visitor } from '@/lib/access/session'
import { getPublicPractice } from '@/lib/practices/public-queries'
import { getTombstone } from '@/lib/practices/queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('practices.public.title')

export default async function PublicPracticePage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }] = await Promise.all([visitor(), params])
  const practice = await getPublicPractice(actor, id)
  if (!practice) {
    const gone = (await getTombstone(actor, id)) ?? notFound()
    return <Tombstone gone={gone} backHref="/practices" />
  }
  const t = await getTranslations('practices')
  const { version } = practice
  const note = (
    <>
      <span>{practice.enterprise.name}</span>
      <AllianceBadge alliance={practice.alliance} />
      <span>{version.subjects.map((subject) => t(`subject.${subject}`)).join('；')}</span>
      <span>{t('detail.adopted', { count: String(practice.adoptedCount) })}</span>
    </>
  )

  return (
    <article className="flex flex-col gap-5">
      <PageHeader title={version.title} crumbs={[{ href: '/practices', label: t('public.back') }]} note={note} />
      <PracticeText content={version.content} />
      <PracticeFiles practiceId={practice.id} files={version.files} shareClass={practice.shareClass} />
    </article>
  )
}
