import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { env } from './env'
import { Refusal } from './result'

/**
 * The storage port: bytes under a key of our own making; what a person called the file is never a path. `local` keeps
 * them in a folder that all instances share.
 */
export type Stored = { key: string; sizeBytes: number; sha256: string }

export type Storage = {
  /** Streams the bytes in; refuses with FILE_TOO_LARGE at `limitBytes` and leaves nothing behind on any failure. */
  put(bytes: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Stored>
  open(key: string): Promise<Readable>
  /** A file on this machine with the bytes of `key`, for readers that need random access. */
  localPath(key: string): Promise<string>
  remove(key: string): Promise<void>
}

const keyPattern = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/

export function localStorage(folder: string): Storage {
  const fileOf = (key: string) => {
    if (!keyPattern.test(key)) throw new RangeError('not a storage key')
    return path.join(folder, key)
  }

  return {
    async put(bytes, limitBytes) {
      const id = randomUUID()
      const key = `${id.slice(0, 2)}/${id}`
      const target = fileOf(key)
      await mkdir(path.dirname(target), { recursive: true })
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
      try {
        // Written beside and renamed: a torn upload is never found under its key.
        await pipeline(Readable.from(bytes), measure, createWriteStream(`${target}.part`, { mode: 0o600, flush: true }))
        await rename(`${target}.part`, target)
      } catch (error) {
        await rm(`${target}.part`, { force: true })
        throw error
      }
      return { key, sizeBytes, sha256: hash.digest('hex') }
    },

    async open(key) {
      await stat(fileOf(key))
      return createReadStream(fileOf(key))
    },

    async localPath(key) {
      await stat(fileOf(key))
      return fileOf(key)
    },

    async remove(key) {
      await rm(fileOf(key), { force: true })
    },
  }
}

export const storage: Storage = localStorage(env.STORAGE_DIR ?? path.join(env.DATA_DIR, 'files'))
