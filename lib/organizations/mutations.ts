import { changesBetween, type Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import type { InsurerSubject } from './insurer-queries'

type Names = { name: string; shortName: string }

const about = <Data>(insurer: InsurerSubject, changes: Changes, data: Data): Outcome<Data> => ({
  data,
  record: { subjectType: 'insurer', subjectId: insurer.id, subjectLabel: insurer.name, changes },
})

/** Says which of the two names another insurer has; where two are entered at once, the index refuses (ALREADY_EXISTS). */
async function refuseTaken(tx: Tx, { name, shortName }: Names, exceptId?: string): Promise<void> {
  const others = await tx.insurer.findMany({
    where: { OR: [{ name }, { shortName }], ...(exceptId && { NOT: { id: exceptId } }) },
    select: { name: true, shortName: true },
  })
  if (others.length === 0) return
  throw new Refusal('INVALID', {
    ...(others.some((other) => other.name === name) && { name: 'INSURER_EXISTS' }),
    ...(others.some((other) => other.shortName === shortName) && { shortName: 'INSURER_EXISTS' }),
  })
}

export async function addInsurer(tx: Tx, names: Names): Promise<Outcome<{ insurerId: string }>> {
  await refuseTaken(tx, names)
  const insurer = await tx.insurer.create({ data: names, select: { id: true, name: true, shortName: true } })
  return about(insurer, { name: [null, names.name], shortName: [null, names.shortName] }, { insurerId: insurer.id })
}

/** What was written under the old name keeps it in the trail; everything else shows the new one. */
export async function renameInsurer(tx: Tx, insurer: InsurerSubject, names: Names): Promise<Outcome<null>> {
  const { id, name, shortName } = insurer
  if (name === names.name && shortName === names.shortName) return { data: null, record: null }
  await refuseTaken(tx, names, id)
  const { count } = await tx.insurer.updateMany({ where: { id, name, shortName }, data: names })
  refuseUnless(count === 1, 'INSURER_CHANGED')
  return about(insurer, changesBetween({ name, shortName }, names), null)
}

/** Takes out one that was entered by mistake. Whatever has had a person, an alliance or an activity stays for good. */
export async function removeInsurer(tx: Tx, insurer: InsurerSubject): Promise<Outcome<null>> {
  const { count } = await tx.insurer.deleteMany({
    where: {
      id: insurer.id,
      appointments: { none: {} },
      insurerAppointments: { none: {} },
      activities: { none: {} },
    },
  })
  refuseUnless(count === 1, 'INSURER_IN_USE')
  return about(insurer, { name: [insurer.name, null], shortName: [insurer.shortName, null] }, null)
}
