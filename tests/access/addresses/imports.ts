import { db } from '@/lib/core/db'
import { answers, type AddressRow, type OtherRoute } from '../../support/addresses'
import type { World } from '../../support/world'

let made = ''

export async function prepare(world: World): Promise<void> {
  const officer = world.people.officer.userId
  const file = await db.storedFile.create({
    data: {
      storageKey: `ab/${crypto.randomUUID()}`,
      fileName: '台账.xlsx',
      mediaType: 'application/octet-stream',
      sizeBytes: 1,
      sha256: 'a'.repeat(64),
      createdById: officer,
    },
  })
  const { id } = await db.import.create({
    data: { uploadedById: officer, fileId: file.id, state: 'CHECKED', newRows: 1, totalRows: 1 },
  })
  made = id
}

/** The municipal bureau keeps the registry. */
const bureau = answers(404, { administrator: 200, officer: 200 })

const absent = '00000000-0000-7000-8000-000000000000'

export const addresses: AddressRow[] = [
  { route: '/portal/enterprises/imports', path: () => '/portal/enterprises/imports', expected: bureau },
  {
    route: '/portal/enterprises/imports/[import]',
    path: () => `/portal/enterprises/imports/${made}`,
    absent: () => `/portal/enterprises/imports/${absent}`,
    expected: bureau,
  },
  {
    // This one has no wrong rows, so nobody gets a file; tests/imports/error-file has one that does.
    route: '/api/enterprises/imports/[import]/errors.xlsx',
    path: () => `/api/enterprises/imports/${made}/errors.xlsx`,
    expected: answers(404, { anonymous: 404, disabled: 404, revoked: 404 }),
  },
]

export const otherRoutes: OtherRoute[] = [
  {
    route: '/api/enterprises/imports',
    covered: 'answers POST alone: performs import.upload (tests/imports/permissions)',
  },
]
