import { db } from '@/lib/core/db'

/** What the form of a proposal would send if nothing were typed. */
export async function proposalOf(enterpriseId: string) {
  const stands = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
  const open = await db.correctionProposal.findFirst({ where: { enterpriseId, state: 'OPEN' } })
  return {
    enterpriseId,
    proposalVersion: open?.version ?? null,
    name: stands.name,
    shortName: stands.shortName ?? '',
    establishment: stands.establishment ?? '',
    address: stands.address,
    industryCode: stands.industryCode ?? '',
    employees: stands.employees,
    sizeClass: stands.sizeClass,
    principalName: stands.principalName ?? '',
    principalPhone: '',
    safetyLeadName: stands.safetyLeadName ?? '',
    safetyLeadPhone: '',
    note: '营业执照已变更',
  }
}
