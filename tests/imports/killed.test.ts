import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { confirmImport } from '@/lib/imports/jobs'
import { cutWhileWriting } from '../support/cut'
import { buildWorld, type World } from '../support/world'
import { check, press, referenceCity, registryFile, upload } from './city'

let world: World
beforeAll(async () => {
  world = await buildWorld()
  await referenceCity()
})

const counts = async () => ({
  enterprises: await db.enterprise.count(),
  licences: await db.licence.count(),
  memberships: await db.membership.count(),
  audited: await db.auditEvent.count({ where: { verb: 'enterprise.import' } }),
})

describe('a worker that dies in the middle of an import', () => {
  it('has entered nothing, wherever it dies; the next one enters each row once, and a third time nothing', async () => {
    const id = await upload(world, registryFile)
    await check(id)
    const before = await counts()
    expect((await press(world, id, '2026-01-01')).ok).toBe(true)
    for (const table of ['enterprises', 'licences', 'memberships', 'audit_events']) {
      expect(await cutWhileWriting(table, () => confirmImport({ importId: id }))).toBe(true)
      expect(await counts()).toEqual(before)
    }
    await confirmImport({ importId: id })
    const after = await counts()
    expect(after).toEqual({
      enterprises: before.enterprises + 2_076,
      licences: before.licences + 2_076,
      memberships: before.memberships + 2_076,
      audited: before.audited + 2_076,
    })
    expect(await db.import.findUniqueOrThrow({ where: { id }, select: { state: true } })).toEqual({ state: 'DONE' })
    await Promise.all([confirmImport({ importId: id }), confirmImport({ importId: id })])
    expect(await counts()).toEqual(after)
  }, 60_000)
})
