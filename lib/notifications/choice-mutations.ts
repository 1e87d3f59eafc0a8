import type { Tx } from '@/lib/core/db'
import { chosenGroups } from './delivery-rules'
import type { ChooseNoticesInput } from './schema'

/** Keeps how a person wants each group from now on; what was told before is not told again. */
export async function chooseNotices(tx: Tx, userId: string, ways: ChooseNoticesInput): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notification_choices (user_id, "group", way)
    SELECT ${userId}::uuid, c."group"::"NotificationGroup", c.way::"NotificationWay"
    FROM unnest(${chosenGroups}::text[], ${chosenGroups.map((group) => ways[group])}::text[]) AS c("group", way)
    ON CONFLICT (user_id, "group") DO UPDATE SET way = excluded.way`
}
