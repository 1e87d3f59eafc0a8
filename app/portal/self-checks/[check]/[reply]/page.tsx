import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ReplyView } from '@/components/cases/reply-view'
import { PageHeader } from '@/components/layout/page-header'
import { getReply } from '@/lib/cases/check-queries'
import { pageTitle } from '@/lib/text/page-title'
import { openSelfCheck } from '../check'

type Props = { params: Promise<{ check: string; reply: string }> }

export const generateMetadata = pageTitle('cases.check.title')

export default async function ReplyPage({ params }: Props) {
  const { reply: id } = await params
  const { actor, check, path } = await openSelfCheck(params, `/${id}`)
  const reply = (await getReply(actor, check.id, id)) ?? notFound()
  const t = await getTranslations('cases.check')
  return (
    <>
      <PageHeader
        title={reply.enterprise.name}
        crumbs={[{ href: path, label: `${t('title')}：${check.case.title}` }]}
      />
      <ReplyView reply={reply} questions={check.case.questions} />
    </>
  )
}
