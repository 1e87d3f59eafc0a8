import type { Actor } from '@/lib/access/actor'
import { record } from '@/lib/access/audit'
import { issueCertificates } from '@/lib/certificates/mutations'
import { trainingSubject } from '@/lib/certificates/queries'
import { plusDays, startOfDay, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import type { ActivityKind } from '@/lib/core/prisma/enums'
import { recordDecision } from '@/lib/followups/decision-mutations'
import { finishItem, giveItem } from '@/lib/followups/item-mutations'
import { followupActivity, itemSubject } from '@/lib/followups/subject-queries'

type After = { tx: Tx; anchor: Day; at: Date; insurer: Actor & { userId: string } }

/** What the last meeting and the last training of the paint alliance left: decisions, things to do, certificates. */
export async function followUp(after: After): Promise<void> {
  await meetingLeft(after)
  await certifyTraining(after)
}

async function meetingLeft({ tx, anchor, insurer }: After): Promise<void> {
  const { userId } = insurer
  const activityId = await lastOf({ tx, anchor }, 'EXCHANGE_MEETING')
  const meeting = await followupActivity(tx, insurer, { activityId })
  if (!meeting) throw new RangeError(`${insurer.name} does not see ${activityId}`)
  const decide = async (text: string): Promise<string> => {
    const { data, record: facts } = await recordDecision(tx, meeting, { text, userId })
    if (facts) await record(tx, insurer, 'followup.record-decision', facts)
    return data.decisionId
  }
  const give = async (fields: Omit<Parameters<typeof giveItem>[2], 'userId' | 'today'>): Promise<string> => {
    const { data, record: facts } = await giveItem(tx, meeting, { ...fields, userId, today: anchor })
    if (facts) await record(tx, insurer, 'followup.give-item', facts)
    return data.itemId
  }

  const earthing = await decide('各成员企业年内完成静电接地装置检测，检测报告报联盟备案。')
  const lecture = await decide('下一次交流会安排粉尘防爆专题讲解。')
  const [member, other] = await ownersOf({ tx, meeting })
  await give({
    text: '报送静电接地装置检测报告',
    decisionId: earthing,
    ownerEnterpriseId: member.enterpriseId,
    ownerPerson: '安全环保科',
    dueOn: plusDays(anchor, 21),
  })
  await give({
    text: '落实粉尘防爆专家和讲课材料',
    decisionId: lecture,
    ownerEnterpriseId: null,
    ownerPerson: '',
    dueOn: plusDays(anchor, -1),
  })
  const reported = await give({
    text: '提供投料口氮气保护的改造方案，供成员企业参考',
    decisionId: null,
    ownerEnterpriseId: other.enterpriseId,
    ownerPerson: '',
    dueOn: plusDays(anchor, 7),
  })
  const item = await itemSubject(tx, insurer, { itemId: reported })
  if (!item) throw new RangeError(`${insurer.name} does not see ${reported}`)
  await finishItem(tx, item, { userId: other.userId, evidence: '改造方案（2 页）和施工照片已发联盟联系人。' })
}

async function certifyTraining({ tx, anchor, at, insurer }: After): Promise<void> {
  const id = await lastOf({ tx, anchor }, 'TRAINING')
  const training = await trainingSubject(tx, insurer, { id })
  if (!training) throw new RangeError(`${insurer.name} does not see ${id}`)
  const { _sum } = await tx.course.aggregate({ where: { activityId: id }, _sum: { hours: true } })
  const hours = _sum.hours ?? 3
  const issued = await issueCertificates(tx, training, { hours, months: 12, byId: insurer.userId, at })
  await record(tx, insurer, 'certificate.issue', {
    subjectType: 'activity',
    subjectId: training.id,
    subjectLabel: training.title,
    changes: { certificates: [null, issued], hours: [null, hours], months: [null, 12] },
  })
}

/** The latest of the alliance that is over and closed. */
const lastOf = async ({ tx, anchor }: Pick<After, 'tx' | 'anchor'>, kind: ActivityKind): Promise<string> => {
  const { id } = await tx.activity.findFirstOrThrow({
    where: { hostAlliance: { slug: 'coatings' }, kind, state: 'CLOSED', startsAt: { lt: startOfDay(anchor) } },
    select: { id: true },
    orderBy: { startsAt: 'desc' },
  })
  return id
}

/** The member that the demo account speaks for, and another one that was there. */
async function ownersOf({ tx, meeting }: { tx: Tx; meeting: { id: string; hostAllianceId: string } }) {
  const member = await tx.mandate.findFirstOrThrow({
    where: { user: { email: 'member@demo.test' } },
    select: { enterpriseId: true, userId: true },
    orderBy: { validFrom: 'desc' },
  })
  const other = await tx.mandate.findFirstOrThrow({
    where: {
      validTo: null,
      enterpriseId: { not: member.enterpriseId },
      enterprise: {
        memberships: { some: { allianceId: meeting.hostAllianceId, leftOn: null } },
        attendances: { some: { activityId: meeting.id } },
      },
    },
    select: { enterpriseId: true, userId: true },
    orderBy: { id: 'asc' },
  })
  return [member, other] as const
}
