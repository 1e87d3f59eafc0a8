import { isMunicipal, type Actor } from '@/lib/access/actor'

/** Whoever keeps the registry for the whole city looks for entries that stand in it twice. */
export const canJudgeDuplicates = (actor: Actor): boolean => isMunicipal(actor)
