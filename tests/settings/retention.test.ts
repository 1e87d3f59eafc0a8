import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inBatches } from '@/lib/core/batches'
import { db } from '@/lib/core/db'
import { storage } from '@/lib/core/storage'
import { sweepErrorFiles } from '@/lib/imports/jobs'
import { sweepNotifications, sweepOutbox } from '@/lib/notifications/jobs'
import { sweepAccessLog } from '@/lib/settings/jobs'
import { defaultSettings } from '@/lib/settings/rules'
import { sweepSignIns } from '@/lib/users/jobs'
import { buildWorld, type World } from '../support/world'

// Rows are as old as the database's clock says, for the trigger and the function go by it.
const at = new Date()
const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000)
const retention = { ...defaultSettings.retention, accessLogDays: 365 }

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

describe('the access log', () => {
  const plant = (days: number[]) =>
    db.accessEvent.createMany({
      data: days.map((age) => ({
        at: daysAgo(age),
        actorName: `vor ${age}`,
        actorHat: '',
        kind: 'EXPORT',
        subjectType: 'test',
      })),
    })
  const ages = async () =>
    (await db.accessEvent.findMany({ orderBy: { at: 'asc' }, select: { actorName: true } })).map(
      ({ actorName }) => actorName,
    )

  it('forgets what is older than the setting, in batches, twice as well as once', async () => {
    await plant([400, 366, 364, 200, 1])
    await Promise.all([sweepAccessLog(retention, at), sweepAccessLog(retention, at)])
    await sweepAccessLog(retention, at)
    expect(await ages()).toEqual(['vor 364', 'vor 200', 'vor 1'])
  })

  it('keeps 180 days whatever is asked for', async () => {
    await sweepAccessLog({ ...retention, accessLogDays: 0 }, at)
    expect(await ages()).toEqual(['vor 1'])
  })

  it('cannot be deleted from in any other way, not even by its owner, not even after the function ran', async () => {
    await plant([500])
    const remove = 'DELETE FROM access_events'
    await expect(db.$executeRawUnsafe(remove)).rejects.toThrow(/append-only/)
    await expect(
      db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT forget_access_events(now() - interval '900 days', 1)`
        await tx.$executeRawUnsafe(remove)
      }),
    ).rejects.toThrow(/append-only/)
    await expect(
      db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT set_config('portal.forgets', 'access_events', true)`
        await tx.$executeRawUnsafe(remove)
      }),
    ).rejects.toThrow(/append-only/)
    expect(await ages()).toEqual(['vor 500', 'vor 1'])
  })
})

describe('the audit trail', () => {
  it('is kept however old it is', async () => {
    await db.auditEvent.create({
      data: { at: daysAgo(5_000), actorName: 'a', actorHat: 'b', verb: 'test.write', subjectType: 'test' },
    })
    await expect(db.$executeRaw`DELETE FROM audit_events`).rejects.toThrow(/append-only/)
    expect(await db.auditEvent.count({ where: { subjectType: 'test' } })).toBe(1)
  })
})

describe('notifications and mails', () => {
  it('go by their age, and what still waits to be sent does not', async () => {
    const { userId } = world.people.principal
    const told = (age: number) => ({ userId, kind: 'PLACE_GIVEN', href: '/portal', createdAt: daysAgo(age) })
    await db.notification.createMany({ data: [told(366), told(364)] })
    await sweepNotifications(retention, at)
    expect(await db.notification.count()).toBe(1)

    const mail = (state: 'WAITING' | 'SENT' | 'FAILED', age: number) => ({
      to: `${state}-${age}`,
      subject: '',
      body: 'text',
      state,
      createdAt: daysAgo(age),
    })
    await db.outboxMessage.createMany({
      data: [
        mail('SENT', 91),
        mail('SENT', 89),
        mail('FAILED', 91),
        mail('FAILED', 8),
        mail('FAILED', 6),
        mail('WAITING', 400),
      ],
    })
    await sweepOutbox(retention, at)
    await sweepOutbox(retention, at)
    const left = await db.outboxMessage.findMany({ orderBy: { to: 'asc' }, select: { to: true, body: true } })
    expect(left).toEqual([
      { to: 'FAILED-6', body: 'text' },
      { to: 'FAILED-8', body: '' },
      { to: 'SENT-89', body: 'text' },
      { to: 'WAITING-400', body: 'text' },
    ])
  })
})

