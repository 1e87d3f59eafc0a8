import { randomUUID } from 'node:crypto'
import { db } from '@/lib/core/db'
import { worldNow } from '../support/world'

/** What the upload handler makes of bytes. */
export const upload = () => ({
  key: randomUUID(),
  fileName: '检测报告.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 1_200,
  sha256: randomUUID(),
})

type Wish = { removedAt?: Date; storageKey?: string }

/** A piece of evidence as it lies in the tables. */
export async function makeTodoFile(todoId: string, { removedAt, storageKey }: Wish = {}): Promise<string> {
  const { key, ...file } = upload()
  const { id } = await db.todoFile.create({
    data: {
      createdAt: worldNow,
      removedAt: removedAt ?? null,
      todo: { connect: { id: todoId } },
      file: { create: { ...file, storageKey: storageKey ?? key } },
    },
    select: { id: true },
  })
  return id
}
