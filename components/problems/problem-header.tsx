import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/layout/page-header'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import type { ProblemRow } from '@/lib/problems/queries'
import { DiscardButton } from './problem-forms'

/** What it is, where it belongs, and what may be done with a draft. */
export async function ProblemHeader({ problem, mayRevise }: { problem: ProblemRow; mayRevise: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('problems'), getLocale()])
  const { id, version, title, state, allianceYear } = problem
  const { alliance, year } = allianceYear
  const name = locale === 'en' ? alliance.nameEn : alliance.name
  const listHref = `/portal/alliances/${alliance.slug}/problems?year=${year}`
  return (
    <PageHeader
      title={<span className="wrap-anywhere">{title}</span>}
      crumbs={[
        { href: '/portal/problems', label: t('title') },
        { href: listHref, label: t('detail.back', { alliance: name, year: String(year) }) },
      ]}
      note={<Badge tone={state === 'SENT' ? 'primary' : 'neutral'}>{t(`state.${state}`)}</Badge>}
      actions={
        mayRevise && (
          <>
            <DiscardButton id={id} version={version} backHref={listHref} />
            <ButtonLink href={`/portal/problems/${id}/revise`}>{t('detail.revise')}</ButtonLink>
          </>
        )
      }
    />
  )
}