describe('sign-ins and links', () => {
  it('go by when they ended', async () => {
    const { userId } = world.people.hatless
    await db.session.deleteMany({ where: { userId } })
    await db.userToken.deleteMany()
    const session = (userAgent: string, expires: number, revoked: number | null) => ({
      userId,
      userAgent,
      expiresAt: daysAgo(expires),
      revokedAt: revoked === null ? null : daysAgo(revoked),
    })
    await db.session.createMany({
      data: [
        session('ran out', 91, null),
        session('revoked', 84, 91),
        session('lately', 89, null),
        session('open', -1, null),
      ],
    })
    const link = (expires: number, used: number | null) => ({
      userId,
      kind: 'RESET' as const,
      tokenHash: randomUUID(),
      expiresAt: daysAgo(expires),
      usedAt: used === null ? null : daysAgo(used),
    })
    await db.userToken.createMany({ data: [link(91, null), link(80, 95), link(80, null)] })
    await sweepSignIns(retention, at)
    const left = await db.session.findMany({ where: { userId }, orderBy: { userAgent: 'asc' } })
    expect(left.map(({ userAgent }) => userAgent)).toEqual(['lately', 'open'])
    expect(await db.userToken.count()).toBe(1)
  })
})

describe('workbooks with marked errors', () => {
  beforeEach(async () => {
    await db.import.deleteMany()
    await db.storedFile.deleteMany()
  })

  async function file(): Promise<{ id: string; path: string }> {
    const stored = await storage.put(Readable.from([Buffer.from('bytes')]), 100)
    const { id } = await db.storedFile.create({
      data: { storageKey: stored.key, fileName: 'a.xlsx', mediaType: 'x', sizeBytes: 5, sha256: stored.sha256 },
    })
    return { id, path: await storage.localPath(stored.key) }
  }

  async function anImport(age: number) {
    const [upload, errors] = [await file(), await file()]
    const data = { uploadedById: world.people.administrator.userId, fileId: upload.id, errorFileId: errors.id }
    const { id } = await db.import.create({ data: { ...data, state: 'DONE', wrongRows: 1, createdAt: daysAgo(age) } })
    return { id, upload, errors }
  }

  it('go with their bytes, and the import says so; the upload and younger ones stay', async () => {
    const [old, young] = [await anImport(31), await anImport(29)]
    await Promise.all([sweepErrorFiles(retention, at), sweepErrorFiles(retention, at)])
    expect([old.upload, old.errors, young.upload, young.errors].map(({ path }) => existsSync(path))).toEqual([
      true,
      false,
      true,
      true,
    ])
    expect(await db.import.findUnique({ where: { id: old.id } })).toMatchObject({
      errorFileId: null,
      errorFileRemovedAt: at,
    })
    expect(await db.import.findUnique({ where: { id: young.id } })).toMatchObject({ errorFileId: young.errors.id })
    expect(await db.storedFile.count()).toBe(3)
  })

  it('whose bytes are gone already lose their row all the same', async () => {
    const { errors } = await anImport(31)
    const { storageKey } = await db.storedFile.findUniqueOrThrow({ where: { id: errors.id } })
    await storage.remove(storageKey)
    await sweepErrorFiles(retention, at)
    expect(await db.storedFile.count()).toBe(1)
  })
})

describe('a deletion in batches', () => {
  it('goes on until a batch is not full', async () => {
    let left = 25
    const asked: number[] = []
    const take = async (most: number) => {
      const gone = Math.min(most, left)
      left -= gone
      asked.push(gone)
      return gone
    }
    expect(await inBatches(take, 10)).toBe(25)
    expect(asked).toEqual([10, 10, 5])
  })
})
