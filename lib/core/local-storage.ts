import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { newKey, requireKey, writeMeasured, type Storage } from './storage-port'

/** The storage port on a folder that all instances share. */
export function localStorage(folder: string): Storage {
  const fileOf = (key: string) => path.join(folder, requireKey(key))

  async function write(key: string, bytes: AsyncIterable<Uint8Array>, limitBytes: number) {
    const target = fileOf(key)
    await mkdir(path.dirname(target), { recursive: true })
    try {
      // Written beside and renamed: a torn upload is never found under its key.
      const measured = await writeMeasured(bytes, `${target}.part`, limitBytes)
      await rename(`${target}.part`, target)
      return { key, ...measured }
    } catch (error) {
      await rm(`${target}.part`, { force: true })
      throw error
    }
  }

  return {
    put: (bytes, limitBytes) => write(newKey(), bytes, limitBytes),
    putBack: (key, bytes) => write(key, bytes, Infinity),

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
