import { plusDays, type Day } from '@/lib/core/clock'
import type { Prisma } from '@/lib/core/prisma/client'
import { nineAlliances, type AllianceSlug } from '../nine-alliances'
import type { Reference } from '../reference'
import type { Memberships } from './memberships'
import type { Random } from './random'

const ownTopics: Record<AllianceSlug, readonly string[]> = {
  petrochemical: ['特殊作业数字化审批与视频监护', '老旧装置安全风险评估与退役'],
  'fine-chemical': ['间歇反应热失控预警', '小批量多品种变更管理模板'],
  'oil-gas-storage': ['储罐紧急切断功能季度测试', '装卸栈台人员定位'],
  pharmaceutical: ['有机溶剂回收装置联锁', '外包检维修作业一体化管理'],
  coatings: ['投料口氮气保护与静电监测', '危废暂存间防火改造'],
  'industrial-gas': ['气瓶全生命周期追溯', '低温储槽外壳腐蚀检测'],
  warehousing: ['禁忌物料智能分区', '夜间无人值守仓库巡检'],
  'filling-station': ['卸油作业标准化视频', '极端高温时段作业调整'],
  reagent: ['剧毒试剂双人双锁电子化', '高校院所试剂配送交接'],
}

const steps = ['形成工作方案', '完成现状调研', '召开中期研讨', '提交成果并推广'] as const

export type Topics = {
  allianceYears: Prisma.AllianceYearCreateManyInput[]
  topics: (Prisma.TopicCreateManyInput & { id: string })[]
  milestones: Prisma.MilestoneCreateManyInput[]
}

type Context = {
  random: Random
  anchor: Day
  reference: Reference
  memberships: Memberships
  hasYear: (year: number) => boolean
}

/** The years of the nine alliances with their targets, topics and steps; years that are there already are left alone. */
export function planTopics(context: Context): Topics {
  const { random, anchor, reference, hasYear } = context
  const anchorYear = Number(anchor.slice(0, 4))
  const planned: Topics = { allianceYears: [], topics: [], milestones: [] }
  for (const year of [anchorYear - 2, anchorYear - 1, anchorYear].filter((each) => !hasYear(each))) {
    for (const { slug } of nineAlliances) {
      const id = random.uuid()
      planned.allianceYears.push({
        id,
        allianceId: reference.allianceId(slug),
        year,
        state: year < anchorYear ? 'CLOSED' : 'RUNNING',
        meetingTarget: slug === 'reagent' ? 6 : 4,
        trainingMinimum: 1,
        note: year === anchorYear ? '本年度重点：成果固化与推广' : '',
        version: 1,
      })
      const titles = ownTopics[slug].slice(0, year === anchorYear ? 2 : 1)
      titles.forEach((title, index) => planTopic(context, planned, { slug, title, year, index, allianceYearId: id }))
    }
  }
  return planned
}

type Draft = { slug: AllianceSlug; title: string; year: number; index: number; allianceYearId: string }

function planTopic({ random, anchor, memberships }: Context, planned: Topics, draft: Draft): void {
  const { slug, title, year, index, allianceYearId } = draft
  const id = random.uuid()
  const isOver = year < Number(anchor.slice(0, 4))
  const dueDays = [60, 150, 240, 330].map((offset) => plusDays(`${year}-01-01`, offset + random.between(0, 25)))
  // In every third alliance the second topic is behind its plan, and nobody has said a word on it for long.
  const isBehind = index === 1 && nineAlliances.findIndex((alliance) => alliance.slug === slug) % 3 === 1
  const doneUntil = isBehind ? plusDays(anchor, -150) : anchor
  const createdOn = `${year}-01-10`
  const toldOn = isOver ? `${year}-12-20` : plusDays(anchor, isBehind ? -100 : -12 - 9 * index)
  const nine = (day: Day) => new Date(`${day}T09:00:00+08:00`)
  planned.topics.push({
    id,
    allianceYearId,
    title,
    source: 'OWN',
    state: isOver ? 'DONE' : 'RUNNING',
    ownerId: memberships.leadOf(slug).row.id,
    progressNote: isOver ? '成果已在联盟内推广' : '正在按计划推进，详见各节点',
    version: 1,
    createdAt: nine(createdOn),
    updatedAt: nine(toldOn > createdOn ? toldOn : createdOn),
  })
  for (const [position, step] of steps.entries()) {
    const dueOn = dueDays[position] ?? anchor
    const doneOn = plusDays(dueOn, -random.between(0, 12))
    planned.milestones.push({
      id: random.uuid(),
      topicId: id,
      title: step,
      dueOn,
      doneOn: isOver || doneOn <= doneUntil ? doneOn : null,
    })
  }
}
