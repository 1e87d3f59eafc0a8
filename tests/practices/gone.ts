import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { db } from '@/lib/core/db'
import { receiveFile } from '@/lib/core/upload'
import * as actions from '@/lib/practices/actions'
import { erasePracticeFile } from '@/lib/practices/jobs'
import { emptyContent, textOf } from '@/lib/practices/rules'
import { addPracticeFile } from '@/lib/practices/upload-actions'
import { act } from '../support/act'
import type { ActorName, World } from '../support/world'

/** Words that stand nowhere else, one for each way in which something is said of a practice. */
export const said = {
  firstTitle: '绝无仅有甲子旧题',
  title: '绝无仅有乙丑新题',
  text: '绝无仅有丙寅正文',
  figure: '绝无仅有丁卯指标',
  file: '绝无仅有戊辰附件.txt',
  bytes: '绝无仅有己巳字节',
  comment: '绝无仅有庚午退回',
  outcome: '绝无仅有辛未成效',
}
export const words = Object.values(said)

/** What is searched for; a page repeats it, so it is no whole word of those. */
const part = said.title.slice(0, 5)

export type Gone = { practiceId: string; fileId: string }

const checked = ['names', 'drawings', 'parameters', 'suppliers'] as const

/** Through the whole course: returned once, approved, put before the public, used by another firm. */
export async function shareWithEverybody(world: World): Promise<Gone> {
  const done = async <Data>(result: Promise<{ ok: true; data: Data } | { ok: false; code: string }>): Promise<Data> => {
    const answer = await result
    if (!answer.ok) throw new Error(answer.code)
    return answer.data
  }
  const { practiceId } = await done(
    act(world, 'clerk', actions.startPractice, { allianceId: world.alliances.coatings, title: said.firstTitle }),
  )
  const draft = () =>
    db.practiceVersion.findFirstOrThrow({ where: { practiceId, state: 'DRAFT' }, select: { id: true, revision: true } })
  const write = async (title: string) => {
    const { id: versionId, revision } = await draft()
    const content = {
      ...emptyContent,
      problem: textOf(said.text),
      method: textOf('做法'),
      result: textOf('成效'),
      cost: textOf('投入'),
      limits: textOf('条件'),
      figures: [{ label: said.figure, before: '2', after: '1', unit: '次' }],
    }
    const values = { title, subjects: ['CHANGE_MANAGEMENT' as const], area: null, content }
    await done(act(world, 'clerk', actions.savePractice, { versionId, revision, ...values }))
    return versionId
  }
  const handIn = async (versionId: string) => {
    const { revision } = await draft()
    const yes = { versionId, revision, shareClass: 'PUBLIC' as const, checked: [...checked] }
    await done(act(world, 'principal', actions.consentToPractice, yes))
  }
  const first = await write(said.firstTitle)
  const file = await receiveFile(bytesOf(said.bytes), { name: said.file, limitBytes: 1_000 })
  await done(act(world, 'clerk', addPracticeFile, { versionId: first, file }))
  await handIn(first)
  await done(
    act(world, 'lead', actions.reviewPractice, { versionId: first, verdict: 'RETURN', comments: said.comment }),
  )
  await done(act(world, 'clerk', actions.revisePractice, { practiceId }))
  const versionId = await write(said.title)
  await handIn(versionId)
  await done(act(world, 'coordinator', actions.reviewPractice, { versionId, verdict: 'APPROVE', comments: '' }))
  await done(act(world, 'officer', actions.makePracticePublic, { versionId }))
  await done(act(world, 'neighbour', actions.adoptPractice, { practiceId, outcome: said.outcome }))
  const { id: fileId } = await db.practiceFile.findFirstOrThrow({ where: { versionId }, select: { id: true } })
  return { practiceId, fileId }
}

async function* bytesOf(text: string) {
  yield Buffer.from(text)
}

export async function takeBack(world: World, { practiceId }: Gone): Promise<void> {
  const answer = await act(world, 'clerk', actions.withdrawPractice, { practiceId, reason: '' })
  if (!answer.ok) throw new Error(answer.code)
}

type Place = { actor: ActorName; path: string; word: string }

/** Where it must be found as long as it may be read: a search that finds nothing there would find nothing anywhere. */
export function placesOf({ practiceId, fileId }: Gone): Place[] {
  const inside = `/portal/practices/${practiceId}`
  const q = `q=${encodeURIComponent(part)}`
  return [
    { actor: 'anonymous', path: '/', word: said.title },
    { actor: 'anonymous', path: '/practices', word: said.title },
    { actor: 'anonymous', path: `/practices/${practiceId}`, word: said.text },
    { actor: 'anonymous', path: `/practices/${practiceId}`, word: said.figure },
    { actor: 'hatless', path: `/practices/${practiceId}`, word: said.file },
    { actor: 'anonymous', path: `/api/practices/${practiceId}/files/${fileId}`, word: said.bytes },
    { actor: 'neighbour', path: '/portal/practices', word: said.title },
    { actor: 'lead', path: '/portal/alliances/coatings/practices', word: said.title },
    { actor: 'stranger', path: inside, word: said.outcome },
    { actor: 'principal', path: '/portal/practices/own', word: said.title },
    { actor: 'clerk', path: `${inside}?version=1`, word: said.comment },
    { actor: 'clerk', path: `${inside}?version=1`, word: said.firstTitle },
    { actor: 'designated', path: `${inside}/readers`, word: said.title },
    { actor: 'officer', path: `${inside}/withdraw`, word: said.title },
    { actor: 'officer', path: `/portal/visibility/practice/${practiceId}`, word: said.title },
    { actor: 'jinshan', path: `/portal/search?${q}`, word: said.title },
    { actor: 'otherCoordinator', path: `/api/search?${q}`, word: said.title },
    { actor: 'administrator', path: `/api/practices/export.xlsx?${q}`, word: said.title },
  ]
}

/** Of all routes that there are, those that name a practice, with this one; and those that search, asked for it. */
export function addressesOf({ practiceId, fileId }: Gone, routes: string[]): string[] {
  const named = routes.flatMap((route) =>
    /practices\/\[/.test(route)
      ? [route.replace(/practices\/\[\w+\]/, `practices/${practiceId}`).replace('[file]', fileId)]
      : [],
  )
  const searching = routes
    .filter((route) => !route.includes('[') && /practices|search/.test(route))
    .map((route) => `${route}?q=${encodeURIComponent(part)}`)
  const inside = `/portal/practices/${practiceId}`
  const more = [`${inside}?version=1`, `${inside}?version=2&with=1`, `/portal/visibility/practice/${practiceId}`]
  return [...new Set([...named, ...searching, ...more])]
}

/** Does what the worker does after a withdrawal. */
export async function eraseAll(): Promise<void> {
  const jobs = await db.$queryRaw<{ data: unknown }[]>`SELECT data FROM pgboss.job WHERE name = 'practices.erase'`
  for (const { data } of jobs) await erasePracticeFile(data)
}

/** The stored files that hold these words. */
export async function keptWith(text: string): Promise<string[]> {
  const folder = process.env['STORAGE_DIR'] ?? ''
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const held = await Promise.all(files.map(async (file) => ((await readFile(file)).includes(text) ? [file] : [])))
  return held.flat()
}
