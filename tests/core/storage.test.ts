import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localStorage } from '@/lib/core/local-storage'
import { s3Storage } from '@/lib/core/s3-storage'
import type { Storage } from '@/lib/core/storage-port'
import { openBucket, type Bucket } from '../support/bucket'

const folder = mkdtempSync(path.join(tmpdir(), 'portal-storage-'))
let bucket: Bucket

beforeAll(async () => {
  bucket = await openBucket()
})
afterAll(async () => {
  await bucket.close()
  rmSync(folder, { recursive: true, force: true })
})

const kinds: [string, () => Storage, () => string[]][] = [
  [
    'a folder',
    () => localStorage(folder),
    () =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [entry.name] : [],
      ),
  ],
  [
    'a bucket',
    () =>
      s3Storage({
        bucket: 'portal',
        region: 'cn-east-1',
        endpoint: bucket.endpoint,
        accessKeyId: 'somebody',
        secretAccessKey: 'secret',
      }),
    () => bucket.keys(),
  ],
]

async function* bytes(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part)
}

async function read(stored: Promise<AsyncIterable<Uint8Array>>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of await stored) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

describe.each(kinds)('the storage port on %s', (_, open, keysThere) => {
  it('gives back what was put in, and says how much it was', async () => {
    const storage = open()
    const stored = await storage.put(bytes('静电', '接地'), 100)
    expect(stored.key).toMatch(/^[0-9a-f]{2}\/[0-9a-f-]{36}$/)
    expect(stored.sizeBytes).toBe(12)
    expect(await read(storage.open(stored.key))).toBe('静电接地')
    expect(readFileSync(await storage.localPath(stored.key), 'utf8')).toBe('静电接地')
  })

  it('refuses what is too large and keeps nothing of it', async () => {
    const before = keysThere()
    await expect(open().put(bytes('x'.repeat(60), 'x'.repeat(60)), 100)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    })
    expect(keysThere()).toEqual(before)
  })

  it('keeps nothing of an upload that breaks off', async () => {
    const before = keysThere()
    async function* broken() {
      yield Buffer.from('half')
      throw new Error('the line is cut')
    }
    await expect(open().put(broken(), 100)).rejects.toThrow('the line is cut')
    expect(keysThere()).toEqual(before)
  })

  it('says that nothing is there as a missing file does, and takes it away twice as well as once', async () => {
    const storage = open()
    const { key } = await storage.put(bytes('gone'), 100)
    await storage.remove(key)
    await storage.remove(key)
    await expect(storage.open(key)).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(storage.localPath(key)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('puts a file of a backup back under its key', async () => {
    const storage = open()
    const key = `0a/${randomUUID()}`
    await storage.putBack(key, bytes('back'))
    expect(await read(storage.open(key))).toBe('back')
  })

  it.each(['../secrets.json', 'ab/../../etc/passwd', '', 'ab/x'])('takes %j for no key', async (key) => {
    const storage = open()
    await expect(storage.open(key)).rejects.toThrow(RangeError)
    await expect(storage.putBack(key, bytes('x'))).rejects.toThrow(RangeError)
    expect(existsSync(path.join(folder, '..', 'secrets.json'))).toBe(false)
  })
})
