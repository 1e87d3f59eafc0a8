import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import * as actions from '@/lib/announcements/actions'
import * as files from '@/lib/announcements/file-actions'
import { addAnnouncementFile } from '@/lib/announcements/upload-actions'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { buildWorld, worldNow, type World } from '../support/world'
import { hoursFromNow, makeAnnouncement, makeAnnouncementFile, ofInsurer } from './announce'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

/** Who announces to the coatings alliance: the bureau, its insurer's two, its lead company. */
const announces = verdicts('FORBIDDEN', {
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  deputy: 'ok',
  lead: 'ok',
})

const bureau = { administrator: 'ok', officer: 'ok' } as const

/** The bureau's published word to coatings: kept by the bureau, read by the districts, the insurer's two and the members. */
const readers = {
  jinshan: 'FORBIDDEN',
  jinshanAdministrator: 'FORBIDDEN',
  fengxian: 'FORBIDDEN',
  coordinator: 'FORBIDDEN',
  deputy: 'FORBIDDEN',
  lead: 'FORBIDDEN',
  principal: 'FORBIDDEN',
  designated: 'FORBIDDEN',
  clerk: 'FORBIDDEN',
  neighbour: 'FORBIDDEN',
} as const

const kept = verdicts('NOT_FOUND', { ...bureau, ...readers })

/** What the insurer's people have not published yet is there for nobody else, not even for the bureau. */
const ownDraft = verdicts('NOT_FOUND', { coordinator: 'ok', deputy: 'ok' })

const noted = verdicts('NOT_FOUND', {
  ...(Object.fromEntries(Object.keys(readers).map((name) => [name, 'ok'])) as Record<keyof typeof readers, 'ok'>),
  administrator: 'FORBIDDEN',
  officer: 'FORBIDDEN',
})

const text = () => ({
  title: '冬季用电安全',
  body: '请各单位自查',
  audience: 'ALLIANCES' as const,
  jurisdictionIds: [],
  allianceIds: [world.alliances.coatings],
  pinnedUntil: null,
})

const draft = () => makeAnnouncement(world, { ...ofInsurer(world), publishAt: null })
const scheduled = () => makeAnnouncement(world, { ...ofInsurer(world), publishAt: hoursFromNow(5) })

const upload = () => ({
  key: randomUUID(),
  fileName: '附件.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 3,
  sha256: randomUUID(),
})

const rows: PermissionRow[] = [
  { action: actions.draftAnnouncement, input: text, expected: announces },
  {
    action: actions.reviseAnnouncement,
    input: async () => ({ id: await makeAnnouncement(world), version: 1, ...text() }),
    expected: kept,
  },
  { action: actions.publishAnnouncement, input: async () => ({ id: await draft() }), expected: ownDraft },
  {
    action: actions.scheduleAnnouncement,
    input: async () => ({ id: await draft(), publishAt: '2026-12-01T09:00' }),
    expected: ownDraft,
  },
  { action: actions.unscheduleAnnouncement, input: async () => ({ id: await scheduled() }), expected: ownDraft },
  {
    action: actions.withdrawAnnouncement,
    input: async () => ({ id: await makeAnnouncement(world), reason: '内容有误' }),
    expected: kept,
  },
  {
    action: actions.pinAnnouncement,
    input: async () => ({ id: await makeAnnouncement(world), pinnedUntil: '2026-12-01' }),
    expected: kept,
  },
  { action: actions.noteAnnouncement, input: async () => ({ id: await makeAnnouncement(world) }), expected: noted },
  {
    action: addAnnouncementFile,
    input: async () => ({ id: await makeAnnouncement(world), file: upload() }),
    expected: kept,
  },
  {
    action: files.removeAnnouncementFile,
    input: async () => ({ id: await makeAnnouncementFile(await makeAnnouncement(world)) }),
    expected: kept,
  },
  {
    action: files.restoreAnnouncementFile,
    input: async () => ({ id: await makeAnnouncementFile(await makeAnnouncement(world), randomUUID(), worldNow) }),
    expected: verdicts('NOT_FOUND', bureau),
  },
]

describePermissions('announcements', () => world, rows)
