import type { Actor } from '@/lib/access/actor'
import { fromDate, toDate, type Day } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleCertificates } from './policy'
import { certificateRungs, endingBetween, type CertificateRung } from './rules'

const endingSelect = {
  id: true,
  number: true,
  name: true,
  enterpriseId: true,
  enterpriseName: true,
  course: true,
  hours: true,
  validUntil: true,
} satisfies Prisma.CertificateSelect

type EndingRecord = Prisma.CertificateGetPayload<{ select: typeof endingSelect }>

export type EndingCertificate = Omit<EndingRecord, 'validUntil'> & { validUntil: Day }

function rungWhere(actor: Actor, rung: CertificateRung): Prisma.CertificateWhereInput {
  const { from, to } = endingBetween(rung, actor.today)
  return {
    AND: [
      { revokedAt: null, validUntil: { ...(from && { gte: toDate(from) }), lte: toDate(to) } },
      visibleCertificates(actor),
    ],
  }
}

const lastDayOf = ({ validUntil }: Pick<EndingRecord, 'validUntil'>): Day => (validUntil ? fromDate(validUntil) : '')

/** A page of a rung, what ends first on top; of what is over the latest. Each actor sees its own part. */
export async function listEndingCertificates(
  actor: Actor,
  rung: CertificateRung,
  cursorText?: string,
): Promise<Page<EndingCertificate>> {
  const cursor = decodeCursor(cursorText)
  const isRising = (rung !== 'EXPIRED') !== (cursor?.direction === 'before')
  const at = cursor && new Date(`${cursor.value}T00:00:00Z`)
  const isUsable = at !== null && !Number.isNaN(at.getTime())
  const past = isRising ? 'gt' : 'lt'
  const beyond = isUsable
    ? { OR: [{ validUntil: { [past]: at } }, { validUntil: at, id: { [past]: cursor?.id ?? '' } }] }
    : {}
  const direction = isRising ? 'asc' : 'desc'
  const records = await db.certificate.findMany({
    where: { AND: [rungWhere(actor, rung), beyond] },
    select: endingSelect,
    orderBy: [{ validUntil: direction }, { id: direction }],
    take: pageSize + 1,
  })
  const page = cutPage(records, isUsable ? cursor : null, lastDayOf)
  return { ...page, rows: page.rows.map((row) => ({ ...row, validUntil: lastDayOf(row) })) }
}

export async function countEndingCertificates(actor: Actor): Promise<Record<CertificateRung, number>> {
  const [D30 = 0, D90 = 0, EXPIRED = 0] = await Promise.all(
    certificateRungs.map((rung) => db.certificate.count({ where: rungWhere(actor, rung) })),
  )
  return { D30, D90, EXPIRED }
}
