import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type * as Sdk from '@aws-sdk/client-s3'
import { newKey, requireKey, writeMeasured, type Storage } from './storage-port'

/** Which bucket, and how to reach it. Without `endpoint` it is AWS; without keys, the machine's own identity. */
export type S3Settings = {
  bucket: string
  region: string
  endpoint?: string | undefined
  accessKeyId?: string | undefined
  secretAccessKey?: string | undefined
}

/** Files fetched for random access; the oldest go first. */
const fetchedMax = 10

/**
 * The storage port on a bucket of any S3 service. The SDK is loaded at the first use: who keeps files in a folder never
 * pays for it.
 */
export function s3Storage(settings: S3Settings): Storage {
  let loading: Promise<{ sdk: typeof Sdk; client: Sdk.S3Client }> | null = null
  const s3 = () => (loading ??= connect(settings))
  const fetched: string[] = []
  let folder: Promise<string> | null = null
  const scratch = async () => path.join(await (folder ??= mkdtemp(path.join(tmpdir(), 'portal-s3-'))), randomUUID())

  async function write(key: string, bytes: AsyncIterable<Uint8Array>, limitBytes: number) {
    const { sdk, client } = await s3()
    const file = await scratch()
    try {
      // On this machine first: the service wants to know the length, and nothing too large must reach it.
      const measured = await writeMeasured(bytes, file, limitBytes)
      const target = { Bucket: settings.bucket, Key: requireKey(key) }
      const body = { Body: createReadStream(file), ContentLength: measured.sizeBytes }
      await client.send(new sdk.PutObjectCommand({ ...target, ...body, ContentType: 'application/octet-stream' }))
      return { key, ...measured }
    } finally {
      await rm(file, { force: true })
    }
  }

  async function open(key: string): Promise<Readable> {
    const { sdk, client } = await s3()
    try {
      const answer = await client.send(new sdk.GetObjectCommand({ Bucket: settings.bucket, Key: requireKey(key) }))
      return answer.Body as Readable
    } catch (error) {
      throw error instanceof sdk.NoSuchKey
        ? Object.assign(new Error('nothing under this key'), { code: 'ENOENT' })
        : error
    }
  }

  return {
    put: (bytes, limitBytes) => write(newKey(), bytes, limitBytes),
    putBack: (key, bytes) => write(key, bytes, Infinity),
    open,

    async localPath(key) {
      const file = await scratch()
      await writeMeasured(await open(key), file, Infinity)
      fetched.push(file)
      if (fetched.length > fetchedMax) await rm(fetched.shift() ?? '', { force: true })
      await stat(file)
      return file
    },

    async remove(key) {
      const { sdk, client } = await s3()
      await client.send(new sdk.DeleteObjectCommand({ Bucket: settings.bucket, Key: requireKey(key) }))
    },
  }
}

async function connect({ region, endpoint, accessKeyId, secretAccessKey }: S3Settings) {
  const sdk = await import('@aws-sdk/client-s3')
  const client = new sdk.S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    // Other services than AWS do not know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { sdk, client }
}
