import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { Actor } from '@/lib/access/actor'
import { anonymousActor, resolveSession } from '@/lib/access/identity'
import { appointPeople, type People } from './people'

/** The instant at which every test takes place: Tuesday, 24 November 2026, 10:00 in Beijing. */
export const worldNow = new Date('2026-11-24T02:00:00Z')
export const worldToday = '2026-11-24'

/** Everyone whose rights differ, each role with its twin elsewhere. */
export const actorNames = [
  'anonymous',
  'disabled',
  'revoked',
  'hatless',
  'administrator',
  'officer',
  'jinshan',
  'jinshanAdministrator',
  'fengxian',
  'coordinator',
  'deputy',
  'insurerAdministrator',
  'otherCoordinator',
  'formerCoordinator',
  'lead',
  'otherLead',
  'principal',
  'designated',
  'clerk',
  'expired',
  'neighbour',
  'stranger',
] as const

export type ActorName = (typeof actorNames)[number]

export type World = {
  jurisdictions: { jinshan: string; fengxian: string }
  insurers: { own: string; other: string }
  /** `coatings` is where most happens; `stations` is the twin. */
  alliances: { coatings: string; stations: string }
  years: { coatings: string; stations: string }
  /** lead, member, neighbour: of coatings; lead and member in Jinshan, neighbour in Fengxian. otherLead, stranger: of stations, in Fengxian. */
  enterprises: { lead: string; member: string; neighbour: string; otherLead: string; stranger: string }
  memberships: Record<keyof World['enterprises'], string>
  people: People
  /** The actor as a request would get it, read anew from the session row. */
  actor: (name: ActorName) => Promise<Actor>
}

const jurisdiction = (code: string, name: string, shortName: string, nameEn: string, sortOrder: number) =>
  db.jurisdiction.create({
    data: { code, kind: 'DISTRICT', name, shortName, nameEn, aliases: [shortName], formerCodes: [], sortOrder },
    select: { id: true },
  })

const alliance = (slug: string, name: string, shortName: string, nameEn: string, sortOrder: number) =>
  db.alliance.create({ data: { slug, name, shortName, nameEn, aliases: [], sortOrder }, select: { id: true } })

const enterprise = (creditCode: string, name: string, supervisingJurisdictionId: string) =>
  db.enterprise.create({
    data: {
      creditCode,
      name,
      businessKind: 'PRODUCTION',
      supervisingJurisdictionId,
      principalName: '测试负责人',
      principalPhone: '13800000001',
      safetyLeadName: '测试安全员',
      safetyLeadPhone: '13800000002',
      searchTokens: [...name],
    },
    select: { id: true },
  })

const join = (allianceId: string, enterpriseId: string, kind: 'LEAD' | 'MEMBER') =>
  db.membership.create({
    data: { allianceId, enterpriseId, kind, joinedOn: toDate('2025-01-01') },
    select: { id: true },
  })

/** The smallest city in which every rule can be told apart: two districts, two alliances, two insurers, five firms. */
export async function buildWorld(): Promise<World> {
  const jinshan = await jurisdiction('310116', '金山区应急管理局', '金山区', 'Jinshan', 12)
  const fengxian = await jurisdiction('310120', '奉贤区应急管理局', '奉贤区', 'Fengxian', 15)
  const own = await db.insurer.create({ data: { name: '甲财产保险股份有限公司上海分公司', shortName: '甲保险' } })
  const other = await db.insurer.create({ data: { name: '乙财产保险股份有限公司上海分公司', shortName: '乙保险' } })
  const coatings = await alliance('coatings', '油漆涂料行业安全联盟', '涂料', 'Paints and coatings', 5)
  const stations = await alliance('filling-station', '加油站行业安全联盟', '加油', 'Filling stations', 8)
  const year = (allianceId: string) =>
    db.allianceYear.create({
      data: { allianceId, year: 2026, state: 'RUNNING', meetingTarget: 4 },
      select: { id: true },
    })
  const years = { coatings: (await year(coatings.id)).id, stations: (await year(stations.id)).id }

  const enterprises = {
    lead: (await enterprise('91310116MA1J000016', '上海甲牵头涂料有限公司', jinshan.id)).id,
    member: (await enterprise('91310116MA1J000024', '上海乙成员涂料有限公司', jinshan.id)).id,
    neighbour: (await enterprise('91310120MA1J000032', '上海丙邻居涂料有限公司', fengxian.id)).id,
    otherLead: (await enterprise('91310120MA1J000040', '上海丁牵头加油站', fengxian.id)).id,
    stranger: (await enterprise('91310120MA1J000059', '上海戊成员加油站', fengxian.id)).id,
  }
  const memberships = {
    lead: (await join(coatings.id, enterprises.lead, 'LEAD')).id,
    member: (await join(coatings.id, enterprises.member, 'MEMBER')).id,
    neighbour: (await join(coatings.id, enterprises.neighbour, 'MEMBER')).id,
    otherLead: (await join(stations.id, enterprises.otherLead, 'LEAD')).id,
    stranger: (await join(stations.id, enterprises.stranger, 'MEMBER')).id,
  }

  const base = {
    jurisdictions: { jinshan: jinshan.id, fengxian: fengxian.id },
    insurers: { own: own.id, other: other.id },
    alliances: { coatings: coatings.id, stations: stations.id },
    years,
    enterprises,
    memberships,
  }
  const people = await appointPeople(base, worldNow)

  async function actor(name: ActorName): Promise<Actor> {
    const person = name === 'anonymous' ? null : people[name]
    const live = person ? await resolveSession(db, person.sessionId, worldNow) : null
    return live?.actor ?? anonymousActor(worldToday)
  }

  return { ...base, people, actor }
}
