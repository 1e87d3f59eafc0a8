import { Readable } from 'node:stream'
import { storage } from '@/lib/core/storage'
import { db } from '@/lib/core/db'
import { answers, type AddressRow } from '../../support/addresses'
import type { World } from '../../support/world'
import { doneTask } from '../../tasks/fixtures'

let made = ''

/** The officer's, done, with a result that is still kept. */
export async function prepare(world: World): Promise<void> {
  made = await doneTask(world, 'officer')
  const { key, sizeBytes, sha256 } = await storage.put(Readable.from([Buffer.from('结果')]), 1_000)
  const file = await db.storedFile.create({
    data: { storageKey: key, fileName: '结果.txt', mediaType: 'text/plain', sizeBytes, sha256 },
  })
  await db.task.update({
    where: { id: made },
    data: { resultFileId: file.id, resultExpiresAt: new Date('2100-01-01T00:00:00Z') },
  })
}

/** Only who asked, under that hat; a colleague of the same bureau does not. */
const asker = answers(404, { officer: 200 })

const absent = '00000000-0000-7000-8000-000000000000'

export const addresses: AddressRow[] = [
  { route: '/portal/tasks', path: () => '/portal/tasks', expected: answers(200) },
  {
    route: '/portal/tasks/[task]',
    path: () => `/portal/tasks/${made}`,
    absent: () => `/portal/tasks/${absent}`,
    expected: asker,
  },
  {
    route: '/api/tasks/[task]/result',
    path: () => `/api/tasks/${made}/result`,
    absent: () => `/api/tasks/${absent}/result`,
    expected: answers(404, { officer: 200, anonymous: 404, disabled: 404, revoked: 404 }),
  },
]
