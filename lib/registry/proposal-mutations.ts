import type { Actor } from '@/lib/access/actor'
import type { Changes } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { dayOf } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal, refuseUnless } from '@/lib/core/result'
import { correctEnterprise } from '@/lib/enterprises/correction-mutations'
import { readCorrection, type EnterpriseSubject } from '@/lib/enterprises/correction-queries'
import { maskPhone } from '@/lib/enterprises/rules'
import type { CorrectEnterpriseInput } from '@/lib/enterprises/schema'
import { notify } from '@/lib/notifications/mutations'
import { spokespeopleOf } from './notice-mutations'
import type { ProposalSubject } from './proposal-queries'
import {
  changedFields,
  fieldsOf,
  isPhoneField,
  pickValues,
  type Decisions,
  type EntryValues,
  type ProposableField,
} from './rules'
import { storedValues, type DecideProposalInput, type ProposeCorrectionInput } from './schema'

const about = <Data>(enterprise: { id: string; name: string }, changes: Changes, data: Data): Outcome<Data> => ({
  data,
  record: { subjectType: 'enterprise', subjectId: enterprise.id, subjectLabel: enterprise.name, changes },
})

/** Telephones stand in the trail as changed, never as numbers. */
const inTrail = (field: ProposableField, value: unknown): unknown => (isPhoneField(field) ? '***' : value)

/** Numbers are kept in full only for as long as somebody has to decide on them. */
const withoutNumbers = (values: EntryValues): EntryValues =>
  Object.fromEntries(
    fieldsOf(values).map((field) => {
      const value = values[field] ?? null
      return [field, isPhoneField(field) && typeof value === 'string' ? maskPhone(value) : value]
    }),
  )

/**
 * Lays before the bureau what the enterprise would have changed in its entry: the fields that differ, no others. A
 * telephone left empty stays as it is. Whoever has a proposal open changes that one.
 */
export async function proposeCorrection(
  tx: Tx,
  enterprise: EnterpriseSubject,
  { enterpriseId, proposalVersion, note, principalPhone, safetyLeadPhone, ...entered }: ProposeCorrectionInput,
  { userId, at }: { userId: string; at: Date },
): Promise<Outcome<{ proposalId: string }>> {
  const open = await tx.correctionProposal.findFirst({
    where: { enterpriseId, state: 'OPEN' },
    select: { id: true, version: true, proposed: true },
  })
  refuseUnless((open?.version ?? null) === proposalVersion, 'PROPOSAL_CHANGED')
  const before = storedValues.parse(open?.proposed ?? {})
  const wished: EntryValues = {
    ...entered,
    principalPhone: principalPhone ?? before.principalPhone ?? enterprise.principalPhone,
    safetyLeadPhone: safetyLeadPhone ?? before.safetyLeadPhone ?? enterprise.safetyLeadPhone,
  }
  const fields = changedFields(wished, enterprise)
  refuseUnless(fields.length > 0, 'NOTHING_PROPOSED')
  const data = {
    base: pickValues(enterprise, fields),
    proposed: pickValues(wished, fields),
    note,
    proposedById: userId,
  }
  const proposalId = open
    ? await changeOpen(tx, open, data)
    : (await tx.correctionProposal.create({ data: { ...data, enterpriseId, createdAt: at }, select: { id: true } })).id
  const changes: Changes = Object.fromEntries(
    fields.map((field) => [field, [inTrail(field, enterprise[field]), inTrail(field, wished[field])]]),
  )
  return about(enterprise, { ...changes, reason: [null, note] }, { proposalId })
}

