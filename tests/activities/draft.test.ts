import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { copyActivity, publishActivity, scheduleActivity } from '@/lib/activities/actions'
import { passSection, writeAgenda, writeBasics, writeCheckIn } from '@/lib/activities/draft-actions'
import { listPassedSections } from '@/lib/activities/draft-queries'
import {
  draftSections,
  isSectionDone,
  lacksOf,
  movedWindow,
  partsOf,
  type DraftPart,
} from '@/lib/activities/draft-rules'
import type { ActivityKind } from '@/lib/core/prisma/enums'
import { chooseAudience } from '@/lib/audiences/actions'
import { db } from '@/lib/core/db'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { inDays, makeActivity } from '../support/stage'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(() => setClock(worldNow))

const basics = {
  kind: 'TRAINING' as const,
  title: '静电安全培训',
  description: '',
  startsAt: '2026-12-08T09:00',
  endsAt: '2026-12-08T11:30',
  mode: 'ON_SITE' as const,
  place: '漕泾镇会议中心',
  onlineUrl: '',
}

const line = { time: '09:30', title: '静电接地', speaker: '' }

const passedOf = async (id: string) => (await listPassedSections(await world.actor('coordinator'), id)).sort()

const stateOf = (id: string) => db.activity.findUniqueOrThrow({ where: { id }, include: { agenda: true } })

describe('a draft', () => {
  it('is kept section by section, each save from the version before, and marked by the press alone', async () => {
    const id = await makeActivity(world, { state: 'DRAFT' })
    const write = { id, version: 1, isDone: false, ...basics }
    expect(await act(world, 'coordinator', writeBasics, write)).toMatchObject({ data: { version: 2 } })
    expect(await passedOf(id)).toEqual([])
    const agenda = { id, version: 2, isDone: true, agenda: [line] }
    expect(await act(world, 'lead', writeAgenda, agenda)).toMatchObject({ data: { version: 3 } })
    const closing = { capacity: 40, registrationOpensAt: null, registrationClosesAt: '2026-12-07T17:00' }
    expect(await act(world, 'deputy', writeCheckIn, { id, version: 3, isDone: true, ...closing })).toMatchObject({
      data: { version: 4 },
    })
    expect((await act(world, 'deputy', passSection, { id, section: 'NOTICES' })).ok).toBe(true)
    expect(await passedOf(id)).toEqual(['AGENDA', 'CHECK_IN', 'NOTICES'])
    expect(await stateOf(id)).toMatchObject({ title: '静电安全培训', capacity: 40, agenda: [{ title: '静电接地' }] })
    const trail = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(trail.map(({ verb }) => verb)).toEqual([
      'activity.write-basics',
      'activity.write-agenda',
      'activity.write-check-in',
      'activity.pass-section',
    ])
  })

  it('of two who write the same version at once keeps one, and tells the other', async () => {
    const id = await makeActivity(world, { state: 'DRAFT' })
    const both = await Promise.all(
      ['甲题目', '乙题目'].map((title) =>
        act(world, 'coordinator', writeBasics, { id, version: 1, isDone: false, ...basics, title }),
      ),
    )
    expect(both.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['CONFLICT', 'ok'])
    expect((await stateOf(id)).version).toBe(2)
  })

  it('takes agenda and registration window along when it moves, and opens what would not fit', async () => {
    const id = await makeActivity(world, { state: 'DRAFT', startsAt: new Date('2026-12-01T01:00:00Z') })
    await act(world, 'coordinator', writeAgenda, { id, version: 1, isDone: false, agenda: [line] })
    const window = { registrationOpensAt: '2026-11-25T09:00', registrationClosesAt: '2026-11-30T17:00', capacity: null }
    await act(world, 'coordinator', writeCheckIn, { id, version: 2, isDone: false, ...window })
    expect((await act(world, 'coordinator', writeBasics, { id, version: 3, isDone: false, ...basics })).ok).toBe(true)
    const moved = await stateOf(id)
    expect(moved.agenda[0]?.startsAt).toEqual(new Date('2026-12-08T01:30:00Z'))
    expect(moved.registrationOpensAt).toEqual(new Date('2026-12-02T01:00:00Z'))
    expect(moved.registrationClosesAt).toEqual(new Date('2026-12-07T09:00:00Z'))
    const at = (time: string) => new Date(`2026-12-08T${time}:00Z`)
    const open = movedWindow(
      { registrationOpensAt: at('03:00'), registrationClosesAt: at('05:00') },
      { startsAt: at('01:00'), endsAt: at('04:00') },
      0,
    )
    expect(open).toEqual({ registrationOpensAt: null, registrationClosesAt: null })
  })

  it('refuses a window that does not fit its times, at the field', async () => {
    const id = await makeActivity(world, { state: 'DRAFT' })
    const write = {
      id,
      version: 1,
      isDone: true,
      capacity: null,
      registrationOpensAt: null,
      registrationClosesAt: null,
    }
    expect(
      await act(world, 'coordinator', writeCheckIn, { ...write, registrationClosesAt: '2026-12-09T09:00' }),
    ).toMatchObject({ fields: { registrationClosesAt: 'CLOSES_AFTER_END' } })
    expect(
      await act(world, 'coordinator', writeCheckIn, { ...write, registrationOpensAt: '2026-12-02T09:00' }),
    ).toMatchObject({ fields: { registrationOpensAt: 'OPENS_AFTER_CLOSE' } })
    expect(await passedOf(id)).toEqual([])
  })

  it('is written no more once it is published', async () => {
    const id = await makeActivity(world)
    const write = { id, version: 1, isDone: true }
    for (const answer of [
      await act(world, 'coordinator', writeBasics, { ...write, ...basics }),
      await act(world, 'coordinator', writeAgenda, { ...write, agenda: [] }),
      await act(world, 'coordinator', passSection, { id, section: 'NOTICES' }),
    ])
      expect(answer).toMatchObject({ code: 'ACTIVITY_NOT_A_DRAFT' })
  })

  it('is published as it was looked through, or not at all', async () => {
    const id = await makeActivity(world, { state: 'DRAFT' })
    await act(world, 'lead', writeBasics, { id, version: 1, isDone: false, ...basics })
    expect(await act(world, 'coordinator', publishActivity, { id, version: 1 })).toMatchObject({ code: 'CONFLICT' })
    expect(await db.invitation.count({ where: { activityId: id } })).toBe(0)
    expect((await act(world, 'coordinator', publishActivity, { id, version: 2 })).ok).toBe(true)
  })

  it('says what is lacking, and a section with a lack is not done', () => {
    const times = { startsAt: inDays(-2), endsAt: inDays(-1) }
    const bare = {
      kind: 'TRAINING' as const,
      mode: 'MIXED' as const,
      place: '',
      onlineUrl: '',
      ...times,
      visitHosts: [],
      inspectionPairs: [],
    }
    const lacks = lacksOf(bare, worldNow)
    expect(lacks.map(({ code }) => code)).toEqual(['NO_PLACE', 'NO_ADDRESS', 'OVER'])
    expect(isSectionDone('BASICS', ['BASICS'], lacks)).toBe(false)
    expect(isSectionDone('AGENDA', ['AGENDA'], lacks)).toBe(true)
    expect(isSectionDone('AGENDA', ['BASICS'], [])).toBe(false)
    const inspection = lacksOf({ ...bare, kind: 'MUTUAL_INSPECTION' }, worldNow)
    expect(inspection.map(({ code }) => code)).toContain('NO_PAIRS')
    expect(isSectionDone('PAIRS', ['PAIRS'], inspection)).toBe(false)
    expect(isSectionDone('PAIRS', [], [])).toBe(true)
    expect(isSectionDone('SPEAKERS', [], [])).toBe(false)
  })

  it('asks for what its kind has of its own, where it can be answered', () => {
    const before = (part: string) => (kind: ActivityKind) => {
      const parts = partsOf({ kind })
      return parts[parts.indexOf(part as DraftPart) - 1]
    }
    expect(before('HOST')('SITE_VISIT')).toBe('BASICS')
    expect(before('QUESTION')('DISCUSSION')).toBe('BASICS')
    expect(before('PAIRS')('MUTUAL_INSPECTION')).toBe('AUDIENCE')
    expect(before('SPEAKERS')('EXPERIENCE_SHARING')).toBe('AUDIENCE')
    expect(partsOf({ kind: 'TRAINING' })).toEqual(draftSections)
  })
})

