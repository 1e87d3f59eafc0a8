import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/practices/actions'
import { erasePracticeFile } from '@/lib/practices/jobs'
import { addPracticeFile } from '@/lib/practices/upload-actions'
import { listPracticeReaders, noteReading } from '@/lib/practices/queries'
import { act } from '../support/act'
import { emptyDatabase } from '../support/empty'
import { buildWorld, type ActorName, type World } from '../support/world'
import { distinct, fullContent, makeFile, makePractice } from './stage'

let world: World
beforeEach(async () => {
  await emptyDatabase()
  world = await buildWorld()
})

const checked: ('names' | 'drawings' | 'parameters' | 'suppliers')[] = ['names', 'drawings', 'parameters', 'suppliers']

const consent = (versionId: string, shareClass: 'OWN' | 'ALLIANCE' | 'PUBLIC' = 'ALLIANCE', revision = 1) =>
  act(world, 'principal', actions.consentToPractice, { versionId, revision, shareClass, checked })

const review = (name: ActorName, versionId: string, verdict: 'APPROVE' | 'RETURN', comments = '') =>
  act(world, name, actions.reviewPractice, { versionId, verdict, comments })

const practiceOf = (id: string) => db.practice.findUniqueOrThrow({ where: { id } })
const versionsOf = (practiceId: string) =>
  db.practiceVersion.findMany({ where: { practiceId }, orderBy: { number: 'asc' } })

const save = (versionId: string, revision: number, title: string) =>
  act(world, 'clerk', actions.savePractice, {
    versionId,
    revision,
    title,
    subjects: ['CHANGE_MANAGEMENT'],
    area: 'RISK_GRADING',
    content: fullContent,
  })

describe('a draft', () => {
  it('saves itself in turn; whoever is second is told and overwrites nothing', async () => {
    const { versionId, practiceId } = await makePractice(world)
    expect(await save(versionId, 1, '第一次')).toMatchObject({ ok: true, data: { revision: 2 } })
    const second = await save(versionId, 1, '第二个人')
    expect(second).toMatchObject({ code: 'PRACTICE_CHANGED', params: { revision: 2 } })
    // With what stands there now, so that both can be shown.
    const saved: unknown = JSON.parse(String('params' in second && second.params['saved']))
    expect(saved).toEqual({
      title: '第一次',
      subjects: ['CHANGE_MANAGEMENT'],
      area: 'RISK_GRADING',
      content: fullContent,
    })
    expect((await versionsOf(practiceId))[0]).toMatchObject({ title: '第一次', revision: 2 })
  })

  it('stands still once somebody said yes to it', async () => {
    const { versionId } = await makePractice(world)
    await consent(versionId)
    expect(await save(versionId, 1, '改动')).toMatchObject({ code: 'PRACTICE_NOT_A_DRAFT' })
    const file = { key: 'k', sizeBytes: 1, sha256: 'x', fileName: 'a.pdf', mediaType: 'application/pdf' }
    expect(await act(world, 'clerk', addPracticeFile, { versionId, file })).toMatchObject({
      code: 'PRACTICE_NOT_A_DRAFT',
    })
  })

  it('takes no endless title, and cleans what turns the reading direction around', async () => {
    const { versionId, practiceId } = await makePractice(world)
    expect(await save(versionId, 1, '题'.repeat(100_000))).toMatchObject({
      code: 'INVALID',
      fields: { title: 'TOO_LONG' },
    })
    expect(await save(versionId, 1, '<script>\u202e题😀')).toMatchObject({ ok: true })
    expect((await versionsOf(practiceId))[0]?.title).toBe('<script>题😀')
  })
})

describe('consent', () => {
  it('needs the whole checklist, a finished text and the revision that was read', async () => {
    const { versionId } = await makePractice(world)
    const part = { versionId, revision: 1, shareClass: 'ALLIANCE' as const, checked: checked.slice(1) }
    expect(await act(world, 'principal', actions.consentToPractice, part)).toMatchObject({
      code: 'PRACTICE_CHECKLIST_OPEN',
    })
    const twice = { ...part, checked: ['names', 'names', 'names', 'names'] as typeof checked }
    expect(await act(world, 'principal', actions.consentToPractice, twice)).toMatchObject({
      code: 'PRACTICE_CHECKLIST_OPEN',
    })
    expect(await consent(versionId, 'ALLIANCE', 7)).toMatchObject({ code: 'PRACTICE_CHANGED' })
    await db.practiceVersion.update({ where: { id: versionId }, data: { subjects: [] } })
    expect(await consent(versionId)).toMatchObject({ code: 'PRACTICE_INCOMPLETE' })
  })

  it('for the own enterprise publishes at once; each version asks anew', async () => {
    const { versionId, practiceId } = await makePractice(world)
    expect(await consent(versionId, 'OWN')).toEqual({ ok: true, data: { isPublished: true } })
    expect(await practiceOf(practiceId)).toMatchObject({ shareClass: 'OWN', currentVersionId: versionId })
    await act(world, 'clerk', actions.revisePractice, { practiceId })
    expect(await act(world, 'clerk', actions.revisePractice, { practiceId })).toMatchObject({
      code: 'PRACTICE_UNDER_WAY',
    })
    const second = (await versionsOf(practiceId))[1]
    expect(second).toMatchObject({ number: 2, state: 'DRAFT', handedInAt: null })
    expect(await db.practiceConsent.count()).toBe(1)
    await consent(second?.id ?? '')
    await review('coordinator', second?.id ?? '', 'APPROVE')
    expect(await practiceOf(practiceId)).toMatchObject({ shareClass: 'ALLIANCE', currentVersionId: second?.id })
    // What was for the own enterprise stays there.
    expect((await versionsOf(practiceId)).map(({ state, shareClass }) => [state, shareClass])).toEqual([
      ['REPLACED', 'OWN'],
      ['PUBLISHED', 'ALLIANCE'],
    ])
  })
})

