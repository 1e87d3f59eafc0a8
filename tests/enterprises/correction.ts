import { db } from '@/lib/core/db'
import { creditCode } from '../imports/fixtures'

/** What the form of a correction would send if nothing but the reason were typed. */
export async function correctionOf(enterpriseId: string) {
  const stands = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
  // The codes of the test world have no right check digit.
  const code = creditCode(stands.creditCode.slice(0, -1))
  if (code !== stands.creditCode)
    await db.enterprise.update({ where: { id: enterpriseId }, data: { creditCode: code } })
  return {
    enterpriseId,
    version: stands.version,
    creditCode: code,
    name: stands.name,
    shortName: stands.shortName ?? '',
    establishment: stands.establishment ?? '',
    supervisingJurisdictionId: stands.supervisingJurisdictionId,
    locatedDistrictId: stands.locatedDistrictId,
    address: stands.address,
    businessKind: stands.businessKind,
    industryCode: stands.industryCode ?? '',
    employees: stands.employees,
    sizeClass: stands.sizeClass,
    standardizationLevel: stands.standardizationLevel,
    standardizationValidTo: stands.standardizationValidTo?.toISOString().slice(0, 10) ?? null,
    majorHazardLevel: stands.majorHazardLevel,
    principalName: stands.principalName ?? '',
    principalPhone: '',
    safetyLeadName: stands.safetyLeadName ?? '',
    safetyLeadPhone: '',
    note: stands.note,
    reason: '核对营业执照',
  }
}
