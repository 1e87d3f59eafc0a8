import { db } from '@/lib/core/db'
import { worldNow } from '../support/world'

/** An invitation as publishing leaves it; its id. */
export async function invite(activityId: string, userId: string, revokedAt: Date | null = null): Promise<string> {
  const { id } = await db.invitation.create({
    data: { activityId, userId, createdAt: worldNow, revokedAt },
    select: { id: true },
  })
  return id
}

/** What the address of a link ends with. */
export const tokenOf = (path: string): string => path.slice('/a/'.length)
