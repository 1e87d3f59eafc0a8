import type { Actor } from '@/lib/access/actor'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import { cutPage, decodeCursor, pageSize, type Page } from '@/lib/core/paging'
import type { Prisma } from '@/lib/core/prisma/client'
import type { ProposalState } from '@/lib/core/prisma/enums'
import { readCorrection, type EnterpriseSubject } from '@/lib/enterprises/correction-queries'
import { visibleDossiers } from '@/lib/enterprises/policy'
import { recordSelect } from '@/lib/enterprises/queries'
import { maskPhone } from '@/lib/enterprises/rules'
import { visibleProposals } from './policy'
import {
  fieldsOf,
  isPhoneField,
  isSameValue,
  pickValues,
  proposableFields,
  type Decisions,
  type EntryValue,
  type EntryValues,
  type FieldDecision,
  type ProposableField,
} from './rules'
import { storedDecisions, storedValues } from './schema'

const proposalSelect = {
  id: true,
  state: true,
  base: true,
  proposed: true,
  decisions: true,
  note: true,
  version: true,
  createdAt: true,
  closedAt: true,
  proposedBy: { select: { name: true } },
  decidedBy: { select: { name: true } },
} satisfies Prisma.CorrectionProposalSelect

type ProposalRecord = Prisma.CorrectionProposalGetPayload<{ select: typeof proposalSelect }>

/** One field of a proposal. `present` is what stands there now, and told only where it matters: while it is open. */
export type ProposalLine = {
  field: ProposableField
  base: EntryValue
  proposed: EntryValue
  present: EntryValue
  /** Whether somebody changed it since it was proposed. */
  hasMoved: boolean
  decision: FieldDecision | null
}

export type Proposal = {
  id: string
  state: ProposalState
  note: string
  version: number
  createdAt: Date
  closedAt: Date | null
  proposedBy: string
  decidedBy: string | null
  lines: ProposalLine[]
}

const masked = (field: ProposableField, value: EntryValue | undefined): EntryValue =>
  isPhoneField(field) && typeof value === 'string' ? maskPhone(value) : (value ?? null)

function asProposal(record: ProposalRecord, present: EntryValues): Proposal {
  const base = storedValues.parse(record.base)
  const proposed = storedValues.parse(record.proposed)
  const decisions: Decisions = storedDecisions.parse(record.decisions)
  const isOpen = record.state === 'OPEN'
  return {
    id: record.id,
    state: record.state,
    note: record.note,
    version: record.version,
    createdAt: record.createdAt,
    closedAt: record.closedAt,
    proposedBy: record.proposedBy.name,
    decidedBy: record.decidedBy?.name ?? null,
    lines: fieldsOf(proposed).map((field) => ({
      field,
      base: masked(field, base[field]),
      proposed: masked(field, proposed[field]),
      present: isOpen ? masked(field, present[field]) : null,
      hasMoved: isOpen && !isSameValue(base[field], present[field]),
      decision: decisions[field] ?? null,
    })),
  }
}

const presentValues = (record: Pick<EnterpriseSubject, ProposableField>): EntryValues =>
  pickValues(record, proposableFields)

export type OwnProposals = {
  enterprise: { id: string; name: string; supervisingJurisdictionId: string }
  /** What stands in the registry, telephones masked. */
  present: EntryValues
  open: Proposal | null
  past: Proposal[]
}

/** As many as one page shows of those that are closed. */
const pastMax = 20

/** What an enterprise has proposed; null for whoever does not read its dossier. */
export async function getOwnProposals(actor: Actor, enterpriseId: string): Promise<OwnProposals | null> {
  if (!isId(enterpriseId)) return null
  const record = await db.enterprise.findFirst({
    where: { AND: [{ id: enterpriseId }, visibleDossiers(actor)] },
    select: recordSelect,
  })
  if (!record) return null
  const records = await db.correctionProposal.findMany({
    where: { AND: [{ enterpriseId }, visibleProposals(actor)] },
    select: proposalSelect,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: pastMax + 1,
  })
  const present = presentValues(record)
  const proposals = records.map((one) => asProposal(one, present))
  const { id, name, supervisingJurisdictionId } = record
  return {
    enterprise: { id, name, supervisingJurisdictionId },
    present: Object.fromEntries(proposableFields.map((field) => [field, masked(field, present[field])])),
    open: proposals.find(({ state }) => state === 'OPEN') ?? null,
    past: proposals.filter(({ state }) => state !== 'OPEN').slice(0, pastMax),
  }
}

