import { isPortalAdministrator, nothing, type Actor } from './actor'
import type { Prisma } from '@/lib/core/prisma/client'

/** Audit trail and access log are the municipal administrator's alone: they name people of every office. */
export const canReadTrail = isPortalAdministrator

export const visibleAuditEvents = (actor: Actor): Prisma.AuditEventWhereInput => (canReadTrail(actor) ? {} : nothing)

export const visibleAccessEvents = (actor: Actor): Prisma.AccessEventWhereInput => (canReadTrail(actor) ? {} : nothing)
