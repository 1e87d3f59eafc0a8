import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/access/session'
import { getActivity } from '@/lib/activities/queries'
import { canPlanCourse } from '@/lib/courses/policy'
import { takesCourses } from '@/lib/courses/rules'
import { listLecturers } from '@/lib/experts/queries'

/** The gate of the pages on which a training's courses are arranged; and whom they may be given to. */
export async function openTraining(params: Promise<{ activity: string }>, part = '') {
  const { activity: id } = await params
  const path = `/portal/activities/${id}`
  const actor = await requireActor(`${path}/courses${part}`)
  const activity = (await getActivity(actor, id)) ?? notFound()
  if (!takesCourses(activity) || !canPlanCourse(actor, activity)) notFound()
  const experts = await listLecturers(actor)
  return {
    actor,
    activity,
    path,
    experts: experts.map((one) => ({ value: one.id, label: `${one.name}（${one.organization}）` })),
  }
}
