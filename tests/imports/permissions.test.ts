import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import { cancelImport, confirmImport, remapImport } from '@/lib/imports/actions'
import * as uploads from '@/lib/imports/upload-actions'
import { describePermissions, verdicts } from '../support/permissions'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const stored = () => ({ key: `ab/${crypto.randomUUID()}`, sizeBytes: 10, sha256: 'a'.repeat(64) })

/** A checked import of the officer's with one row that can be brought in. */
async function checkedImport(): Promise<string> {
  const { key, sizeBytes, sha256 } = stored()
  const officer = world.people.officer.userId
  const file = await db.storedFile.create({
    data: {
      storageKey: key,
      sizeBytes,
      sha256,
      fileName: '台账.xlsx',
      mediaType: 'application/octet-stream',
      createdById: officer,
    },
  })
  const { id } = await db.import.create({
    data: { uploadedById: officer, fileId: file.id, state: 'CHECKED', newRows: 1, totalRows: 1 },
  })
  return id
}

const bureauOnly = verdicts('NOT_FOUND', { administrator: 'ok', officer: 'ok' })

describePermissions('imports', () => world, [
  {
    action: uploads.uploadWorkbook,
    input: () => ({ fileName: '台账.xlsx', stored: stored() }),
    expected: verdicts('FORBIDDEN', { administrator: 'ok', officer: 'ok' }),
  },
  {
    action: remapImport,
    input: async () => ({
      id: await checkedImport(),
      sheet: '企业台账',
      headerRow: 3,
      columns: { name: 1, creditCode: 2 },
    }),
    expected: bureauOnly,
  },
  {
    action: confirmImport,
    input: async () => ({ id: await checkedImport(), withMemberships: false, joinedOn: null }),
    expected: bureauOnly,
  },
  { action: cancelImport, input: async () => ({ id: await checkedImport() }), expected: bureauOnly },
])
