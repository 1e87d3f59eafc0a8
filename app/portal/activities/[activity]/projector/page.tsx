import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Projector } from '@/components/check-in/projector'
import { PageHeader } from '@/components/layout/page-header'
import { queryValue, type Query } from '@/components/list/href'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { getBoard } from '@/lib/attendance/board-queries'
import { canCheckInAtDoor } from '@/lib/attendance/policy'
import { codePurposeOf } from '@/lib/attendance/code-rules'
import { getProjected } from '@/lib/attendance/projector-queries'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('checkIn.projector.title')

export default async function ProjectorPage({ params, searchParams }: Props) {
  const { activity: id } = await params
  const path = `/portal/activities/${id}`
  const actor = await requireActor(`${path}/projector`)
  const projected = (await getProjected(actor, id, codePurposeOf(queryValue(await searchParams, 'code')))) ?? notFound()
  const [board, t, door, list] = await Promise.all([
    getBoard(actor, id),
    getTranslations('checkIn.projector'),
    getTranslations('attendance.door'),
    getTranslations('attendance.list'),
  ])

  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ href: path, label: projected.title }]}
        actions={
          <>
            {canCheckInAtDoor(actor, projected) && <ButtonLink href={`${path}/door`}>{door('open')}</ButtonLink>}
            <ButtonLink href={`${path}/check-in`}>{list('open')}</ButtonLink>
          </>
        }
      />
      <Projector projected={projected} board={board} path={`${path}/projector`} />
    </>
  )
}
