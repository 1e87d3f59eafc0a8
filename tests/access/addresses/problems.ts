import { db } from '@/lib/core/db'
import { storage } from '@/lib/core/storage'
import { makeTodoFile } from '../../problems/evidence'
import { answers, type AddressRow, type OtherRoute } from '../../support/addresses'
import type { World } from '../../support/world'

const made = { draft: '', sent: '', todo: '', file: '' }

export async function prepare(world: World): Promise<void> {
  const text = {
    allianceYearId: world.years.coatings,
    title: '静电接地检测超期',
    finding: '部分企业未按期检测',
    recommendation: '每半年检测一次',
    dueOn: new Date('2026-12-31T00:00:00Z'),
    createdById: world.people.coordinator.userId,
    createdAt: new Date('2026-11-20T00:00:00Z'),
  }
  made.draft = (await db.problem.create({ data: text })).id
  const sent = await db.problem.create({
    data: {
      ...text,
      state: 'SENT',
      sentAt: text.createdAt,
      todos: { create: { enterpriseId: world.enterprises.member } },
    },
    select: { id: true, todos: { select: { id: true } } },
  })
  made.sent = sent.id
  made.todo = sent.todos[0]?.id ?? ''
  made.file = await makeTodoFile(made.todo, { storageKey: await stored() })
}

async function stored(): Promise<string> {
  async function* bytes() {
    yield Buffer.from('%PDF-1.7')
  }
  return (await storage.put(bytes(), 1_000)).key
}

/** The bureau, the insurer's two and the lead drive the problems of coatings. */
const drivers = answers(404, { administrator: 200, officer: 200, coordinator: 200, deputy: 200, lead: 200 })

/** The member concerned reads it too, and the district that supervises the member; other members do not. */
const readers = {
  administrator: 200,
  officer: 200,
  coordinator: 200,
  deputy: 200,
  lead: 200,
  jinshan: 200,
  jinshanAdministrator: 200,
  principal: 200,
  designated: 200,
  clerk: 200,
} as const

const concerned = answers(404, readers)

/** A download leads nobody to sign in. */
const download = answers(404, { ...readers, anonymous: 404, disabled: 404, revoked: 404 })

const outsiders = {
  hatless: 404,
  insurerAdministrator: 404,
  otherCoordinator: 404,
  formerCoordinator: 404,
  otherLead: 404,
  expired: 404,
  stranger: 404,
} as const

const absent = '00000000-0000-7000-8000-000000000000'

export const addresses: AddressRow[] = [
  {
    route: '/portal/alliances/[alliance]/problems',
    path: () => '/portal/alliances/coatings/problems',
    absent: () => '/portal/alliances/absentee/problems',
    expected: answers(200, outsiders),
  },
  {
    route: '/portal/alliances/[alliance]/problems/new',
    path: () => '/portal/alliances/coatings/problems/new',
    absent: () => '/portal/alliances/absentee/problems/new',
    expected: drivers,
  },
  { route: '/portal/problems', path: () => '/portal/problems', expected: answers(200, {}) },
  {
    route: '/portal/problems/[problem]',
    path: () => `/portal/problems/${made.sent}`,
    absent: () => `/portal/problems/${absent}`,
    expected: concerned,
  },
  {
    route: '/portal/problems/[problem]/revise',
    path: () => `/portal/problems/${made.draft}/revise`,
    absent: () => `/portal/problems/${absent}/revise`,
    expected: drivers,
  },
  {
    route: '/portal/problems/[problem]/[todo]',
    path: () => `/portal/problems/${made.sent}/${made.todo}`,
    absent: () => `/portal/problems/${made.sent}/${absent}`,
    expected: concerned,
  },
  {
    route: '/api/problem-todos/[id]/files/[file]',
    path: () => `/api/problem-todos/${made.todo}/files/${made.file}`,
    absent: () => `/api/problem-todos/${made.todo}/files/${absent}`,
    expected: download,
  },
]

export const otherRoutes: OtherRoute[] = [
  {
    route: '/api/problem-todos/[id]/files',
    covered: 'answers POST alone: performs problem.add-file (tests/problems/permissions)',
  },
]
