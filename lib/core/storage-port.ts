import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from './result'

/** What was stored, under a key of our own making: what a person called the file is never a path. */
export type Stored = { key: string; sizeBytes: number; sha256: string }

/** The storage port: bytes under a key. `lib/core/storage.ts` says which of the two kinds this portal uses. */
export type Storage = {
  /** Streams the bytes in; refuses with FILE_TOO_LARGE at `limitBytes` and leaves nothing behind on any failure. */
  put(bytes: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Stored>
  /** Puts bytes of a backup back under the key that they had. */
  putBack(key: string, bytes: AsyncIterable<Uint8Array>): Promise<Stored>
  /** Throws an error with code ENOENT where nothing lies under the key. */
  open(key: string): Promise<Readable>
  /** A file on this machine with the bytes of `key`, for readers that need random access. Read it at once. */
  localPath(key: string): Promise<string>
  /** Takes away what lies under the key; nothing there is no error. */
  remove(key: string): Promise<void>
}

const keyPattern = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/

/** The key as given; anything that is not one of ours is refused before it becomes part of an address. */
export function requireKey(key: string): string {
  if (!keyPattern.test(key)) throw new RangeError('not a storage key')
  return key
}

export function newKey(): string {
  const id = randomUUID()
  return `${id.slice(0, 2)}/${id}`
}

/** Streams bytes into a file of this machine and says how many they were and what their digest is. */
export async function writeMeasured(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  limitBytes: number,
): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length
      if (sizeBytes > limitBytes)
        return done(new Refusal('FILE_TOO_LARGE', {}, { limitMegabytes: Math.floor(limitBytes / 1_000_000) }))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(Readable.from(bytes), measure, createWriteStream(file, { mode: 0o600, flush: true }))
  return { sizeBytes, sha256: hash.digest('hex') }
}
