import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { Refused } from '../database/refusal.mjs'

/** The one format so far; a later one says so with its number. */
export const format = 1

const identifier = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const storageKey = z.string().regex(/^[0-9a-f]{2}\/[0-9a-f-]{36}$/)
const table = z.object({
  schema: z.enum(['public', 'pgboss']),
  name: identifier,
  columns: z.array(identifier).min(1),
  key: z.array(identifier),
  rows: z.number().int().min(0),
  sha256: digest,
})

const shape = z.object({
  format: z.literal(format),
  takenAt: z.iso.datetime(),
  isDemo: z.boolean(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(table).min(1),
  jobs: table.nullable(),
  sequences: z.array(
    z.object({ schema: z.literal('public'), name: identifier, last: z.string(), isCalled: z.boolean() }),
  ),
  files: z.object({ count: z.number().int(), bytes: z.number(), sha256: digest, wrong: z.array(storageKey) }),
})

/**
 * What a backup says of itself: when it was taken, of which migrations, and how many rows and which digest each part has.
 * @typedef {z.infer<typeof shape>} Manifest
 */

const list = z.array(z.object({ key: storageKey, sizeBytes: z.number().int(), sha256: digest }))

/** The stored files of a backup. @typedef {z.infer<typeof list>} FileList */

/**
 * @param {string} folder
 * @param {Omit<Manifest, 'format' | 'files'>} facts
 * @param {{ files: FileList, wrong: string[] }} stored `wrong`: keys under which the storage had not what the database names
 */
export async function writeManifest(folder, facts, { files, wrong }) {
  const text = JSON.stringify(files)
  await writeFile(path.join(folder, 'files.json'), text, { mode: 0o600, flush: true })
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const summary = { count: files.length, bytes, sha256: sha256(text), wrong }
  const manifest = shape.parse({ format, ...facts, files: summary })
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2), { mode: 0o600, flush: true })
  return manifest
}

/** Reads and proves what a backup says of itself. @returns {Promise<{ manifest: Manifest, files: FileList }>} */
export async function readManifest(folder) {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Refused(`${folder} is no backup of the portal: it has no manifest.json.`)
  })
  const manifest = shape.safeParse(json(text))
  if (!manifest.success)
    throw new Refused(`The manifest of ${folder} is damaged, or of a newer version of the portal: take another backup.`)
  const files = await readFile(path.join(folder, 'files.json'), 'utf8').catch(() => '')
  if (sha256(files) !== manifest.data.files.sha256) throw damaged('files.json')
  return { manifest: manifest.data, files: list.parse(json(files)) }
}

/** The refusal of a part that is not what the manifest says. */
export const damaged = (part) =>
  new Refused(`The backup is damaged: ${part} is not what its manifest says. Nothing was kept; take another backup.`)

function json(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex')
