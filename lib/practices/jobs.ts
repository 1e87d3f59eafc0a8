import { z } from 'zod'
import { db } from '@/lib/core/db'
import { storage } from '@/lib/core/storage'

const jobData = z.object({ key: z.string() })

/** Takes away the bytes of a file that nothing names any more; safe to run again. */
export async function erasePracticeFile(data: unknown): Promise<void> {
  const { key } = jobData.parse(data)
  const named = await db.storedFile.findUnique({ where: { storageKey: key }, select: { id: true } })
  if (!named) await storage.remove(key)
}
