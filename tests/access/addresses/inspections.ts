import { storage } from '@/lib/core/storage'
import { makeFinding, makeFindingFile, makeInspection, makePair } from '../../inspections/pair'
import { answers, type AddressRow, type OtherRoute } from '../../support/addresses'
import { makeActivity } from '../../support/stage'
import type { World } from '../../support/world'

const made = { draft: '', pair: '', finding: '', file: '', discussion: '' }

export async function prepare(world: World): Promise<void> {
  made.draft = await makeInspection(world, 'DRAFT')
  made.pair = await makePair(world, await makeInspection(world))
  made.finding = await makeFinding(world, made.pair)
  made.file = await makeFindingFile(made.finding, { storageKey: await stored() })
  made.discussion = await makeActivity(world, { kind: 'DISCUSSION', state: 'DRAFT' })
}

async function stored(): Promise<string> {
  async function* bytes() {
    yield Buffer.from('%PDF-1.7')
  }
  return (await storage.put(bytes(), 1_000)).key
}

const arranging = { administrator: 200, officer: 200, coordinator: 200, deputy: 200 } as const

/** The two members, the jurisdiction of the inspected one, the bureau and the coordinator; not the lead company. */
const reading = {
  ...arranging,
  jinshan: 200,
  jinshanAdministrator: 200,
  principal: 200,
  designated: 200,
  clerk: 200,
  neighbour: 200,
} as const

const absent = '00000000-0000-7000-8000-000000000000'

export const addresses: AddressRow[] = [
  {
    // Set by the bureau or the coordinator; the lead company reads along.
    route: '/portal/activities/[activity]/pairs',
    path: () => `/portal/activities/${made.draft}/pairs`,
    absent: () => `/portal/activities/${absent}/pairs`,
    expected: answers(404, { ...arranging, lead: 200 }),
  },
  {
    route: '/portal/inspections/[pair]',
    path: () => `/portal/inspections/${made.pair}`,
    absent: () => `/portal/inspections/${absent}`,
    expected: answers(404, reading),
  },
  {
    route: '/portal/inspections/[pair]/[finding]',
    path: () => `/portal/inspections/${made.pair}/${made.finding}`,
    absent: () => `/portal/inspections/${made.pair}/${absent}`,
    expected: answers(404, reading),
  },
  {
    route: '/api/inspection-findings/[id]/files/[file]',
    path: () => `/api/inspection-findings/${made.finding}/files/${made.file}`,
    absent: () => `/api/inspection-findings/${made.finding}/files/${absent}`,
    expected: answers(404, { ...reading, anonymous: 404, disabled: 404, revoked: 404 }),
  },
  {
    route: '/portal/activities/[activity]/setup/own',
    path: () => `/portal/activities/${made.discussion}/setup/own`,
    absent: () => `/portal/activities/${absent}/setup/own`,
    expected: answers(404, { ...arranging, lead: 200 }),
  },
]

export const otherRoutes: OtherRoute[] = [
  {
    route: '/api/inspection-findings/[id]/files',
    covered: 'answers POST alone: performs inspection.add-file (tests/inspections/permissions)',
  },
]
