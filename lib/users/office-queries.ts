import { isPortalAdministrator, type Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import type { AppointmentRole } from '@/lib/core/prisma/enums'
import { isId } from '@/lib/core/id'
import { visibleInsurers, visibleJurisdictions } from '@/lib/organizations/policy'
import { administeredOffice } from './policy'
import { fromOffice, type Office } from './schema'
import { officeSubject } from './subject-queries'

export type OfficeOption = { value: string; label: string }

/** What an administrator may choose from: one's own office alone, or any. */
export type OfficePlan = { options: OfficeOption[]; fixed: OfficeOption | null; isPortalWide: boolean }

/**
 * The offices to which the actor may appoint. Enterprises are too many for a choice: the municipal administrator comes
 * from the enterprise's own page, and may come from an insurer's. Null where that office is not there for the actor.
 */
export async function getOfficePlan(
  actor: Actor,
  asked: Office | undefined,
  municipalName: string,
): Promise<OfficePlan | null> {
  const own = administeredOffice(actor)
  if (own) {
    const fixed = await officeOption(actor, own)
    return fixed && { options: [], fixed, isPortalWide: false }
  }
  if (!isPortalAdministrator(actor)) return null
  if (asked) {
    const fixed = await officeOption(actor, asked)
    return fixed && { options: [], fixed, isPortalWide: false }
  }
  const options = [{ value: 'MUNICIPAL', label: municipalName }, ...(await listOfficeOptions(actor))]
  return { options, fixed: null, isPortalWide: true }
}

async function officeOption(actor: Actor, office: Office): Promise<OfficeOption | null> {
  if (!isId(office.officeId ?? undefined)) return null
  const value = fromOffice(office)
  const known = await officeSubject(db, actor, { office: value })
  return known && { value, label: known.label }
}

async function listOfficeOptions(actor: Actor): Promise<OfficeOption[]> {
  const [jurisdictions, insurers] = await Promise.all([
    db.jurisdiction.findMany({
      where: visibleJurisdictions(actor),
      orderBy: { sortOrder: 'asc' },
      select: { id: true, name: true },
    }),
    db.insurer.findMany({ where: visibleInsurers(actor), orderBy: { name: 'asc' }, select: { id: true, name: true } }),
  ])
  const option = (role: AppointmentRole) => (row: { id: string; name: string }) => ({
    value: fromOffice({ role, officeId: row.id }),
    label: row.name,
  })
  return [...jurisdictions.map(option('JURISDICTION')), ...insurers.map(option('INSURER'))]
}
