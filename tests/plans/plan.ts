import type { SeriesFields } from '@/lib/plans/schema'
import type { World } from '../support/world'

export const coatingsOf = (world: World) => ({
  id: world.alliances.coatings,
  slug: 'coatings',
  name: '油漆涂料行业安全联盟',
})

/** A meeting each quarter of 2027, on its second Wednesday. */
export const meetings: SeriesFields = {
  kind: 'EXCHANGE_MEETING',
  title: '安全工作交流会',
  mode: 'ON_SITE',
  place: '漕泾镇会议中心',
  startTime: '14:00',
  endTime: '16:00',
  firstMonth: 3,
  every: 3,
  count: 4,
  on: 'WEEKDAY',
  nth: 2,
  weekday: 3,
  day: 15,
}