async function changeOpen(
  tx: Tx,
  { id, version }: { id: string; version: number },
  data: { base: EntryValues; proposed: EntryValues; note: string; proposedById: string },
): Promise<string> {
  const { count } = await tx.correctionProposal.updateMany({
    where: { id, version, state: 'OPEN' },
    data: { ...data, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'PROPOSAL_CHANGED')
  return id
}

type Closing = { state: 'DECIDED' | 'WITHDRAWN'; decisions: Decisions; decidedById: string | null; at: Date }

/** An open proposal is closed once, by whoever read its latest version. */
async function closeProposal(
  tx: Tx,
  proposal: ProposalSubject,
  version: number,
  { state, decisions, decidedById, at }: Closing,
): Promise<void> {
  const { count } = await tx.correctionProposal.updateMany({
    where: { id: proposal.id, version, state: 'OPEN' },
    data: {
      state,
      decisions,
      decidedById,
      closedAt: at,
      base: withoutNumbers(storedValues.parse(proposal.base)),
      proposed: withoutNumbers(storedValues.parse(proposal.proposed)),
      version: { increment: 1 },
    },
  })
  refuseUnless(count === 1, proposal.state === 'OPEN' ? 'PROPOSAL_CHANGED' : 'PROPOSAL_CLOSED')
}

/** Takes a proposal back before it is decided. */
export async function withdrawProposal(
  tx: Tx,
  proposal: ProposalSubject,
  version: number,
  at: Date,
): Promise<Outcome<null>> {
  await closeProposal(tx, proposal, version, { state: 'WITHDRAWN', decisions: {}, decidedById: null, at })
  return about(proposal.enterprise, { proposed: [fieldsOf(storedValues.parse(proposal.proposed)), null] }, null)
}

/**
 * Decides each field. What is accepted goes into the registry as any correction does, with its check of versions; the
 * enterprise is told what came of it.
 */
export async function decideProposal(
  tx: Tx,
  actor: Actor,
  proposal: ProposalSubject,
  input: DecideProposalInput,
  at: Date,
): Promise<Outcome<{ accepted: number; refused: number }>> {
  const proposed = storedValues.parse(proposal.proposed)
  const fields = fieldsOf(proposed)
  refuseUndecided(fields, input.decisions)
  await closeProposal(tx, proposal, input.version, {
    state: 'DECIDED',
    decisions: input.decisions,
    decidedById: actor.userId,
    at,
  })
  const accepted = fields.filter((field) => input.decisions[field]?.verdict === 'ACCEPTED')
  const refused = fields.filter((field) => !accepted.includes(field))
  const corrected = await writeAccepted(tx, proposal, input.enterpriseVersion, pickValues(proposed, accepted))
  await tell(tx, proposal, { accepted: accepted.length, refused: refused.length, at })
  const changes: Changes = {
    ...corrected,
    ...(refused.length > 0 && { refused: [null, refused] }),
    proposer: [null, proposal.proposedBy.name],
  }
  return about(proposal.enterprise, changes, { accepted: accepted.length, refused: refused.length })
}

/** Every field that was proposed is decided, and no other. */
function refuseUndecided(fields: ProposableField[], decisions: Decisions): void {
  const missing = fields.filter((field) => !decisions[field])
  if (missing.length > 0)
    throw new Refusal('INVALID', Object.fromEntries(missing.map((field) => [`decisions.${field}.verdict`, 'REQUIRED'])))
  refuseUnless(Object.keys(decisions).length === fields.length, 'PROPOSAL_CHANGED')
}

async function writeAccepted(
  tx: Tx,
  { enterprise, note }: ProposalSubject,
  version: number,
  accepted: EntryValues,
): Promise<Changes> {
  if (fieldsOf(accepted).length === 0) return {}
  const stands = await readCorrection(tx, enterprise.id)
  const { id, version: _, ...entry } = stands
  const corrected = { ...entry, ...accepted, enterpriseId: id, version, reason: note } as CorrectEnterpriseInput
  const { record } = await correctEnterprise(tx, stands, corrected)
  return record?.changes ?? {}
}

const tell = (
  tx: Tx,
  { enterprise }: ProposalSubject,
  { accepted, refused, at }: { accepted: number; refused: number; at: Date },
) =>
  notify(tx, {
    kind: 'PROPOSAL_DECIDED',
    params: { enterprise: enterprise.name, accepted: String(accepted), refused: String(refused) },
    href: `/portal/enterprises/${enterprise.id}/propose`,
    at,
    to: spokespeopleOf(enterprise.id, dayOf(at)),
  })