export type QueuedProposal = Proposal & {
  enterprise: { id: string; name: string; jurisdiction: { shortName: string; nameEn: string } }
}

const queueSelect = {
  ...proposalSelect,
  enterprise: {
    select: { ...recordSelect, supervisingJurisdiction: { select: { shortName: true, nameEn: true } } },
  },
} satisfies Prisma.CorrectionProposalSelect

type QueueRecord = Prisma.CorrectionProposalGetPayload<{ select: typeof queueSelect }>

const asQueued = ({ enterprise, ...record }: QueueRecord): QueuedProposal => ({
  ...asProposal(record, presentValues(enterprise)),
  enterprise: { id: enterprise.id, name: enterprise.name, jurisdiction: enterprise.supervisingJurisdiction },
})

/** A page of the queue: what waits longest comes first, what is closed with the newest first. */
export async function listProposals(
  actor: Actor,
  state: ProposalState,
  cursorText?: string,
): Promise<Page<QueuedProposal>> {
  const cursor = decodeCursor(cursorText)
  const isRising = (state === 'OPEN') !== (cursor?.direction === 'before')
  const at = cursor && new Date(String(cursor.value))
  const isUsable = at !== null && !Number.isNaN(at.getTime())
  const compare = isRising ? 'gt' : 'lt'
  const beyond = isUsable
    ? { OR: [{ createdAt: { [compare]: at } }, { createdAt: at, id: { [compare]: cursor?.id ?? '' } }] }
    : {}
  const direction = isRising ? 'asc' : 'desc'
  const records = await db.correctionProposal.findMany({
    where: { AND: [{ state }, visibleProposals(actor), beyond] },
    select: queueSelect,
    orderBy: [{ createdAt: direction }, { id: direction }],
    take: pageSize + 1,
  })
  const page = cutPage(records, isUsable ? cursor : null, ({ createdAt }) => createdAt.toISOString())
  return { ...page, rows: page.rows.map(asQueued) }
}

/** How many there are in each state. */
export async function countProposals(actor: Actor): Promise<Record<ProposalState, number>> {
  const groups = await db.correctionProposal.groupBy({
    by: ['state'],
    where: visibleProposals(actor),
    _count: { _all: true },
  })
  const count = (state: ProposalState) => groups.find((group) => group.state === state)?._count._all ?? 0
  return { OPEN: count('OPEN'), DECIDED: count('DECIDED'), WITHDRAWN: count('WITHDRAWN') }
}

/** What waits for the actor's decision, for the menu. */
export const countOpenProposals = (actor: Actor): Promise<number> =>
  db.correctionProposal.count({ where: { AND: [{ state: 'OPEN' }, visibleProposals(actor)] } })

/** One proposal with the version of the entry that it is compared with. */
export async function getProposal(
  actor: Actor,
  id: string,
): Promise<{ proposal: QueuedProposal; enterpriseVersion: number } | null> {
  if (!isId(id)) return null
  const record = await db.correctionProposal.findFirst({
    where: { AND: [{ id }, visibleProposals(actor)] },
    select: { ...queueSelect, enterprise: { select: { ...queueSelect.enterprise.select, version: true } } },
  })
  return record && { proposal: asQueued(record), enterpriseVersion: record.enterprise.version }
}

/** The entry that somebody proposes to change. */
export const proposingEnterprise = async (
  tx: Tx,
  actor: Actor,
  { enterpriseId }: { enterpriseId: string },
): Promise<EnterpriseSubject | null> => {
  const found = await tx.enterprise.count({ where: { AND: [{ id: enterpriseId }, visibleDossiers(actor)] } })
  return found > 0 ? readCorrection(tx, enterpriseId) : null
}

const subjectSelect = {
  id: true,
  state: true,
  base: true,
  proposed: true,
  note: true,
  version: true,
  proposedById: true,
  proposedBy: { select: { name: true } },
  enterprise: { select: { id: true, name: true, supervisingJurisdictionId: true } },
} satisfies Prisma.CorrectionProposalSelect

export type ProposalSubject = Prisma.CorrectionProposalGetPayload<{ select: typeof subjectSelect }>

export const proposalSubject = (
  tx: Tx,
  actor: Actor,
  { proposalId }: { proposalId: string },
): Promise<ProposalSubject | null> =>
  tx.correctionProposal.findFirst({
    where: { AND: [{ id: proposalId }, visibleProposals(actor)] },
    select: subjectSelect,
  })
