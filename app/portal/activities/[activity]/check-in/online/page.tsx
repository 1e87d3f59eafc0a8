import { notFound } from 'next/navigation'
import { queryValue, type Query } from '@/components/list/href'
import { Rosters } from '@/components/rosters/rosters'
import { requireActor } from '@/lib/access/session'
import { now } from '@/lib/core/now'
import { takesRosters } from '@/lib/rosters/policy'
import { getRosters } from '@/lib/rosters/queries'
import { pageTitle } from '@/lib/text/page-title'

type Props = { params: Promise<{ activity: string }>; searchParams: Promise<Query> }

export const generateMetadata = pageTitle('rosters.title')

export default async function RostersPage({ params, searchParams }: Props) {
  const { activity: id } = await params
  const actor = await requireActor(`/portal/activities/${id}/check-in/online`)
  const { activity, rosters } = (await getRosters(actor, id)) ?? notFound()
  const problem = queryValue(await searchParams, 'problem') ?? null
  return <Rosters activity={activity} rosters={rosters} isTaking={takesRosters(activity, now())} problem={problem} />
}
