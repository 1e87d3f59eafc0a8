import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/session'
import { canWriteDraft } from '@/lib/activities/policy'
import { getActivity } from '@/lib/activities/queries'

/** The draft whose section is opened, for whoever fills it in; nobody else is told that there is one. */
export async function openDraft(id: string, section: string) {
  const path = `/portal/activities/${id}/setup`
  const actor = await requireActor(section ? `${path}/${section}` : path)
  const activity = (await getActivity(actor, id)) ?? notFound()
  if (!canWriteDraft(actor, activity) || activity.state !== 'DRAFT') notFound()
  const t = await getTranslations('setup')
  const crumbs = [{ href: `/portal/activities/${id}`, label: activity.title }]
  return { actor, activity, path, t, crumbs, under: [...crumbs, { href: path, label: t('title') }] }
}
