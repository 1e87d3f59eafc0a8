import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ReviseCaseForm } from '@/components/cases/case-forms'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { requireActor } from '@/lib/access/session'
import { canReviseCase } from '@/lib/cases/policy'
import { getCase } from '@/lib/cases/queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('cases.form.reviseTitle')

export default async function ReviseCasePage({ params }: { params: Promise<{ case: string }> }) {
  const { case: id } = await params
  const actor = await requireActor(`/portal/cases/${id}/revise`)
  const accident = (await getCase(actor, id)) ?? notFound()
  if (!canReviseCase(actor)) notFound()
  const t = await getTranslations('cases.form')
  const questions = accident.questions.map(({ text }) => ({ text }))
  return (
    <>
      <PageHeader title={t('reviseTitle')} crumbs={[{ href: `/portal/cases/${id}`, label: accident.title }]} />
      <Words of={['cases']}>
        <ReviseCaseForm accident={{ ...accident, questions }} />
      </Words>
    </>
  )
}
