import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/core/db'
import type { AppointmentRole } from '@/lib/core/prisma/enums'
import { visibleInsurers, visibleJurisdictions } from '@/lib/organizations/policy'
import { visibleOfficeEnterprises } from './policy'
import { fromOffice } from './schema'

export type OfficeChoice = { value: string; label: string; role: AppointmentRole }

/** The offices of jurisdictions and insurers, for a choice; enterprises are too many and are named by their page. */
export async function listOfficeChoices(actor: Actor): Promise<OfficeChoice[]> {
  const [jurisdictions, insurers] = await Promise.all([
    db.jurisdiction.findMany({
      where: visibleJurisdictions(actor),
      orderBy: { sortOrder: 'asc' },
      select: { id: true, name: true },
    }),
    db.insurer.findMany({ where: visibleInsurers(actor), orderBy: { name: 'asc' }, select: { id: true, name: true } }),
  ])
  const choice = (role: AppointmentRole) => (row: { id: string; name: string }) => ({
    value: fromOffice({ role, officeId: row.id }),
    label: row.name,
    role,
  })
  return [...jurisdictions.map(choice('JURISDICTION')), ...insurers.map(choice('INSURER'))]
}

/** How an enterprise that the actor knows of is called. */
export const getOfficeEnterprise = (actor: Actor, id: string) =>
  db.enterprise.findFirst({
    where: { AND: [visibleOfficeEnterprises(actor), { id }] },
    select: { id: true, name: true },
  })
