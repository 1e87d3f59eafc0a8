import { getLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { queryValue, type Query } from '@/components/list/href'
import { RobotView } from '@/components/robots/robot-view'
import { requireActor } from '@/lib/access/session'
import { canKeepRobot } from '@/lib/robots/policy'
import { getRobot, listRobotMessages } from '@/lib/robots/queries'
import { pageTitle } from '@/lib/text/page-title'
import { loadAlliance } from '../../year'

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('robots.title')

export default async function RobotPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params
  const actor = await requireActor(`/portal/alliances/${slug}/robot`)
  const alliance = (await loadAlliance(actor, slug)) ?? notFound()
  if (!canKeepRobot(actor, alliance)) notFound()
  const [robot, messages, query, locale] = await Promise.all([
    getRobot(actor, alliance),
    listRobotMessages(actor, alliance.id),
    searchParams,
    getLocale(),
  ])

  return (
    <RobotView
      alliance={{ id: alliance.id, name: locale === 'en' ? alliance.nameEn : alliance.name }}
      robot={robot}
      messages={messages}
      isDone={queryValue(query, 'done') === 'set'}
    />
  )
}