describe('scheduling', () => {
  it('has the basics, and choosing an audience is a section too; a copy keeps the audience and looks at all anew', async () => {
    const scheduled = await act(world, 'coordinator', scheduleActivity, {
      hostAllianceId: world.alliances.coatings,
      ...basics,
      capacity: null,
      registrationOpensAt: null,
      registrationClosesAt: null,
      allianceIds: [],
      agenda: [],
    })
    const id = scheduled.ok ? scheduled.data.id : ''
    const { version } = await stateOf(id)
    const rule = { jurisdictionIds: [world.jurisdictions.jinshan], businessKinds: [], mandateKinds: [] }
    const choice = { id, version, allianceIds: [], ...rule, isUntrainedOnly: true }
    expect((await act(world, 'coordinator', chooseAudience, choice)).ok).toBe(true)
    expect(await passedOf(id)).toEqual(['AUDIENCE', 'BASICS'])
    const copied = await act(world, 'coordinator', copyActivity, { id, startsAt: '2027-01-08T09:00' })
    const copy = copied.ok ? copied.data.id : ''
    expect(await passedOf(copy)).toEqual([])
    expect(
      await db.audienceRule.findUnique({ where: { activityId: copy }, include: { jurisdictions: true } }),
    ).toMatchObject({ isUntrainedOnly: true, evaluatedAt: null, jurisdictions: [{}] })
  })
})
