import { db } from '@/lib/core/db'
import { namePinyin } from '@/lib/users/mutations'
import { worldNow, type World } from '../support/world'

export const expertFields = {
  name: '钱安全',
  organization: '上海某化工研究院',
  title: '教授级高工',
  fields: ['PROCESS', 'LAW'] as ('PROCESS' | 'LAW')[],
  otherFields: '氢能',
}

let serial = 0

/** An expert as it lies in the table, each of another organisation. */
export async function makeExpert(
  world: World,
  { isRetired = false, name = expertFields.name }: { isRetired?: boolean; name?: string } = {},
): Promise<string> {
  serial += 1
  const { id } = await db.expert.create({
    data: {
      ...expertFields,
      name,
      namePinyin: namePinyin(name),
      organization: `${expertFields.organization}${serial}`,
      phone: '13812345678',
      retiredAt: isRetired ? worldNow : null,
      createdById: world.people.officer.userId,
      createdAt: worldNow,
    },
    select: { id: true },
  })
  return id
}
