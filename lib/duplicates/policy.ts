import { isMunicipal, type Actor } from '@/lib/access/actor'
import type { Prisma } from '@/lib/core/prisma/client'
import { visibleDossiers } from '@/lib/enterprises/policy'

/** Whoever keeps the registry for the whole city looks for entries that stand in it twice. */
export const canJudgeDuplicates = (actor: Actor): boolean => isMunicipal(actor)

/** What was merged into an entry is known to whoever reads its dossier. */
export const visibleMerges = (actor: Actor): Prisma.EnterpriseMergeWhereInput => ({ kept: visibleDossiers(actor) })
