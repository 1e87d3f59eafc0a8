import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { StartForm } from '@/components/practice-forms/decision-forms'
import { requireActor } from '@/lib/access/session'
import { canWritePractices } from '@/lib/practices/policy'
import { listOwnAlliances } from '@/lib/practices/queries'
import { nameIn } from '@/lib/text/locale'
import { pageTitle } from '@/lib/text/page-title'

const path = '/portal/practices'

export const generateMetadata = pageTitle('practices.form.newTitle')

export default async function NewPracticePage() {
  const actor = await requireActor(`${path}/new`)
  if (!canWritePractices(actor)) notFound()
  const [t, locale, alliances] = await Promise.all([getTranslations('practices'), getLocale(), listOwnAlliances(actor)])

  return (
    <>
      <PageHeader title={t('form.newTitle')} crumbs={[{ href: path, label: t('list.title') }]} />
      <Words of={['practices']}>
        <StartForm
          alliances={alliances.map((alliance) => ({ id: alliance.id, name: nameIn(locale, alliance) }))}
          backHref={`${path}/own`}
        />
      </Words>
    </>
  )
}
