import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'

export type RegistryPlaces = {
  jurisdictions: { id: string; code: string; shortName: string; nameEn: string }[]
  alliances: { id: string; slug: string; name: string; nameEn: string; shortName: string; sortOrder: number }[]
}

/**
 * The 18 bodies and the nine alliances in their customary order: for filters, and so that rows need carry ids only. That
 * they exist is public. One statement, because every list begins with it.
 */
export async function listRegistryPlaces(_actor: Actor): Promise<RegistryPlaces> {
  const [places] = await db.$queryRaw<RegistryPlaces[]>`
    SELECT (SELECT coalesce(json_agg(json_build_object('id', j.id, 'code', j.code, 'shortName', j.short_name,
        'nameEn', j.name_en) ORDER BY j.sort_order, j.id), '[]') FROM jurisdictions j) AS jurisdictions,
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'slug', a.slug, 'name', a.name, 'nameEn', a.name_en,
        'shortName', a.short_name, 'sortOrder', a.sort_order) ORDER BY a.sort_order), '[]') FROM alliances a) AS alliances`
  return places ?? { jurisdictions: [], alliances: [] }
}
