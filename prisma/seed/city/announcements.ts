import { plusDays, type Day } from '@/lib/core/clock'
import type { Prisma } from '@/lib/core/prisma/client'
import type { Reference } from '../reference'
import type { Memberships } from './memberships'
import type { Offices } from './offices'
import type { People } from './people'
import type { Random } from './random'

type Context = {
  random: Random
  anchor: Day
  reference: Reference
  offices: Offices
  memberships: Memberships
  people: Pick<People, 'mandates'>
}

type Planned = {
  announcements: Prisma.AnnouncementCreateManyInput[]
  announcementAddressees: Prisma.AnnouncementAddresseeCreateManyInput[]
  announcementReads: Prisma.AnnouncementReadCreateManyInput[]
}

type Draft = Pick<
  Prisma.AnnouncementCreateManyInput,
  'title' | 'body' | 'audience' | 'authorRole' | 'createdById' | 'jurisdictionId' | 'insurerId'
> & { daysAgo: number; pinnedDays?: number; alliances?: string[]; jurisdictions?: string[] }

const toCoatingsDaysAgo = 4

/** What the bureau, a district and an insurer have announced: public, pinned, to come; and which firms have noted it. */
export function planAnnouncements(context: Context): Planned {
  const { random, anchor, memberships, people } = context
  const planned: Planned = { announcements: [], announcementAddressees: [], announcementReads: [] }
  const idOf = draftsOf(context).map((draft) => plan(planned, draft, { random, anchor }))
  // Two of three members of the coatings alliance have noted what their insurer told them.
  const [toCoatings = ''] = idOf.slice(-1)
  for (const firm of memberships.membersOn('coatings', anchor)) {
    const mandate = people.mandates.find(({ enterpriseId }) => enterpriseId === firm.row.id)
    if (!mandate || !random.chance(2 / 3)) continue
    planned.announcementReads.push({
      id: random.uuid(),
      announcementId: toCoatings,
      userId: mandate.userId,
      enterpriseId: firm.row.id,
      at: new Date(
        Date.parse(`${plusDays(anchor, -toCoatingsDaysAgo)}T09:00:00+08:00`) + random.between(1, 40) * 3_600_000,
      ),
    })
  }
  return planned
}

function plan(planned: Planned, draft: Draft, { random, anchor }: Pick<Context, 'random' | 'anchor'>): string {
  const { daysAgo, pinnedDays, alliances = [], jurisdictions = [], ...row } = draft
  const id = random.uuid()
  const publishAt = new Date(`${plusDays(anchor, -daysAgo)}T09:00:00+08:00`)
  const begun = new Date(publishAt.getTime() - (daysAgo < 0 ? -daysAgo + 1 : 0) * 86_400_000 - 1_800_000)
  planned.announcements.push({
    id,
    ...row,
    publishAt,
    toldAt: daysAgo < 0 ? null : publishAt,
    pinnedUntil: pinnedDays === undefined ? null : plusDays(anchor, pinnedDays),
    createdAt: begun,
    updatedAt: begun,
  })
  for (const allianceId of alliances)
    planned.announcementAddressees.push({ id: random.uuid(), announcementId: id, allianceId, jurisdictionId: null })
  for (const jurisdictionId of jurisdictions)
    planned.announcementAddressees.push({ id: random.uuid(), announcementId: id, jurisdictionId, allianceId: null })
  return id
}

function draftsOf({ anchor, reference, offices }: Context): Draft[] {
  const bureau = { authorRole: 'MUNICIPAL' as const, createdById: offices.municipalId }
  const jinshanId = reference.jurisdictionId('310116')
  const officer = offices.appointments.find(({ jurisdictionId }) => jurisdictionId === jinshanId)
  const term = offices.termOn('coatings', anchor)
  const texts: Draft[] = [
    {
      ...bureau,
      daysAgo: 20,
      audience: 'PUBLIC',
      title: '关于公布九个行业安全联盟牵头企业和承保机构的公告',
      body: '根据沪应急危化〔2024〕14号，九个行业安全联盟的牵头企业和安全生产责任保险承保机构已经确定，可在各联盟页面查阅。\n有关企业如对名单有疑问，请联系所在区应急管理局或市应急管理局危化处。',
    },
    {
      ...bureau,
      daysAgo: 2,
      pinnedDays: 21,
      audience: 'EVERYONE',
      title: '关于做好冬季危险化学品安全生产工作的通知',
      body: '近期气温下降，请各企业对防冻保温、静电防护、消防水系统开展一次自查。\n自查发现的共性问题，请在所在联盟的下一次交流会上提出，一并研讨。',
    },
    {
      ...bureau,
      daysAgo: -3,
      audience: 'PUBLIC',
      title: '关于征集明年联盟研究课题建议的公告',
      body: '现向社会征集明年行业安全联盟研究课题的建议，欢迎高校、科研院所和企业提出。',
    },
  ]
  if (officer)
    texts.push({
      authorRole: 'JURISDICTION',
      jurisdictionId: jinshanId,
      createdById: officer.userId,
      audience: 'JURISDICTIONS',
      jurisdictions: [jinshanId],
      daysAgo: 6,
      title: '关于金山区危险化学品企业年底前完成联盟培训的提醒',
      body: '尚未参加本年度联盟安全培训的企业，请在年底前至少参加一次。\n参与情况将作为明年检查安排的参考。',
    })
  if (term)
    texts.push({
      authorRole: 'INSURER',
      insurerId: term.insurerId,
      createdById: term.coordinatorId,
      audience: 'ALLIANCES',
      alliances: [reference.allianceId('coatings')],
      daysAgo: toCoatingsDaysAgo,
      title: '油漆涂料联盟十二月活动安排及专家服务预约',
      body: '十二月安排一次交流会和一次隐患互查，报名已在活动页面开放。\n需要静电防护专家上门指导的企业，请与承保专人联系预约。',
    })
  return texts
}
