import type { Actor } from '@/lib/access/actor'
import { visibleActivities } from '@/lib/activities/policy'
import { visibleAnnouncements } from '@/lib/announcements/policy'
import { db } from '@/lib/core/db'
import { visibleEnterprises } from '@/lib/enterprises/policy'
import { now } from '@/lib/core/now'
import { visibleImports } from '@/lib/imports/policy'
import { visiblePractices, visibleVersions } from '@/lib/practices/policy'
import { visibleTopics } from '@/lib/topics/policy'
import type { RecordKind } from './rules'

/** How a kind of record is asked about. */
export type Reader = {
  /** The record as the actor sees it; null where it does not. */
  find: (actor: Actor, id: string) => Promise<{ label: string; href: string } | null>
  /** Whether the very `where` of the pages holds for this actor. */
  sees: (actor: Actor, id: string) => Promise<boolean>
  /** Enterprises with a part of their own in it, which a policy may know by their id; `ownerId` among them. */
  concerned: (id: string) => Promise<{ ids: string[]; ownerId: string | null }>
  /** The policy looks at who supervises an enterprise: one of each jurisdiction is asked for. */
  isBySupervision?: true
}

const nobody = async () => ({ ids: [], ownerId: null })

const activity: Reader = {
  async find(actor, id) {
    const found = await db.activity.findFirst({
      where: { AND: [{ id }, visibleActivities(actor)] },
      select: { title: true },
    })
    return found && { label: found.title, href: `/portal/activities/${id}` }
  },
  sees: async (actor, id) => (await db.activity.count({ where: { AND: [{ id }, visibleActivities(actor)] } })) > 0,
  async concerned(id) {
    const tookPart = await db.enterprise.findMany({
      where: { OR: [{ registrations: { some: { activityId: id } } }, { attendances: { some: { activityId: id } } }] },
      select: { id: true },
    })
    return { ids: tookPart.map((one) => one.id), ownerId: null }
  },
}

const enterprise: Reader = {
  async find(actor, id) {
    const found = await db.enterprise.findFirst({
      where: { AND: [{ id }, visibleEnterprises(actor)] },
      select: { name: true },
    })
    return found && { label: found.name, href: `/portal/enterprises/${id}` }
  },
  sees: async (actor, id) => (await db.enterprise.count({ where: { AND: [{ id }, visibleEnterprises(actor)] } })) > 0,
  concerned: async (id) => ({ ids: [id], ownerId: id }),
}

const topic: Reader = {
  async find(actor, id) {
    const found = await db.topic.findFirst({
      where: { AND: [{ id }, visibleTopics(actor)] },
      select: { title: true, allianceYear: { select: { alliance: { select: { slug: true } } } } },
    })
    return found && { label: found.title, href: `/portal/alliances/${found.allianceYear.alliance.slug}/topics/${id}` }
  },
  sees: async (actor, id) => (await db.topic.count({ where: { AND: [{ id }, visibleTopics(actor)] } })) > 0,
  async concerned(id) {
    const found = await db.topic.findUnique({ where: { id }, select: { ownerId: true } })
    return found?.ownerId ? { ids: [found.ownerId], ownerId: found.ownerId } : nobody()
  },
}

const workbook: Reader = {
  async find(actor, id) {
    const found = await db.import.findFirst({
      where: { AND: [{ id }, visibleImports(actor)] },
      select: { file: { select: { fileName: true } } },
    })
    return found && { label: found.file.fileName, href: `/portal/enterprises/imports/${id}` }
  },
  sees: async (actor, id) => (await db.import.count({ where: { AND: [{ id }, visibleImports(actor)] } })) > 0,
  concerned: nobody,
}

const practice: Reader = {
  async find(actor, id) {
    const found = await db.practiceVersion.findFirst({
      where: { AND: [{ practiceId: id, practice: visiblePractices(actor) }, visibleVersions(actor)] },
      select: { title: true },
      orderBy: { number: 'desc' },
    })
    return found && { label: found.title, href: `/portal/practices/${id}` }
  },
  sees: async (actor, id) => (await db.practice.count({ where: { AND: [{ id }, visiblePractices(actor)] } })) > 0,
  async concerned(id) {
    const found = await db.practice.findUnique({ where: { id }, select: { enterpriseId: true } })
    return found ? { ids: [found.enterpriseId], ownerId: found.enterpriseId } : nobody()
  },
}

const announcement: Reader = {
  async find(actor, id) {
    const found = await db.announcement.findFirst({
      where: { AND: [{ id }, visibleAnnouncements(actor, now())] },
      select: { title: true },
    })
    return found && { label: found.title, href: `/portal/announcements/${id}` }
  },
  sees: async (actor, id) =>
    (await db.announcement.count({ where: { AND: [{ id }, visibleAnnouncements(actor, now())] } })) > 0,
  async concerned(id) {
    const found = await db.announcement.findUnique({ where: { id }, select: { enterpriseId: true } })
    return found?.enterpriseId ? { ids: [found.enterpriseId], ownerId: found.enterpriseId } : nobody()
  },
  isBySupervision: true,
}

const readers: Record<RecordKind, Reader> = {
  activity,
  enterprise,
  topic,
  import: workbook,
  practice,
  announcement,
}

export const readerOf = (kind: RecordKind): Reader => readers[kind]
