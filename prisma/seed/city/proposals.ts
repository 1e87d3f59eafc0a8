import type { Actor } from '@/lib/access/actor'
import { record } from '@/lib/access/audit'
import type { Tx } from '@/lib/core/db'
import { proposeCorrection } from '@/lib/registry/proposal-mutations'
import { proposingEnterprise } from '@/lib/registry/proposal-queries'

/** A principal finds that the number of employees and the address have changed, and asks the bureau to correct them. */
export async function proposeOwnCorrection(tx: Tx, actor: Actor, at: Date): Promise<void> {
  if (actor.hat.kind !== 'ENTERPRISE' || !actor.userId) throw new RangeError(`${actor.name} acts for no enterprise`)
  const enterprise = await proposingEnterprise(tx, actor, actor.hat)
  if (!enterprise) throw new RangeError(`${actor.name} does not see its enterprise`)
  const input = {
    enterpriseId: enterprise.id,
    proposalVersion: null,
    name: enterprise.name,
    shortName: enterprise.shortName,
    establishment: enterprise.establishment,
    address: `${enterprise.address}综合楼`,
    industryCode: enterprise.industryCode,
    employees: (enterprise.employees ?? 300) + 46,
    sizeClass: enterprise.sizeClass,
    principalName: enterprise.principalName,
    principalPhone: null,
    safetyLeadName: enterprise.safetyLeadName,
    safetyLeadPhone: null,
    note: '新装置投用，人员增加；办公地址按新门牌核定',
  }
  const { record: facts } = await proposeCorrection(tx, enterprise, input, { userId: actor.userId, at })
  if (facts) await record(tx, actor, 'enterprise.propose-correction', facts)
}
