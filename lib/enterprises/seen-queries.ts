import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import { visibleDossiers } from './policy'

/** Those of the ids whose dossier the actor reads: where notifications about an enterprise lead. */
export async function listSeenEnterpriseIds(actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const where = { AND: [{ id: { in: ids } }, visibleDossiers(actor)] }
  return (await db.enterprise.findMany({ where, select: { id: true } })).map(({ id }) => id)
}
