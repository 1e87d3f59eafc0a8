import { storage } from '@/lib/core/storage'
import { makeAnnouncement, makeAnnouncementFile, ofInsurer, ofJinshan } from '../../announcements/announce'
import { answers, everyone, type AddressRow, type OtherRoute } from '../../support/addresses'
import { inDays } from '../../support/stage'
import type { World } from '../../support/world'

const made = {
  coatings: '',
  file: '',
  draft: '',
  ofDraft: '',
  public: '',
  publicFile: '',
  scheduled: '',
  ofScheduled: '',
  withdrawn: '',
  ofWithdrawn: '',
}

async function stored(): Promise<string> {
  async function* bytes() {
    yield Buffer.from('%PDF-1.7')
  }
  return (await storage.put(bytes(), 1_000)).key
}

export async function prepare(world: World): Promise<void> {
  made.coatings = await makeAnnouncement(world)
  made.file = await makeAnnouncementFile(made.coatings, await stored())
  made.draft = await makeAnnouncement(world, { ...ofJinshan(world), publishAt: null })
  made.ofDraft = await makeAnnouncementFile(made.draft, await stored())
  made.public = await makeAnnouncement(world, { audience: 'PUBLIC' })
  made.publicFile = await makeAnnouncementFile(made.public, await stored())
  made.scheduled = await makeAnnouncement(world, { ...ofInsurer(world), publishAt: inDays(1) })
  made.ofScheduled = await makeAnnouncementFile(made.scheduled, await stored())
  made.withdrawn = await makeAnnouncement(world, { audience: 'PUBLIC', withdrawn: true })
  made.ofWithdrawn = await makeAnnouncementFile(made.withdrawn, await stored())
}

const absent = '00000000-0000-7000-8000-000000000000'
const nobodyIn = { anonymous: 404, disabled: 404, revoked: 404 } as const

const outside = {
  hatless: 404,
  insurerAdministrator: 404,
  otherCoordinator: 404,
  formerCoordinator: 404,
  otherLead: 404,
  expired: 404,
  stranger: 404,
} as const
const bureau = { administrator: 200, officer: 200 } as const
const jinshan = { jinshan: 200, jinshanAdministrator: 200 } as const
const serving = { coordinator: 200, deputy: 200 } as const

/** Those who have anybody to address. */
const announcing = {
  ...bureau,
  ...jinshan,
  ...serving,
  fengxian: 200,
  otherCoordinator: 200,
  lead: 200,
  otherLead: 200,
} as const

const page = (part: string, id: () => string, expected: AddressRow['expected']): AddressRow => ({
  route: `/portal/announcements/[announcement]${part}`,
  path: () => `/portal/announcements/${id()}${part}`,
  absent: () => `/portal/announcements/${absent}${part}`,
  expected,
})

const file = (of: () => string, id: () => string, expected: AddressRow['expected']): AddressRow => ({
  route: '/api/announcements/[id]/files/[file]',
  path: () => `/api/announcements/${of()}/files/${id()}`,
  absent: () => `/api/announcements/${of()}/files/${absent}`,
  expected,
})

const open = (id: () => string, expected: AddressRow['expected']): AddressRow => ({
  route: '/announcements/[id]',
  path: () => `/announcements/${id()}`,
  absent: () => `/announcements/${absent}`,
  expected,
})

export const addresses: AddressRow[] = [
  { route: '/portal/announcements', path: () => '/portal/announcements', expected: answers(200) },
  { route: '/portal/announcements/new', path: () => '/portal/announcements/new', expected: answers(404, announcing) },
  page('', () => made.coatings, answers(200, outside)),
  page('', () => made.draft, answers(404, jinshan)),
  page('', () => made.scheduled, answers(404, serving)),
  page('', () => made.withdrawn, answers(404, bureau)),
  page('/edit', () => made.coatings, answers(404, bureau)),
  page('/schedule', () => made.draft, answers(404, jinshan)),
  page('/withdraw', () => made.coatings, answers(404, bureau)),
  page('/withdraw', () => made.withdrawn, answers(404)),
  page('/readers', () => made.coatings, answers(404, bureau)),
  {
    route: '/api/announcements/[id]/readers.xlsx',
    path: () => `/api/announcements/${made.coatings}/readers.xlsx`,
    absent: () => `/api/announcements/${absent}/readers.xlsx`,
    expected: answers(404, { ...nobodyIn, ...bureau }),
  },
  file(
    () => made.coatings,
    () => made.file,
    answers(200, { ...nobodyIn, ...outside }),
  ),
  file(
    () => made.draft,
    () => made.ofDraft,
    answers(404, { ...nobodyIn, ...jinshan }),
  ),
  file(
    () => made.scheduled,
    () => made.ofScheduled,
    answers(404, { ...nobodyIn, ...serving }),
  ),
  file(
    () => made.withdrawn,
    () => made.ofWithdrawn,
    answers(404, { ...nobodyIn, ...bureau }),
  ),
  // Asked for through another announcement: nobody.
  file(
    () => made.public,
    () => made.ofDraft,
    answers(404, nobodyIn),
  ),
  file(
    () => made.public,
    () => made.publicFile,
    everyone(200),
  ),
  { route: '/announcements', path: () => '/announcements', expected: everyone(200) },
  open(() => made.public, everyone(200)),
  open(() => made.coatings, everyone(404)),
  open(() => made.withdrawn, everyone(404)),
]

export const otherRoutes: OtherRoute[] = [
  {
    route: '/api/announcements/[id]/files',
    covered: 'answers POST alone: performs announcement.add-file (tests/announcements/permissions)',
  },
]
