import { isMunicipal, type Actor } from '@/lib/access/actor'

/** 三(一): the municipal bureau sets the alliances up, all nine at a time too. */
export const canCopyYear = (actor: Actor): boolean => isMunicipal(actor)
export const canUndoYearCopy = (actor: Actor): boolean => isMunicipal(actor)
export const canConfigureAllYears = (actor: Actor): boolean => isMunicipal(actor)
export const canStartAllYears = (actor: Actor): boolean => isMunicipal(actor)
