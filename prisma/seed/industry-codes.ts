import type { Tx } from '@/lib/core/db'
import type { BusinessKind } from '@/lib/core/prisma/enums'
import type { AllianceSlug } from './nine-alliances'

/** Which industries (GB/T 4754—2017) suit which alliance: the office's estimate, to begin with. */
const industryCodes: Record<AllianceSlug, readonly string[]> = {
  petrochemical: ['2511', '2614', '2651', '2652', '2653'],
  'fine-chemical': ['2631', '2645', '2662', '2669', '2684'],
  'oil-gas-storage': ['5941'],
  pharmaceutical: ['2710', '2720'],
  coatings: ['2641', '2642'],
  'industrial-gas': ['2619', '5266'],
  warehousing: ['5942', '5949'],
  'filling-station': ['5265'],
  reagent: ['2661', '5169'],
}

/** Kinds of business that say enough where no industry is known. */
const businessKinds: Partial<Record<AllianceSlug, BusinessKind>> = {
  pharmaceutical: 'PHARMACEUTICAL',
  warehousing: 'WAREHOUSING',
  'filling-station': 'FILLING_STATION',
}

/** Lays the rules once: what the bureau has changed since, or taken out, stays as it is. */
export async function seedIndustryCodes(tx: Tx, allianceId: (slug: AllianceSlug) => string): Promise<void> {
  if ((await tx.allianceIndustryCode.count()) > 0) return
  const slugs = Object.keys(industryCodes) as AllianceSlug[]
  const byCode = slugs.flatMap((slug) =>
    industryCodes[slug].map((industryCode) => ({ allianceId: allianceId(slug), industryCode })),
  )
  const byKind = slugs.flatMap((slug) => {
    const businessKind = businessKinds[slug]
    return businessKind ? [{ allianceId: allianceId(slug), businessKind }] : []
  })
  await tx.allianceIndustryCode.createMany({ data: byCode })
  await tx.allianceIndustryCode.createMany({ data: byKind })
}
