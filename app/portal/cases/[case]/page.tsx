import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { SendCaseForm } from '@/components/cases/case-forms'
import { CaseText, SentChecks } from '@/components/cases/case-text'
import { PageHeader, Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { ButtonLink } from '@/components/ui/button'
import { requireActor } from '@/lib/access/session'
import { canAddCase, canReviseCase } from '@/lib/cases/policy'
import { getCase, listUnasked } from '@/lib/cases/queries'
import { listSelfChecks } from '@/lib/cases/check-queries'
import { pageTitle } from '@/lib/text/page-title'

export const generateMetadata = pageTitle('cases.title')

export default async function CasePage({ params }: { params: Promise<{ case: string }> }) {
  const { case: id } = await params
  const path = `/portal/cases/${id}`
  const actor = await requireActor(path)
  const accident = (await getCase(actor, id)) ?? notFound()
  const [t, locale, checks, unasked] = await Promise.all([
    getTranslations('cases'),
    getLocale(),
    listSelfChecks(actor, id),
    canAddCase(actor) ? listUnasked(actor, id) : null,
  ])
  const alliances = unasked?.map((one) => ({ value: one.id, label: locale === 'en' ? one.nameEn : one.name }))
  const isOwn = actor.hat.kind === 'ENTERPRISE'
  return (
    <Words of={['cases']}>
      <PageHeader
        title={<span className="wrap-anywhere">{accident.title}</span>}
        crumbs={[{ href: '/portal/cases', label: t('title') }]}
        actions={canReviseCase(actor) && <ButtonLink href={`${path}/revise`}>{t('form.revise')}</ButtonLink>}
      />
      <CaseText accident={accident} />
      {(!isOwn || checks.length > 0) && <SentChecks checks={checks} isOwn={isOwn} />}
      {alliances && (
        <Section title={t('check.sendTitle')}>
          {alliances.length > 0 ? (
            <SendCaseForm caseId={accident.id} alliances={alliances} />
          ) : (
            <p className="text-sm text-muted">{t('check.allAsked')}</p>
          )}
        </Section>
      )}
    </Words>
  )
}
