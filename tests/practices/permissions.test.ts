import { beforeAll } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/practices/actions'
import { addPracticeFile } from '@/lib/practices/upload-actions'
import { describePermissions, verdicts, type PermissionRow } from '../support/permissions'
import { buildWorld, type World } from '../support/world'
import { fullContent, makeFile, makePractice } from './stage'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

let serial = 0
const key = () => `aa/00000000-0000-4000-8000-${String(++serial).padStart(12, '0')}`

/** A draft is there for the own enterprise's people alone. */
const own = verdicts('NOT_FOUND', { principal: 'ok', designated: 'ok', clerk: 'ok' })

/** Of the owner, among those who read what is shared with the alliance. */
const ownOfShared = verdicts('NOT_FOUND', {
  principal: 'ok',
  designated: 'ok',
  clerk: 'ok',
  administrator: 'FORBIDDEN',
  officer: 'FORBIDDEN',
  coordinator: 'FORBIDDEN',
  deputy: 'FORBIDDEN',
  lead: 'FORBIDDEN',
  neighbour: 'FORBIDDEN',
})

const inReview = { state: 'IN_REVIEW' } as const
const published = { state: 'PUBLISHED', shareClass: 'ALLIANCE' } as const
const forPublic = { state: 'PUBLISHED', shareClass: 'PUBLIC' } as const

const versionOf = async (wish: Parameters<typeof makePractice>[1] = {}) => ({
  versionId: (await makePractice(world, wish)).versionId,
})
const practiceOf = async (wish: Parameters<typeof makePractice>[1] = {}) => ({
  practiceId: (await makePractice(world, wish)).practiceId,
})

const rows: PermissionRow[] = [
  {
    action: actions.startPractice,
    input: () => ({ allianceId: world.alliances.coatings, title: '新的做法' }),
    expected: verdicts('NOT_FOUND', {
      otherLead: 'FORBIDDEN',
      stranger: 'FORBIDDEN',
      lead: 'ok',
      principal: 'ok',
      designated: 'ok',
      clerk: 'ok',
      neighbour: 'ok',
    }),
  },
  {
    action: actions.savePractice,
    input: async () => ({
      ...(await versionOf()),
      revision: 1,
      title: '改过的题目',
      subjects: [],
      area: null,
      content: fullContent,
    }),
    expected: own,
  },
  { action: actions.revisePractice, input: () => practiceOf(published), expected: ownOfShared },
  {
    action: actions.consentToPractice,
    input: async () => ({
      ...(await versionOf()),
      revision: 1,
      shareClass: 'ALLIANCE',
      checked: ['names', 'drawings', 'parameters', 'suppliers'],
    }),
    expected: { ...own, clerk: 'FORBIDDEN' },
  },
  {
    action: actions.recallPractice,
    input: () => versionOf(inReview),
    expected: { ...own, coordinator: 'FORBIDDEN', deputy: 'FORBIDDEN', lead: 'FORBIDDEN' },
  },
  {
    action: actions.reviewPractice,
    input: async () => ({ ...(await versionOf(inReview)), verdict: 'APPROVE', comments: '' }),
    expected: verdicts('NOT_FOUND', {
      coordinator: 'ok',
      deputy: 'ok',
      lead: 'ok',
      principal: 'FORBIDDEN',
      designated: 'FORBIDDEN',
      clerk: 'FORBIDDEN',
    }),
  },
  {
    action: actions.makePracticePublic,
    input: () => versionOf(forPublic),
    expected: verdicts('FORBIDDEN', {
      administrator: 'ok',
      officer: 'ok',
      hatless: 'NOT_FOUND',
      insurerAdministrator: 'NOT_FOUND',
      formerCoordinator: 'NOT_FOUND',
      expired: 'NOT_FOUND',
    }),
  },
  {
    action: actions.narrowPractice,
    input: async () => ({ ...(await practiceOf(published)), shareClass: 'OWN' }),
    expected: ownOfShared,
  },
  {
    action: actions.withdrawPractice,
    input: async () => ({ ...(await practiceOf(published)), reason: '内容有误' }),
    expected: { ...ownOfShared, administrator: 'ok', officer: 'ok' },
  },
  {
    action: actions.adoptPractice,
    input: async () => ({ ...(await practiceOf(published)), outcome: '报警减少' }),
    expected: {
      ...ownOfShared,
      principal: 'FORBIDDEN',
      designated: 'FORBIDDEN',
      clerk: 'FORBIDDEN',
      lead: 'ok',
      neighbour: 'ok',
    },
  },
  {
    action: actions.endAdoption,
    input: async (_world, actor) => {
      const made = await practiceOf(published)
      const enterpriseId = actor === 'lead' ? world.enterprises.lead : world.enterprises.neighbour
      await db.adoption.create({
        data: { ...made, enterpriseId, byId: world.people.lead.userId, adoptedAt: new Date() },
      })
      await db.practice.update({ where: { id: made.practiceId }, data: { adoptedCount: 1 } })
      return made
    },
    expected: {
      ...ownOfShared,
      principal: 'FORBIDDEN',
      designated: 'FORBIDDEN',
      clerk: 'FORBIDDEN',
      lead: 'ok',
      neighbour: 'ok',
    },
  },
  {
    action: addPracticeFile,
    input: async () => ({
      ...(await versionOf()),
      file: { key: key(), sizeBytes: 3, sha256: 'y', fileName: '附件.pdf', mediaType: 'application/pdf' },
    }),
    expected: own,
  },
  {
    action: actions.removePracticeFile,
    input: async () => ({ fileId: await makeFile((await versionOf()).versionId, key()) }),
    expected: own,
  },
]

describePermissions('practices', () => world, rows)
