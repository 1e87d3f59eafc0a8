import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/core/db'
import { saveView } from '@/lib/views/mutations'

/** What two offices look at every week, kept by name. */
export async function shareViews(tx: Tx, { officer, district }: { officer: Actor; district: Actor }): Promise<void> {
  await saveView(tx, officer, {
    noun: 'enterprises',
    name: '一级重大危险源企业',
    query: 'hazard=LEVEL_1&state=OPEN',
    isShared: true,
  })
  await saveView(tx, district, {
    noun: 'enterprises',
    name: '许可证即将到期',
    query: 'licence=EXPIRING&state=OPEN',
    isShared: true,
  })
}
