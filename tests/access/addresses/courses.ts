import { db } from '@/lib/core/db'
import { answers, type AddressRow } from '../../support/addresses'
import { makeActivity } from '../../support/stage'
import type { World } from '../../support/world'

const made = { training: '', course: '' }

export async function prepare(world: World): Promise<void> {
  made.training = await makeActivity(world, { kind: 'TRAINING' })
  made.course = (await db.course.create({ data: { activityId: made.training, title: '静电', hours: 2 } })).id
}

const nobody = '00000000-0000-7000-8000-000000000000'

/** Only whoever runs the training arranges its courses. */
const organisers = answers(404, { administrator: 200, officer: 200, coordinator: 200, deputy: 200, lead: 200 })

export const addresses: AddressRow[] = [
  {
    route: '/portal/activities/[activity]/courses',
    path: () => `/portal/activities/${made.training}/courses`,
    absent: () => `/portal/activities/${nobody}/courses`,
    expected: organisers,
  },
  {
    route: '/portal/activities/[activity]/courses/[course]',
    path: () => `/portal/activities/${made.training}/courses/${made.course}`,
    absent: () => `/portal/activities/${made.training}/courses/${nobody}`,
    expected: organisers,
  },
  // Each sees its own part of what runs out.
  { route: '/portal/certificates', path: () => '/portal/certificates', expected: answers(200, {}) },
]
