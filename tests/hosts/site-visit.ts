import { db } from '@/lib/core/db'
import { inDays, makeActivity } from '../support/stage'
import { worldNow, type World } from '../support/world'

type State = 'DRAFT' | 'PUBLISHED' | 'HELD' | 'CANCELLED'
type Wish = { state?: State; startsAt?: Date; capacity?: number | null }

/** A site visit of the coatings alliance in a week, still a draft. */
export const makeSiteVisit = (world: World, { state = 'DRAFT', ...rest }: Wish = {}): Promise<string> =>
  makeActivity(world, { kind: 'SITE_VISIT', state, ...rest })

type HostWish = { activityId: string; firm?: keyof World['enterprises']; startsAt?: Date; visitorsMax?: number }

/** A member that is asked; with a limit, one that has agreed to the time of the visit. */
export async function makeHost(world: World, { activityId, firm = 'member', startsAt, visitorsMax }: HostWish) {
  const agreed = {
    state: 'AGREED' as const,
    visitorsMax: visitorsMax ?? 0,
    agreedStartsAt: startsAt ?? inDays(7),
    meetingPoint: '二号门卫',
    meetsMinutes: 20,
    asksDocument: true,
    asksNumberPlate: true,
    answeredById: world.people.principal.userId,
    answeredAt: worldNow,
  }
  const { id } = await db.visitHost.create({
    data: {
      activityId,
      enterpriseId: world.enterprises[firm],
      message: '储罐区雷电防护',
      askedById: world.people.coordinator.userId,
      askedAt: worldNow,
      ...(visitorsMax === undefined ? {} : agreed),
    },
    select: { id: true },
  })
  return id
}

/** What the host writes when it agrees. */
export const gateRules = {
  visitorsMax: 20,
  meetingPoint: '二号门卫',
  meetsMinutes: 20,
  protection: '穿防静电鞋',
  forbidden: '不得拍照',
  remarks: '',
  asksDocument: true,
  asksNumberPlate: true,
}
