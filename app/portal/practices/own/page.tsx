import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { PracticeTabs } from '@/components/practices/practice-tabs'
import { OwnPractices } from '@/components/practices/work-lists'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { listOwnPractices } from '@/lib/practices/list-queries'
import { canWritePractices } from '@/lib/practices/policy'
import { pageTitle } from '@/lib/text/page-title'
import { tabsOf } from '../tabs'

const path = '/portal/practices'

export const generateMetadata = pageTitle('practices.list.own')

export default async function OwnPracticesPage() {
  const actor = await requireActor(`${path}/own`)
  if (actor.hat.kind !== 'ENTERPRISE') notFound()
  const [t, rows, tabs] = await Promise.all([getTranslations('practices.list'), listOwnPractices(actor), tabsOf(actor)])
  const write = canWritePractices(actor) && (
    <ButtonLink href={`${path}/new`} variant="primary">
      {t('new')}
    </ButtonLink>
  )

  return (
    <>
      <PageHeader title={t('title')} note={t('note')} actions={write} />
      <PracticeTabs {...tabs} current="own" />
      <OwnPractices rows={rows} />
    </>
  )
}
