import type { Actor } from '@/lib/access/actor'
import { fromDate, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import type { LicenceKind } from '@/lib/core/prisma/enums'
import { visibleDossiers } from '@/lib/enterprises/policy'
import { rungDays } from './licence-rules'
import { licenceRungs, type LicenceRung } from './rules'

export type EndingLicence = {
  id: string
  kind: LicenceKind
  number: string
  validTo: Day
  enterprise: { id: string; name: string; jurisdiction: { shortName: string; nameEn: string } }
  /** When somebody was last told. */
  toldAt: Date | null
}

/** Licences of open enterprises that end within the days of a rung. */
function rungWhere(actor: Actor, rung: LicenceRung): Prisma.LicenceWhereInput {
  const { from, to } = rungDays(rung, actor.today)
  const today = toDate(actor.today)
  return {
    AND: [
      { validTo: { ...(from && { gte: toDate(from) }), lte: toDate(to) } },
      { enterprise: { AND: [visibleDossiers(actor), { OR: [{ closedOn: null }, { closedOn: { gt: today } }] }] } },
    ],
  }
}

const listSelect = {
  id: true,
  kind: true,
  number: true,
  validTo: true,
  enterprise: {
    select: { id: true, name: true, supervisingJurisdiction: { select: { shortName: true, nameEn: true } } },
  },
  reminders: { select: { createdAt: true }, orderBy: { createdAt: 'desc' }, take: 1 },
} satisfies Prisma.LicenceSelect

type ListRecord = Prisma.LicenceGetPayload<{ select: typeof listSelect }>

const dayOfEnd = ({ validTo }: Pick<ListRecord, 'validTo'>): Day => (validTo ? fromDate(validTo) : '')

const asEnding = ({ enterprise, reminders, ...record }: ListRecord): EndingLicence => ({
  id: record.id,
  kind: record.kind,
  number: record.number,
  validTo: dayOfEnd(record),
  enterprise: { id: enterprise.id, name: enterprise.name, jurisdiction: enterprise.supervisingJurisdiction },
  toldAt: reminders[0]?.createdAt ?? null,
})

/** A page of a rung, what ends first on top; what is over, with the latest on top. */
export async function listEndingLicences(
  actor: Actor,
  rung: LicenceRung,
  cursorText?: string,
): Promise<Page<EndingLicence>> {
  const cursor = decodeCursor(cursorText)
  const isRising = (rung !== 'EXPIRED') !== (cursor?.direction === 'before')
  const at = cursor && new Date(`${cursor.value}T00:00:00Z`)
  const isUsable = at !== null && !Number.isNaN(at.getTime())
  const compare = isRising ? 'gt' : 'lt'
  const beyond = isUsable
    ? { OR: [{ validTo: { [compare]: at } }, { validTo: at, id: { [compare]: cursor?.id ?? '' } }] }
    : {}
  const direction = isRising ? 'asc' : 'desc'
  const records = await db.licence.findMany({
    where: { AND: [rungWhere(actor, rung), beyond] },
    select: listSelect,
    orderBy: [{ validTo: direction }, { id: direction }],
    take: pageSize + 1,
  })
  const page = cutPage(records, isUsable ? cursor : null, dayOfEnd)
  return { ...page, rows: page.rows.map(asEnding) }
}

/** How many there are on each rung. */
export async function countEndingLicences(actor: Actor): Promise<Record<LicenceRung, number>> {
  const [EXPIRED = 0, D7 = 0, D30 = 0, D90 = 0] = await Promise.all(
    licenceRungs.map((rung) => db.licence.count({ where: rungWhere(actor, rung) })),
  )
  return { EXPIRED, D7, D30, D90 }
}
