import type { Actor } from '@/lib/access/actor'
import { changesBetween, recordAccess, type AuditFacts, type Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { now } from '@/lib/core/now'
import { refuseUnless } from '@/lib/core/result'
import { readPhones } from '@/lib/enterprises/phone-rules'
import { maskPhone } from '@/lib/enterprises/rules'
import { namePinyin } from '@/lib/users/mutations'
import type { ExpertSubject } from './queries'
import type { ExpertFields } from './schema'

const facts = ({ id, name }: Pick<ExpertSubject, 'id' | 'name'>, changes: Changes): AuditFacts => ({
  subjectType: 'expert',
  subjectId: id,
  subjectLabel: name,
  changes,
})

/** What may be kept in the trail of an expert: the number never in full. */
const told = ({ phone, ...fields }: ExpertFields & { phone: string }) => ({ ...fields, phone: maskPhone(phone) })

/** Takes somebody into the register; the same name of the same organisation only once, by a constraint. */
export async function registerExpert(
  tx: Tx,
  { createdById, phone: typed, ...fields }: ExpertFields & { phone: string; createdById: string },
): Promise<Outcome<{ expertId: string }>> {
  const phone = readPhones(typed).text
  const { id } = await tx.expert.create({
    data: { ...fields, phone, namePinyin: namePinyin(fields.name), createdById, createdAt: now() },
    select: { id: true },
  })
  return {
    data: { expertId: id },
    record: facts({ id, name: fields.name }, changesBetween({}, told({ ...fields, phone }))),
  }
}

export async function reviseExpert(
  tx: Tx,
  expert: ExpertSubject,
  { version, phone: typed, ...fields }: ExpertFields & { phone: string | null; version: number },
): Promise<Outcome<{ version: number }>> {
  const phone = typed === null ? expert.phone : readPhones(typed).text
  const { count } = await tx.expert.updateMany({
    where: { id: expert.id, version },
    data: { ...fields, phone, namePinyin: namePinyin(fields.name), version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'CONFLICT')
  const { name, organization, title, fields: known, otherFields } = expert
  const before = told({ name, organization, title, fields: known, otherFields, phone: expert.phone })
  return {
    data: { version: version + 1 },
    record: facts(expert, changesBetween<Record<string, unknown>>(before, told({ ...fields, phone }))),
  }
}

/** Lectures no more: nobody new finds them to choose, what they taught stays. Retired already: nothing changes. */
export async function retireExpert(tx: Tx, expert: ExpertSubject): Promise<Outcome<null>> {
  const at = now()
  const { count } = await tx.expert.updateMany({
    where: { id: expert.id, retiredAt: null },
    data: { retiredAt: at, version: { increment: 1 } },
  })
  return { data: null, record: count === 1 ? facts(expert, { retiredOn: [null, at] }) : null }
}

export async function reinstateExpert(tx: Tx, expert: ExpertSubject): Promise<Outcome<null>> {
  const { count } = await tx.expert.updateMany({
    where: { id: expert.id, retiredAt: { not: null } },
    data: { retiredAt: null, version: { increment: 1 } },
  })
  return { data: null, record: count === 1 ? facts(expert, { retiredOn: [expert.retiredAt, null] }) : null }
}

/** Gives the telephone in full and writes into the access log who looked. */
export async function unmaskExpertPhone(
  tx: Tx,
  actor: Actor,
  expert: ExpertSubject,
): Promise<Outcome<{ phone: string }>> {
  refuseUnless(expert.phone !== '', 'PHONE_NOT_KEPT')
  await recordAccess(tx, actor, {
    kind: 'UNMASK_PHONE',
    subjectType: 'expert',
    subjectId: expert.id,
    detail: { name: expert.name },
  })
  return { data: { phone: expert.phone }, record: null }
}
