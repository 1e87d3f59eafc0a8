import path from 'node:path'
import { env } from './env'
import { localStorage } from './local-storage'
import { s3Storage } from './s3-storage'
import type { Storage } from './storage-port'

export type { Stored } from './storage-port'

/** Where this portal keeps its files: a bucket where one is named, otherwise a folder. */
export const storage: Storage = env.S3_BUCKET
  ? s3Storage({
      bucket: env.S3_BUCKET,
      region: env.S3_REGION,
      endpoint: env.S3_ENDPOINT,
      accessKeyId: env.S3_ACCESS_KEY_ID,
      secretAccessKey: env.S3_SECRET_ACCESS_KEY,
    })
  : localStorage(env.STORAGE_DIR ?? path.join(env.DATA_DIR, 'files'))
