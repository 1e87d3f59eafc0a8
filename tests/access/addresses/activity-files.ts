import { storage } from '@/lib/core/storage'
import { answers, type AddressRow, type OtherRoute } from '../../support/addresses'
import { inDays, makeActivity, makeFile } from '../../support/stage'
import type { World } from '../../support/world'

const made = { activity: '', file: '', removed: '', draft: '', ofDraft: '' }

async function stored(): Promise<string> {
  async function* bytes() {
    yield Buffer.from('%PDF-1.7')
  }
  return (await storage.put(bytes(), 1_000)).key
}

export async function prepare(world: World): Promise<void> {
  made.activity = await makeActivity(world)
  made.file = await makeFile(made.activity, { storageKey: await stored() })
  made.removed = await makeFile(made.activity, { storageKey: await stored(), removedAt: inDays(-1) })
  made.draft = await makeActivity(world, { state: 'DRAFT' })
  made.ofDraft = await makeFile(made.draft, { storageKey: await stored() })
}

const absent = '00000000-0000-7000-8000-000000000000'

const nobodyIn = { anonymous: 404, disabled: 404, revoked: 404 } as const

const runs = { administrator: 200, officer: 200, coordinator: 200, deputy: 200, lead: 200 } as const

const at = (path: () => string, expected: AddressRow['expected']): AddressRow => ({
  route: '/api/activities/[id]/files/[file]',
  path,
  absent: () => `/api/activities/${made.activity}/files/${absent}`,
  expected,
})

export const addresses: AddressRow[] = [
  // A published activity's: whoever sees the activity.
  at(
    () => `/api/activities/${made.activity}/files/${made.file}`,
    answers(200, {
      ...nobodyIn,
      hatless: 404,
      insurerAdministrator: 404,
      otherCoordinator: 404,
      formerCoordinator: 404,
      otherLead: 404,
      expired: 404,
      stranger: 404,
    }),
  ),
  // A draft's: whoever runs the alliance.
  at(() => `/api/activities/${made.draft}/files/${made.ofDraft}`, answers(404, { ...nobodyIn, ...runs })),
  // Removed, or asked for through another activity: nobody.
  at(() => `/api/activities/${made.activity}/files/${made.removed}`, answers(404, nobodyIn)),
  at(() => `/api/activities/${made.draft}/files/${made.file}`, answers(404, nobodyIn)),
]

export const otherRoutes: OtherRoute[] = [
  {
    route: '/api/activities/[id]/files',
    covered: 'answers POST alone: performs activity.add-file (tests/activities/permissions, tests/built/uploads)',
  },
]
