import type { Tx } from '@/lib/core/db'
import { seedIndustryCodes } from './industry-codes'
import { jurisdictions } from './jurisdictions'
import { annexTopics2024, nineAlliances, type AllianceSlug } from './nine-alliances'

/** The year of the notice and of its annex. */
const noticeYear = 2024

/** Ids by the names that stay the same in every database. */
export type Reference = {
  allianceId: (slug: AllianceSlug) => string
  jurisdictionId: (code: string) => string
}

/**
 * Writes what every database of the portal holds: nine alliances, 18 jurisdictions, the annex topics of 2024. Adds what is
 * missing and touches nothing that is there; a correction of a name is a migration of its own.
 */
export async function seedReference(tx: Tx): Promise<Reference> {
  await tx.alliance.createMany({
    data: nineAlliances.map((alliance, index) => ({ ...alliance, sortOrder: index + 1 })),
    skipDuplicates: true,
  })
  await tx.jurisdiction.createMany({
    data: jurisdictions.map((jurisdiction, index) => ({ ...jurisdiction, sortOrder: index + 1 })),
    skipDuplicates: true,
  })
  const alliances = await tx.alliance.findMany({ select: { id: true, slug: true } })
  const bodies = await tx.jurisdiction.findMany({ select: { id: true, code: true } })
  await seedAnnex(tx, alliances)
  const allianceId = lookUp(new Map(alliances.map(({ slug, id }) => [slug, id])))
  await seedIndustryCodes(tx, allianceId)
  return {
    allianceId,
    jurisdictionId: lookUp(new Map(bodies.map(({ code, id }) => [code, id]))),
  }
}

const lookUp = (ids: Map<string, string>) => (key: string) => {
  const id = ids.get(key)
  if (!id) throw new RangeError(`no reference row for ${key}`)
  return id
}

/** The topics hang on the year 2024 of their alliance, which stays PLANNED until the bureau says otherwise. */
async function seedAnnex(tx: Tx, alliances: { id: string; slug: string }[]): Promise<void> {
  await tx.allianceYear.createMany({
    data: alliances.map(({ id }) => ({ allianceId: id, year: noticeYear })),
    skipDuplicates: true,
  })
  const years = await tx.allianceYear.findMany({
    where: { year: noticeYear },
    select: { id: true, alliance: { select: { slug: true } } },
  })
  const titles: Record<string, string> = annexTopics2024
  await tx.topic.createMany({
    data: years.flatMap(({ id, alliance }) => {
      const title = titles[alliance.slug]
      return title ? [{ allianceYearId: id, title, source: 'ANNEX' as const }] : []
    }),
    skipDuplicates: true,
  })
}
