import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import * as actions from '@/lib/inspections/actions'
import { removeFindingFile, restoreFindingFile } from '@/lib/inspections/file-actions'
import { getFindingFile, listFindingFiles } from '@/lib/inspections/file-queries'
import { addFindingFile } from '@/lib/inspections/upload-actions'
import { filesMax } from '@/lib/problems/rules'
import { upload } from '../problems/evidence'
import { act } from '../support/act'
import { setClock } from '../support/clock'
import { buildWorld, worldNow, type ActorName, type World } from '../support/world'
import { makeFinding, makeFindingFile, makeInspection, makePair } from './pair'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
beforeEach(() => setClock(worldNow))

const found = async (state: 'OPEN' | 'FIXED' = 'OPEN') =>
  makeFinding(world, await makePair(world, await makeInspection(world)), state)

async function add(who: ActorName, findingId: string, file = upload()): Promise<string> {
  const added = await act(world, who, addFindingFile, { findingId, file })
  return added.ok ? added.data.id : added.code
}

describe('evidence of a finding', () => {
  it('is of the side that brought it, read by whoever reads the finding and by nobody else', async () => {
    const findingId = await found()
    const photo = await add('neighbour', findingId)
    const proof = await add('clerk', findingId)
    const noted = await add('coordinator', findingId)
    const { files } = await listFindingFiles(await world.actor('jinshan'), findingId)
    expect(Object.fromEntries(files.map(({ id, side }) => [id, side]))).toEqual({
      [photo]: 'FOUND',
      [proof]: 'MENDED',
      [noted]: 'FOUND',
    })
    const reads = async (name: ActorName, id: string) =>
      (await getFindingFile(await world.actor(name), findingId, id)) !== null
    for (const id of [photo, proof]) {
      for (const name of ['principal', 'neighbour', 'coordinator', 'officer', 'jinshan'] as const)
        expect(await reads(name, id), name).toBe(true)
      // The lead company is a competitor; Fengxian supervises who inspects, not who is inspected.
      for (const name of [
        'lead',
        'fengxian',
        'stranger',
        'otherCoordinator',
        'formerCoordinator',
        'anonymous',
      ] as const)
        expect(await reads(name, id), name).toBe(false)
    }
    const other = await found()
    expect(await getFindingFile(await world.actor('principal'), other, photo)).toBeNull()
    const trail = await db.auditEvent.findMany({ where: { verb: 'inspection.add-file' } })
    expect(trail.length).toBeGreaterThanOrEqual(3)
    expect(JSON.stringify(trail)).not.toMatch(/锈蚀/)
  })

  it('is what was read when it is confirmed, and is fixed then', async () => {
    const findingId = await found('FIXED')
    const fileId = await add('principal', findingId)
    const close = (version: number) => act(world, 'neighbour', actions.closeFinding, { findingId, version })
    expect(await close(1)).toMatchObject({ code: 'CONFLICT' })
    expect((await close(2)).ok).toBe(true)
    for (const who of ['principal', 'neighbour'] as const)
      expect(await add(who, findingId)).toBe('FINDING_EVIDENCE_FIXED')
    const gone = await act(world, 'principal', removeFindingFile, { id: fileId })
    expect(gone).toMatchObject({ code: 'FINDING_EVIDENCE_FIXED' })
  })

  it('is taken away and put back by its side, and unseen in between', async () => {
    const findingId = await found()
    const id = await add('neighbour', findingId)
    expect((await act(world, 'neighbour', removeFindingFile, { id })).ok).toBe(true)
    const left = async (name: ActorName) => {
      const { files, removed } = await listFindingFiles(await world.actor(name), findingId)
      return [files.length, removed.length]
    }
    expect([await left('neighbour'), await left('coordinator'), await left('principal')]).toEqual([
      [0, 1],
      [0, 1],
      [0, 0],
    ])
    expect(await getFindingFile(await world.actor('neighbour'), findingId, id)).toBeNull()
    expect(await act(world, 'principal', restoreFindingFile, { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect((await act(world, 'neighbour', restoreFindingFile, { id })).ok).toBe(true)
    expect(await left('principal')).toEqual([1, 0])
  })

  it('of the inspected member is kept by its own people alone, whoever else reads it', async () => {
    const findingId = await found()
    const id = await makeFindingFile(findingId, { side: 'MENDED' })
    for (const name of ['neighbour', 'coordinator', 'officer', 'jinshan'] as const)
      expect(await act(world, name, removeFindingFile, { id }), name).toMatchObject({ code: 'FORBIDDEN' })
    expect(await act(world, 'lead', removeFindingFile, { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect((await act(world, 'clerk', removeFindingFile, { id })).ok).toBe(true)
    for (const name of ['neighbour', 'coordinator', 'officer', 'jinshan'] as const)
      expect(await act(world, name, restoreFindingFile, { id }), name).toMatchObject({ code: 'NOT_FOUND' })
    expect((await act(world, 'designated', restoreFindingFile, { id })).ok).toBe(true)
  })

  it('is so many files for each side, when two add the last one at once too; the same bytes are there once', async () => {
    const findingId = await found()
    for (let made = 1; made < filesMax; made += 1) await makeFindingFile(findingId)
    const both = await Promise.all([add('neighbour', findingId), add('officer', findingId)])
    expect(both.filter((one) => one === 'FILES_TOO_MANY')).toHaveLength(1)
    const file = upload()
    expect(await add('principal', findingId, file)).not.toBe('FILES_TOO_MANY')
    expect(await add('principal', findingId, { ...file, key: upload().key })).toBe('FILE_ALREADY_THERE')
  })
})
