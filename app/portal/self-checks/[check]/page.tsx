import { getLocale, getTranslations } from 'next-intl/server'
import { AnswerRate } from '@/components/cases/case-text'
import { UrgeSelfCheckButton } from '@/components/cases/self-check-form'
import { PageHeader } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import type { Query } from '@/components/list/href'
import { AllianceBadge } from '@/components/ui/alliance-badge'
import { getOwnReply } from '@/lib/cases/check-queries'
import { replyFilter } from '@/lib/cases/schema'
import { formatDay } from '@/lib/text/format'
import { pageTitle } from '@/lib/text/page-title'
import { openSelfCheck } from './check'
import { CheckedMembers } from './members'
import { OwnReply } from './own'

type Props = { params: Promise<{ check: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('cases.check.title')

export default async function SelfCheckPage({ params, searchParams }: Props) {
  const { actor, check } = await openSelfCheck(params)
  const query = await searchParams
  const [t, locale, own] = await Promise.all([getTranslations('cases'), getLocale(), getOwnReply(actor, check.id)])
  return (
    <Words of={['cases']}>
      <PageHeader
        title={`${t('check.title')}：${check.case.title}`}
        crumbs={[
          { href: '/portal/cases', label: t('title') },
          { href: `/portal/cases/${check.case.id}`, label: check.case.title },
        ]}
        note={
          <>
            <AllianceBadge alliance={check.alliance} />
            <span>{t('check.due', { day: formatDay(locale, check.dueOn) })}</span>
          </>
        }
        actions={check.may.urge && <UrgeSelfCheckButton id={check.id} />}
      />
      {own ? (
        <OwnReply check={check} reply={own} />
      ) : (
        <>
          <AnswerRate tally={check.tally} />
          <CheckedMembers actor={actor} check={check} query={query} filter={replyFilter.parse(query)} />
        </>
      )}
    </Words>
  )
}
