import { db } from '@/lib/core/db'
import { storage } from '@/lib/core/storage'
import { answers, type AddressRow, type OtherRoute } from '../../support/addresses'
import type { World } from '../../support/world'

const made = { mandate: '', bare: '' }

async function* bytes() {
  yield Buffer.from('%PDF-1.7')
}

/** One mandate of the member enterprise with a letter, one without. */
export async function prepare({ people }: World): Promise<void> {
  const of = (userId: string) => db.mandate.findFirstOrThrow({ where: { userId }, select: { id: true } })
  made.mandate = (await of(people.designated.userId)).id
  made.bare = (await of(people.principal.userId)).id
  const { key, sizeBytes, sha256 } = await storage.put(bytes(), 1_000)
  const file = await db.storedFile.create({
    data: { storageKey: key, fileName: '授权书.pdf', mediaType: 'application/pdf', sizeBytes, sha256 },
  })
  await db.mandate.update({ where: { id: made.mandate }, data: { letterId: file.id } })
}

const absent = '00000000-0000-7000-8000-000000000000'

const nobodyIn = { anonymous: 404, disabled: 404, revoked: 404 } as const

const route = '/api/mandates/[mandate]/letter'

export const addresses: AddressRow[] = [
  {
    // The enterprise itself, its bureaus, and today's coordinators of its alliance; not the lead company.
    route,
    path: () => `/api/mandates/${made.mandate}/letter`,
    absent: () => `/api/mandates/${absent}/letter`,
    expected: answers(404, {
      ...nobodyIn,
      administrator: 200,
      officer: 200,
      jinshan: 200,
      jinshanAdministrator: 200,
      coordinator: 200,
      deputy: 200,
      principal: 200,
      designated: 200,
      clerk: 200,
    }),
  },
  {
    // A mandate without a letter: nobody.
    route,
    path: () => `/api/mandates/${made.bare}/letter`,
    absent: () => `/api/mandates/${absent}/letter`,
    expected: answers(404, nobodyIn),
  },
]

export const otherRoutes: OtherRoute[] = [
  { route: '/api/mandates/[mandate]/letter/upload', covered: 'answers POST alone (tests/built/uploads.test.ts)' },
]
