import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { DraftAnnouncementForm } from '@/components/announcements/announcement-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canAnnounce } from '@/lib/announcements/policy'
import { pageTitle } from '@/lib/text/page-title'
import { audienceChoices, newValues } from '../audience'

const list = '/portal/announcements'

export const generateMetadata = pageTitle('announcements.form.newTitle')

export default async function NewAnnouncementPage() {
  const actor = await requireActor(`${list}/new`)
  if (!canAnnounce(actor)) notFound()
  const [t, choices] = await Promise.all([getTranslations('announcements'), audienceChoices(actor)])

  return (
    <>
      <PageHeader title={t('form.newTitle')} note={t('form.newNote')} crumbs={[{ href: list, label: t('title') }]} />
      <Words of={['announcements']}>
        <DraftAnnouncementForm choices={choices} defaults={newValues(choices)} backHref={list} />
      </Words>
    </>
  )
}
