import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { ButtonLink } from '@/components/ui/button'
import { pageTitle } from '@/lib/text/page-title'
import { OwnFields } from '../../own-fields'
import { openDraft } from '../draft'

type Props = { params: Promise<{ activity: string }> }

export const generateMetadata = pageTitle('setup.title')

const parts = { DISCUSSION: 'QUESTION', EXPERIENCE_SHARING: 'SPEAKERS' } as const

/** What a discussion or a sharing of experience has of its own, as a part of its draft. */
export default async function OwnPartPage({ params }: Props) {
  const { activity: id } = await params
  const { actor, activity, path, t, under } = await openDraft(id, 'own')
  const { kind } = activity
  if (kind !== 'DISCUSSION' && kind !== 'EXPERIENCE_SHARING') notFound()

  return (
    <>
      <PageHeader title={t(`section.${parts[kind]}`)} note={t(`hint.${parts[kind]}`)} crumbs={under} />
      <OwnFields actor={actor} activity={activity} />
      <p>
        <ButtonLink href={path}>{t('back')}</ButtonLink>
      </p>
    </>
  )
}
