import { changesBetween, type Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { toDate } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal } from '@/lib/core/result'
import { readCorrection, type EnterpriseSubject } from './correction-queries'
import type { CorrectEnterpriseInput } from './schema'
import { searchTokens } from './search-rules'

/**
 * Corrects the entry of an enterprise, with the reason. A form filled from an older version is refused with what stands
 * there now. Telephones that were left empty stay as they are, and stand in the trail as changed, never as numbers.
 */
export async function correctEnterprise(
  tx: Tx,
  subject: EnterpriseSubject,
  { enterpriseId: id, version, reason, principalPhone, safetyLeadPhone, ...entered }: CorrectEnterpriseInput,
): Promise<Outcome<{ version: number }>> {
  const phones = {
    principalPhone: principalPhone ?? subject.principalPhone,
    safetyLeadPhone: safetyLeadPhone ?? subject.safetyLeadPhone,
  }
  const plain = changesBetween(subject, entered)
  const called = changesBetween(subject, phones)
  if (version === subject.version && Object.keys({ ...plain, ...called }).length === 0)
    return { data: { version }, record: null }
  const named = await withNames(tx, plain)
  const { count } = await tx.enterprise.updateMany({
    where: { id, version },
    data: {
      ...entered,
      ...phones,
      standardizationValidTo: entered.standardizationValidTo ? toDate(entered.standardizationValidTo) : null,
      searchTokens: searchTokens(entered),
      version: { increment: 1 },
    },
  })
  if (count === 0) throw await whyNotCorrected(tx, id)
  const changes: Changes = {
    ...named,
    ...Object.fromEntries(Object.keys(called).map((field) => [field, ['***', '***']])),
    reason: [null, reason],
  }
  return {
    data: { version: version + 1 },
    record: { subjectType: 'enterprise', subjectId: id, subjectLabel: entered.name, changes },
  }
}

/** The trail names places as the import's does: by name, under the fields of the workbook. */
async function withNames(tx: Tx, changes: Changes): Promise<Changes> {
  const { supervisingJurisdictionId, locatedDistrictId, ...rest } = changes
  const ids = [supervisingJurisdictionId, locatedDistrictId]
    .flatMap((pair) => pair ?? [])
    .filter((value): value is string => typeof value === 'string')
  if (ids.length === 0) return rest
  const places = await tx.jurisdiction.findMany({ where: { id: { in: ids } }, select: { id: true, shortName: true } })
  const names = new Map(places.map(({ id, shortName }) => [id, shortName]))
  // Not one of the 18: the form offers no such choice.
  if (ids.some((id) => !names.has(id))) throw new Refusal('INVALID', { supervisingJurisdictionId: 'NOT_A_CHOICE' })
  const named = ([before, after]: [unknown, unknown]): [unknown, unknown] => [
    names.get(String(before)) ?? null,
    names.get(String(after)) ?? null,
  ]
  return {
    ...rest,
    ...(supervisingJurisdictionId && { jurisdiction: named(supervisingJurisdictionId) }),
    ...(locatedDistrictId && { locatedDistrict: named(locatedDistrictId) }),
  }
}

/** What somebody else has saved meanwhile, field by field, for the form to lay beside what was typed. */
async function whyNotCorrected(tx: Tx, id: string): Promise<Refusal> {
  const stands = await readCorrection(tx, id)
  const last = await tx.auditEvent.findFirst({
    where: { subjectType: 'enterprise', subjectId: id },
    select: { actorName: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const shown = Object.entries(stands).filter(([field]) => !field.endsWith('Phone'))
  const params = Object.fromEntries(shown.map(([field, value]) => [field, value ?? '']))
  return new Refusal('ENTERPRISE_CHANGED', {}, { ...params, changedBy: last?.actorName ?? '' })
}
