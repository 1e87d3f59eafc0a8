import { isMunicipal, nothing, type Actor } from '@/lib/access/actor'
import type { Import, Prisma } from '@/lib/core/prisma/client'

type OneImport = Pick<Import, 'id' | 'state'>

/** The municipal bureau keeps the registry; nobody else sees what is brought into it. */
export const visibleImports = (actor: Actor): Prisma.ImportWhereInput => (isMunicipal(actor) ? {} : nothing)

export const canUploadWorkbook = (actor: Actor): boolean => isMunicipal(actor)
export const canRemapImport = (actor: Actor, _import: OneImport): boolean => isMunicipal(actor)
export const canConfirmImport = (actor: Actor, _import: OneImport): boolean => isMunicipal(actor)
export const canCancelImport = (actor: Actor, _import: OneImport): boolean => isMunicipal(actor)
