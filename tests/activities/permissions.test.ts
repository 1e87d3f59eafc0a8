import { randomUUID } from 'node:crypto'
import { beforeAll } from 'vitest'
import * as actions from '@/lib/activities/actions'
import * as drafts from '@/lib/activities/draft-actions'
import { removeActivityFile, restoreActivityFile } from '@/lib/activities/file-actions'
import { addActivityFile } from '@/lib/activities/upload-actions'
import { describePermissions, verdicts, type Expected, type PermissionRow } from '../support/permissions'
import { inDays, makeActivity, makeFile } from '../support/stage'
import { buildWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const times = { startsAt: '2026-12-08T09:00', endsAt: '2026-12-08T11:30', registrationClosesAt: null }
const where = { mode: 'ON_SITE', place: '漕泾镇会议中心', onlineUrl: '' }
const details = {
  kind: 'TRAINING',
  title: '静电安全培训',
  description: '',
  capacity: 60,
  registrationOpensAt: null,
  allianceIds: [],
  agenda: [{ time: '09:00', title: '开场', speaker: '' }],
}

const { kind, title, description } = details
const basics = { kind, title, description }

const draft = async (w: World) => ({ id: await makeActivity(w, { state: 'DRAFT' }), version: 1, isDone: true })

/** Whoever runs the coatings alliance. */
const runs: Partial<Expected> = {
  administrator: 'ok',
  officer: 'ok',
  coordinator: 'ok',
  deputy: 'ok',
  lead: 'ok',
}

/** Of what the alliance has published, in the week to come: its members see it, the others do not. */
const ofPublished = verdicts('FORBIDDEN', {
  ...runs,
  hatless: 'NOT_FOUND',
  insurerAdministrator: 'NOT_FOUND',
  otherCoordinator: 'NOT_FOUND',
  formerCoordinator: 'NOT_FOUND',
  otherLead: 'NOT_FOUND',
  expired: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
})

/** Of what has been held: the insurer that served it keeps reading its own record. */
const ofHeld: Expected = { ...ofPublished, insurerAdministrator: 'FORBIDDEN' }

/** Of a draft: nobody knows of it but those who run the alliance. */
const ofDraft = verdicts('NOT_FOUND', runs)

const rows: PermissionRow[] = [
  {
    action: actions.scheduleActivity,
    input: (w) => ({ hostAllianceId: w.alliances.coatings, ...details, ...times, ...where }),
    expected: verdicts('FORBIDDEN', runs),
  },
  {
    action: actions.editActivity,
    input: async (w) => ({
      id: await makeActivity(w, { state: 'DRAFT' }),
      version: 1,
      ...details,
      ...times,
      ...where,
    }),
    expected: ofDraft,
  },
  {
    action: actions.limitPlaces,
    input: async (w) => ({
      id: await makeActivity(w, { state: 'DRAFT' }),
      version: 1,
      perEnterprise: 2,
      offerHours: 24,
      alliances: [{ allianceId: w.alliances.coatings, capacity: 40 }],
    }),
    expected: ofDraft,
  },
  {
    action: drafts.writeBasics,
    input: async (w) => ({ ...(await draft(w)), ...basics, startsAt: times.startsAt, endsAt: times.endsAt, ...where }),
    expected: ofDraft,
  },
  {
    action: drafts.writeAgenda,
    input: async (w) => ({ ...(await draft(w)), agenda: details.agenda }),
    expected: ofDraft,
  },
  {
    action: drafts.writeCheckIn,
    input: async (w) => ({
      ...(await draft(w)),
      capacity: 40,
      registrationOpensAt: null,
      registrationClosesAt: null,
    }),
    expected: ofDraft,
  },
  {
    action: drafts.passSection,
    input: async (w) => ({ id: await makeActivity(w, { state: 'DRAFT' }), section: 'NOTICES' }),
    expected: ofDraft,
  },
  {
    action: actions.publishActivity,
    input: async (w) => ({ id: await makeActivity(w, { state: 'DRAFT' }) }),
    expected: ofDraft,
  },
  {
    action: actions.copyActivity,
    input: async (w) => ({ id: await makeActivity(w), startsAt: '2027-01-08T09:00' }),
    expected: ofPublished,
  },
  {
    action: actions.postponeActivity,
    input: async (w) => ({ id: await makeActivity(w), version: 1, ...times, ...where }),
    expected: ofPublished,
  },
  {
    action: actions.cancelActivity,
    input: async (w) => ({ id: await makeActivity(w), reason: '场地检修' }),
    expected: ofPublished,
  },
  {
    action: actions.holdActivity,
    input: async (w) => ({ id: await makeActivity(w, { startsAt: inDays(-0.01) }) }),
    expected: ofPublished,
  },
  {
    action: actions.closeActivity,
    input: async (w) => ({ id: await makeActivity(w, { state: 'HELD', startsAt: inDays(-3) }) }),
    expected: ofHeld,
  },
  {
    action: actions.writeMinutes,
    input: async (w) => ({
      id: await makeActivity(w, { state: 'HELD', startsAt: inDays(-3) }),
      version: 1,
      minutes: '会议形成三项共识',
    }),
    expected: ofHeld,
  },
  {
    action: addActivityFile,
    input: async (w) => ({
      id: await makeActivity(w),
      kind: 'MATERIAL',
      file: { key: randomUUID(), fileName: '课件.pdf', mediaType: 'application/pdf', sizeBytes: 1, sha256: '00' },
    }),
    expected: ofPublished,
  },
  {
    action: removeActivityFile,
    input: async (w) => ({ id: await makeFile(await makeActivity(w)) }),
    expected: ofPublished,
  },
  {
    action: restoreActivityFile,
    input: async (w) => ({ id: await makeFile(await makeActivity(w), { removedAt: inDays(-1) }) }),
    expected: ofPublished,
  },
]

describePermissions('activities', () => world, rows)
