import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { EstateList } from '@/components/handovers/estate-list'
import { LeaveForm } from '@/components/handovers/leave-form'
import { Banner } from '@/components/layout/banner'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { queryValue, type Query } from '@/components/list/href'
import { requireActor } from '@/lib/access/session'
import { needsSuccessor } from '@/lib/handovers/estate-queries'
import { getLeaving } from '@/lib/handovers/queries'
import { pageTitle } from '@/lib/text/page-title'
import { canAppointTo } from '@/lib/users/policy'
import { officeText, toOffice } from '@/lib/users/schema'

type Props = { params: Promise<{ user: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('handovers.leave.title')

export default async function HandOverPage({ params, searchParams }: Props) {
  const { user: id } = await params
  const path = `/portal/users/${encodeURIComponent(id)}`
  const actor = await requireActor(`${path}/hand-over`)
  const office = officeText.safeParse(queryValue(await searchParams, 'office'))
  if (!office.success || !canAppointTo(actor, toOffice(office.data))) notFound()
  const leaving = (await getLeaving(actor, id, toOffice(office.data))) ?? notFound()
  const t = await getTranslations('handovers.leave')
  const isNeeded = needsSuccessor(leaving.estate)

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note', { name: leaving.user.name, office: leaving.office.label })}
        crumbs={[{ href: path, label: leaving.user.name }]}
      />
      {isNeeded && <Banner tone="warning">{t('needed')}</Banner>}
      <EstateList estate={leaving.estate} />
      <Words of={['handovers']}>
        <LeaveForm
          userId={leaving.user.id}
          office={leaving.officeText}
          successors={leaving.successors.map(({ id: value, name }) => ({ value, label: name }))}
          isNeeded={isNeeded}
          hasMandates={leaving.estate.mandates.length > 0}
          backHref={path}
        />
      </Words>
    </>
  )
}