describe('review', () => {
  it('returns with a word, and what goes on is a new version', async () => {
    const { versionId, practiceId } = await makePractice(world, { state: 'IN_REVIEW' })
    expect(await review('lead', versionId, 'RETURN')).toMatchObject({
      code: 'INVALID',
      fields: { comments: 'REQUIRED' },
    })
    expect(await review('lead', versionId, 'RETURN', '请补充投入')).toMatchObject({ ok: true })
    expect((await versionsOf(practiceId))[0]?.state).toBe('RETURNED')
    expect(await db.notification.count({ where: { kind: 'PRACTICE_RETURNED' } })).toBe(2)
    expect(await act(world, 'clerk', actions.revisePractice, { practiceId })).toMatchObject({ ok: true })
  })

  it('is nobody’s who had a hand in it, under whatever hat', async () => {
    const { versionId } = await makePractice(world, { state: 'IN_REVIEW' })
    await db.practiceVersion.update({
      where: { id: versionId },
      data: { authorId: world.people.coordinator.userId },
    })
    expect(await review('coordinator', versionId, 'APPROVE')).toMatchObject({ code: 'FORBIDDEN' })
    await db.practiceConsent.updateMany({ data: { byId: world.people.deputy.userId } })
    expect(await review('deputy', versionId, 'APPROVE')).toMatchObject({ code: 'FORBIDDEN' })
    expect(await review('lead', versionId, 'APPROVE')).toMatchObject({ ok: true })
  })

  it('by two at once is one review', async () => {
    const { versionId } = await makePractice(world, { state: 'IN_REVIEW' })
    const results = await Promise.all([
      review('coordinator', versionId, 'APPROVE'),
      review('lead', versionId, 'RETURN', '请补充'),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db.practiceReview.count()).toBe(1)
  })

  it('and a withdrawal at once leave nothing to read', async () => {
    for (let round = 0; round < 4; round++) {
      const { versionId, practiceId } = await makePractice(world, { state: 'IN_REVIEW' })
      await Promise.all([
        review('coordinator', versionId, 'APPROVE'),
        act(world, 'clerk', actions.withdrawPractice, { practiceId, reason: '' }),
      ])
      expect((await practiceOf(practiceId)).withdrawnAt).not.toBeNull()
      expect(await versionsOf(practiceId)).toMatchObject([{ state: 'WITHDRAWN', title: '', content: {} }])
    }
  })
})

describe('who reads it', () => {
  it('is narrowed at once, with what is being reviewed for more, and never widened so', async () => {
    const { practiceId } = await makePractice(world, { state: 'PUBLISHED', shareClass: 'PUBLIC', isPublic: true })
    await act(world, 'clerk', actions.revisePractice, { practiceId })
    const second = (await versionsOf(practiceId))[1]?.id ?? ''
    await consent(second, 'PUBLIC')
    const narrow = (shareClass: 'OWN' | 'ALLIANCE' | 'PUBLIC') =>
      act(world, 'clerk', actions.narrowPractice, { practiceId, shareClass })
    expect(await narrow('ALLIANCE')).toMatchObject({ ok: true })
    expect(await practiceOf(practiceId)).toMatchObject({ shareClass: 'ALLIANCE', publicVersionId: null })
    expect(await narrow('PUBLIC')).toMatchObject({ code: 'PRACTICE_NOT_NARROWER' })
    await review('coordinator', second, 'APPROVE')
    expect(await practiceOf(practiceId)).toMatchObject({ shareClass: 'ALLIANCE', currentVersionId: second })
  })

  it('narrowed to the own enterprise takes it out of the review', async () => {
    const { practiceId } = await makePractice(world, { state: 'PUBLISHED' })
    await act(world, 'clerk', actions.revisePractice, { practiceId })
    const second = (await versionsOf(practiceId))[1]?.id ?? ''
    await consent(second)
    await act(world, 'clerk', actions.narrowPractice, { practiceId, shareClass: 'OWN' })
    expect(await review('coordinator', second, 'APPROVE')).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is the public once the bureau says so, and the version that it said so of', async () => {
    const { practiceId, versionId } = await makePractice(world, { state: 'PUBLISHED', shareClass: 'ALLIANCE' })
    expect(await act(world, 'officer', actions.makePracticePublic, { versionId })).toMatchObject({
      code: 'PRACTICE_NOT_FOR_THE_PUBLIC',
    })
    await db.practice.update({ where: { id: practiceId }, data: { shareClass: 'PUBLIC' } })
    await db.practiceVersion.update({ where: { id: versionId }, data: { shareClass: 'PUBLIC' } })
    expect(await act(world, 'officer', actions.makePracticePublic, { versionId })).toMatchObject({ ok: true })
    await act(world, 'clerk', actions.revisePractice, { practiceId })
    const second = (await versionsOf(practiceId))[1]?.id ?? ''
    await consent(second, 'PUBLIC')
    await review('coordinator', second, 'APPROVE')
    expect(await practiceOf(practiceId)).toMatchObject({ publicVersionId: versionId, currentVersionId: second })
  })

  it('is told to the owner, once a day and person, and to nobody else', async () => {
    const { practiceId } = await makePractice(world, { state: 'PUBLISHED' })
    const practice = { id: practiceId, enterpriseId: world.enterprises.member }
    for (const name of ['neighbour', 'neighbour', 'lead', 'clerk', 'anonymous'] as const)
      await noteReading(await world.actor(name), practice, 'READ_PRACTICE', 1)
    expect((await listPracticeReaders(await world.actor('clerk'), practice)).total).toBe(2)
    expect(await listPracticeReaders(await world.actor('lead'), practice)).toEqual({ rows: [], total: 0 })
  })
})

describe('adoption', () => {
  it('counts an enterprise once, however often it says so', async () => {
    const { practiceId } = await makePractice(world, { state: 'PUBLISHED' })
    const adopt = (outcome: string) => act(world, 'neighbour', actions.adoptPractice, { practiceId, outcome })
    await Promise.all([adopt('一'), adopt('二'), adopt('三')])
    expect(await practiceOf(practiceId)).toMatchObject({ adoptedCount: 1 })
    expect(await db.adoption.count({ where: { endedAt: null } })).toBe(1)
    expect(await act(world, 'neighbour', actions.endAdoption, { practiceId })).toMatchObject({ ok: true })
    expect(await act(world, 'neighbour', actions.endAdoption, { practiceId })).toMatchObject({
      code: 'PRACTICE_NOT_ADOPTED',
    })
    expect(await practiceOf(practiceId)).toMatchObject({ adoptedCount: 0 })
  })
})

describe('withdrawal', () => {
  it('leaves no word of it in any table, takes its files, and tells who uses it', async () => {
    const { practiceId, versionId } = await makePractice(world)
    await makeFile(versionId, 'aa/00000000-0000-4000-8000-000000000001')
    await save(versionId, 1, `${distinct}做法`)
    await consent(versionId, 'ALLIANCE', 2)
    await review('coordinator', versionId, 'APPROVE', `${distinct}很好`)
    await act(world, 'neighbour', actions.adoptPractice, { practiceId, outcome: `${distinct}有用` })
    await noteReading(
      await world.actor('neighbour'),
      { id: practiceId, enterpriseId: world.enterprises.member },
      'READ_PRACTICE',
      1,
    )
    expect(await act(world, 'officer', actions.withdrawPractice, { practiceId, reason: '' })).toMatchObject({
      code: 'PRACTICE_REASON_MISSING',
    })
    expect(await act(world, 'clerk', actions.withdrawPractice, { practiceId, reason: '' })).toMatchObject({ ok: true })

    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT table_name::text AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`
    const held = await Promise.all(
      tables.map(async ({ name }) => {
        const [row] = await db.$queryRawUnsafe<{ count: bigint }[]>(
          `SELECT count(*) AS count FROM "${name}" r WHERE r::text LIKE '%${distinct}%'`,
        )
        return Number(row?.count ?? 0) > 0 ? [name] : []
      }),
    )
    expect(tables.length).toBeGreaterThan(30)
    expect(held.flat()).toEqual([])
    expect(await db.storedFile.count()).toBe(0)
    const jobs = await db.$queryRaw<{ data: { key: string } }[]>`
      SELECT data FROM pgboss.job WHERE name = 'practices.erase'`
    expect(jobs.map(({ data }) => data.key)).toContain('aa/00000000-0000-4000-8000-000000000001')
    await erasePracticeFile(jobs[0]?.data)
    expect(await db.notification.findMany({ where: { kind: 'PRACTICE_WITHDRAWN' } })).toMatchObject([
      { userId: world.people.neighbour.userId },
    ])
    expect(await act(world, 'clerk', actions.withdrawPractice, { practiceId, reason: '' })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
