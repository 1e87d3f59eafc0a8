import { createReadStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import path from 'node:path'
import { perform } from '@/lib/access/perform'
import { db } from '@/lib/core/db'
import { storage } from '@/lib/core/storage'
import { checkImport, confirmImport } from '@/lib/imports/jobs'
import { confirmImport as confirmAction } from '@/lib/imports/actions'
import { uploadWorkbook } from '@/lib/imports/upload-actions'
import { seedReference } from '@/prisma/seed/reference'
import type { World } from '../support/world'

export const registryFile = path.resolve(import.meta.dirname, 'registry-2026.xlsx')

/** The 18 jurisdictions and nine alliances, beside (not under the names of) those of the test world. */
export async function referenceCity(): Promise<void> {
  await db.$transaction((tx) => seedReference(tx))
}

/** What the upload handler does with bytes that have arrived. */
export async function upload(world: World, bytes: Uint8Array | string, fileName = '台账.xlsx'): Promise<string> {
  const stream = typeof bytes === 'string' ? createReadStream(bytes) : Readable.from([bytes])
  const stored = await storage.put(stream, 50_000_000)
  const actor = await world.actor('officer')
  const { result } = await perform(uploadWorkbook.definition, actor, { fileName, stored })
  if (!result.ok) throw new Error(result.code)
  return result.data.id
}

export async function check(importId: string) {
  await checkImport({ importId })
  return db.import.findUniqueOrThrow({ where: { id: importId } })
}

export async function confirm(world: World, importId: string, joinedOn: string | null = null) {
  await press(world, importId, joinedOn)
  await confirmImport({ importId })
  return db.import.findUniqueOrThrow({ where: { id: importId } })
}

/** The officer's press alone: what the worker does with it comes apart. */
export async function press(world: World, importId: string, joinedOn: string | null = null) {
  const actor = await world.actor('officer')
  const { result } = await perform(confirmAction.definition, actor, {
    id: importId,
    withMemberships: joinedOn !== null,
    joinedOn,
  })
  return result
}

export const bytesOf = (file: string): Buffer => readFileSync(file)
