import { isPortalAdministrator, type Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import type { AppointmentRole } from '@/lib/core/prisma/enums'
import { visibleInsurers, visibleJurisdictions } from '@/lib/organizations/policy'
import { administeredOffice, visibleOfficeEnterprises } from './policy'
import { fromOffice, officeText } from './schema'
import { officeSubject } from './subject-queries'

export type OfficeOption = { value: string; label: string }

/** What an administrator may choose from: one's own office alone, or any. */
export type OfficePlan = { options: OfficeOption[]; fixed: OfficeOption | null; isPortalWide: boolean }

/**
 * The offices to which the actor may appoint. Enterprises are too many for a choice: the municipal administrator comes
 * from the enterprise's own page. Null where that enterprise is not there for the actor.
 */
export async function getOfficePlan(
  actor: Actor,
  enterpriseId: string | undefined,
  municipalName: string,
): Promise<OfficePlan | null> {
  const own = administeredOffice(actor)
  if (own) {
    const office = await officeSubject(db, actor, { office: fromOffice(own) })
    return office && { options: [], fixed: { value: fromOffice(own), label: office.label }, isPortalWide: false }
  }
  if (!isPortalAdministrator(actor)) return null
  if (enterpriseId !== undefined) {
    const fixed = await enterpriseOption(actor, enterpriseId)
    return fixed && { options: [], fixed, isPortalWide: false }
  }
  const options = [{ value: 'MUNICIPAL', label: municipalName }, ...(await listOfficeOptions(actor))]
  return { options, fixed: null, isPortalWide: true }
}

async function enterpriseOption(actor: Actor, id: string): Promise<OfficeOption | null> {
  const value = fromOffice({ role: 'ENTERPRISE', officeId: id })
  if (!officeText.safeParse(value).success) return null
  const row = await db.enterprise.findFirst({
    where: { AND: [visibleOfficeEnterprises(actor), { id }] },
    select: { name: true },
  })
  return row && { value, label: row.name }
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
