import { storage } from '@/lib/core/storage'
import { makeAdvice, makeAdviceFile, makeRequest } from '../../guidances/request'
import { answers, type AddressRow, type OtherRoute } from '../../support/addresses'
import type { World } from '../../support/world'

const made = { given: '', asked: '', advice: '', file: '' }

export async function prepare(world: World): Promise<void> {
  made.asked = await makeRequest(world)
  made.given = await makeRequest(world, { state: 'ADVISED', isGiven: true, visitOn: '2026-11-20' })
  made.advice = await makeAdvice(world, made.given)
  made.file = await makeAdviceFile(made.advice, { storageKey: await stored() })
}

async function stored(): Promise<string> {
  async function* bytes() {
    yield Buffer.from('%PDF-1.7')
  }
  return (await storage.put(bytes(), 1_000)).key
}

/** The enterprise, the bureau, and the district that supervises it. */
const concerned = {
  administrator: 200,
  officer: 200,
  jinshan: 200,
  jinshanAdministrator: 200,
  principal: 200,
  designated: 200,
  clerk: 200,
} as const

const firms = {
  principal: 200,
  designated: 200,
  clerk: 200,
  lead: 200,
  otherLead: 200,
  neighbour: 200,
  stranger: 200,
} as const

const absent = '00000000-0000-7000-8000-000000000000'

export const addresses: AddressRow[] = [
  {
    route: '/portal/guidances',
    path: () => '/portal/guidances',
    expected: answers(200, { hatless: 404, expired: 404 }),
  },
  { route: '/portal/guidances/new', path: () => '/portal/guidances/new', expected: answers(404, firms) },
  {
    route: '/portal/guidances/[guidance]',
    path: () => `/portal/guidances/${made.asked}`,
    absent: () => `/portal/guidances/${absent}`,
    expected: answers(404, concerned),
  },
  {
    route: '/portal/guidances/[guidance]',
    path: () => `/portal/guidances/${made.given}`,
    absent: () => `/portal/guidances/${absent}`,
    expected: answers(404, { ...concerned, coordinator: 200, deputy: 200 }),
  },
  {
    route: '/portal/guidances/[guidance]/[advice]',
    path: () => `/portal/guidances/${made.given}/${made.advice}`,
    absent: () => `/portal/guidances/${made.given}/${absent}`,
    expected: answers(404, { ...concerned, coordinator: 200, deputy: 200 }),
  },
  {
    route: '/api/guidance-advice/[id]/files/[file]',
    path: () => `/api/guidance-advice/${made.advice}/files/${made.file}`,
    absent: () => `/api/guidance-advice/${made.advice}/files/${absent}`,
    expected: answers(404, {
      ...concerned,
      coordinator: 200,
      deputy: 200,
      anonymous: 404,
      disabled: 404,
      revoked: 404,
    }),
  },
]

export const otherRoutes: OtherRoute[] = [
  {
    route: '/api/guidance-advice/[id]/files',
    covered: 'answers POST alone: performs guidance.add-file (tests/guidances/permissions)',
  },
]
