import { storage } from '@/lib/core/storage'
import { makeFile, makePractice } from '../../practices/stage'
import { answers, everyone, type AddressRow, type OtherRoute } from '../../support/addresses'
import type { World } from '../../support/world'

const made = { draft: '', waiting: '', shared: '', open: '', file: '', closed: '' }

async function stored(): Promise<string> {
  async function* bytes() {
    yield Buffer.from('abc')
  }
  return (await storage.put(bytes(), 1_000)).key
}

export async function prepare(world: World): Promise<void> {
  made.draft = (await makePractice(world)).practiceId
  made.waiting = (await makePractice(world, { state: 'IN_REVIEW' })).practiceId
  const shared = await makePractice(world, { state: 'PUBLISHED' })
  made.shared = shared.practiceId
  const open = await makePractice(world, { state: 'PUBLISHED', shareClass: 'PUBLIC', isPublic: true })
  made.open = open.practiceId
  made.file = await makeFile(open.versionId, await stored())
  made.closed = await makeFile(shared.versionId, await stored())
}

const absent = '00000000-0000-7000-8000-000000000000'
const own = answers(404, { principal: 200, designated: 200, clerk: 200 })
const reviewers = answers(404, { coordinator: 200, deputy: 200, lead: 200 })
const writers = answers(404, {
  lead: 200,
  otherLead: 200,
  principal: 200,
  designated: 200,
  clerk: 200,
  neighbour: 200,
  stranger: 200,
})
const alliance = answers(404, {
  administrator: 200,
  officer: 200,
  coordinator: 200,
  deputy: 200,
  lead: 200,
  neighbour: 200,
  principal: 200,
  designated: 200,
  clerk: 200,
})

const at = (part: string, which: keyof typeof made, expected: AddressRow['expected']): AddressRow => ({
  route: `/portal/practices/[practice]${part}`,
  path: () => `/portal/practices/${made[which]}${part}`,
  absent: () => `/portal/practices/${absent}${part}`,
  expected,
})

export const addresses: AddressRow[] = [
  { route: '/portal/practices', path: () => '/portal/practices', expected: answers(200) },
  { route: '/portal/practices/own', path: () => '/portal/practices/own', expected: writers },
  {
    route: '/portal/practices/reviews',
    path: () => '/portal/practices/reviews',
    expected: answers(404, {
      administrator: 200,
      officer: 200,
      coordinator: 200,
      deputy: 200,
      otherCoordinator: 200,
      lead: 200,
      otherLead: 200,
    }),
  },
  { route: '/portal/practices/new', path: () => '/portal/practices/new', expected: writers },
  at('', 'shared', alliance),
  at('/edit', 'draft', own),
  at('/consent', 'draft', own),
  at('/review', 'waiting', reviewers),
  at('/withdraw', 'shared', { ...own, administrator: 200, officer: 200 }),
  at('/readers', 'shared', own),
  {
    route: '/portal/alliances/[alliance]/practices',
    path: () => '/portal/alliances/coatings/practices',
    absent: () => '/portal/alliances/absentee/practices',
    expected: answers(200, {
      hatless: 404,
      insurerAdministrator: 404,
      otherCoordinator: 404,
      formerCoordinator: 404,
      otherLead: 404,
      expired: 404,
      stranger: 404,
    }),
  },
  { route: '/practices', path: () => '/practices', expected: everyone(200) },
  {
    route: '/practices/[id]',
    path: () => `/practices/${made.open}`,
    absent: () => `/practices/${absent}`,
    expected: everyone(200),
  },
  {
    route: '/api/practices/export.xlsx',
    path: () => '/api/practices/export.xlsx',
    expected: {
      ...everyone(404),
      administrator: 200,
      officer: 200,
      jinshan: 200,
      jinshanAdministrator: 200,
      fengxian: 200,
      coordinator: 200,
      deputy: 200,
      otherCoordinator: 200,
    },
  },
  {
    route: '/api/practices/[id]/files/[file]',
    path: () => `/api/practices/${made.open}/files/${made.file}`,
    absent: () => `/api/practices/${made.open}/files/${absent}`,
    expected: everyone(200),
  },
  {
    route: '/api/practices/[id]/files/[file]',
    path: () => `/api/practices/${made.shared}/files/${made.closed}`,
    absent: () => `/api/practices/${made.shared}/files/${absent}`,
    expected: { ...alliance, anonymous: 404, disabled: 404, revoked: 404 },
  },
]

export const otherRoutes: OtherRoute[] = [
  {
    route: '/api/practices/[id]/files',
    covered: 'answers POST alone: performs practice.add-file (tests/practices/permissions)',
  },
]
