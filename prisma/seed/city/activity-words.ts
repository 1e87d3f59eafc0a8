import type { ActivityKind } from '@/lib/core/prisma/enums'
import { nineAlliances, type AllianceSlug } from '../nine-alliances'
import type { Random } from './random'

const nameOf = new Map(nineAlliances.map(({ slug, name }) => [slug, name]))

/** What the alliances talk about, beside their topic of the annex. */
const subjects: Record<AllianceSlug, readonly string[]> = {
  petrochemical: ['化工过程安全管理', '装置开停车安全', '储罐区雷电防护', '特殊作业票证管理', '联锁保护系统管理'],
  'fine-chemical': ['全流程自动化控制改造', '反应风险评估', '变更管理', '检维修作业安全', '危险工艺应急处置'],
  'oil-gas-storage': ['储罐智能化管控平台', '装卸作业防静电', '油气回收设施安全', '液位与紧急切断联锁'],
  pharmaceutical: ['医药合成工艺风险管控', '溶剂回收安全', '加氢工艺安全', '粉尘防爆'],
  coatings: ['静电安全风险防控', '树脂合成反应热管理', '溶剂投料与通风', '废气治理设施安全', '危废暂存管理'],
  'industrial-gas': ['设备完好性管理', '充装作业安全', '低温液体储槽检验', '受限空间缺氧防护'],
  warehousing: ['仓储信息化系统', '禁忌物料分区储存', '装卸与叉车作业', '消防设施维护'],
  'filling-station': [
    '加油站安全生产标准化',
    '卸油作业',
    '油气回收与防渗漏',
    '夜间与极端天气应急',
    '非油业务区用电安全',
  ],
  reagent: ['“一企一品一码”推广应用', '剧毒与易制爆试剂管理', '试剂库分类储存', '小包装运输安全'],
}

const quarterNames = ['一', '二', '三', '四']

type Naming = { kind: ActivityKind; slug: AllianceSlug; day: string; host: string }

/** The title of an activity, as its organiser would write it. */
export function titleOf(random: Random, { kind, slug, day, host }: Naming): string {
  const subject = random.pick(subjects[slug])
  const alliance = `${nameOf.get(slug) ?? ''}行业安全联盟`
  const quarter = quarterNames[Math.ceil(Number(day.slice(5, 7)) / 3) - 1] ?? ''
  const titles: Record<ActivityKind, readonly string[]> = {
    EXCHANGE_MEETING: [
      `${alliance}${day.slice(0, 4)}年第${quarter}季度安全工作交流会`,
      `${alliance}安全工作交流会：${subject}`,
    ],
    TRAINING: [`${subject}专题培训`, `${alliance}安全培训：${subject}`, `${subject}：事故案例剖析与法规解读`],
    SITE_VISIT: [`实地调研：${host}`],
    DISCUSSION: [`“${subject}”问题研讨会`],
    EXPERIENCE_SHARING: [`${subject}经验分享会`],
    MUTUAL_INSPECTION: [`隐患互查：${host}`],
    EXCHANGE_VISIT: [`走进${host}：交流互学`],
    EXPERT_GUIDANCE: [`专家指导服务：${subject}`],
  }
  return random.pick(titles[kind])
}

const agendas: Partial<Record<ActivityKind, readonly (readonly [string, string])[]>> = {
  EXCHANGE_MEETING: [
    ['通报近期行业事故与监管要求', '市应急管理局危化处'],
    ['牵头企业分享最佳实践', '牵头企业'],
    ['成员企业交流发言', '成员企业'],
    ['商定下一阶段重点任务', '承保机构专人'],
  ],
  TRAINING: [
    ['典型事故案例剖析', '特邀专家'],
    ['法规标准解读', '特邀专家'],
    ['答疑与随堂测试', '承保机构专人'],
  ],
}

export const agendaOf = (kind: ActivityKind): readonly (readonly [string, string])[] => agendas[kind] ?? []

export const descriptionOf = (kind: ActivityKind): string =>
  kind === 'TRAINING'
    ? '请主要负责人或者指定专人参加。现场请提前十五分钟签到；线上参加的，请在会议开始后扫描屏幕上的签到码。'
    : '请安全负责人参加，并带上本企业一项做法或者一个问题。'

/** Minutes of a closed activity. */
export function minutesOf(random: Random, { kind, slug }: Pick<Naming, 'kind' | 'slug'>, present: number): string {
  const subject = random.pick(subjects[slug])
  const opening = kind === 'TRAINING' ? `本次培训围绕“${subject}”展开` : `会议围绕“${subject}”进行了交流`
  return [
    `${opening}，共有${present}人签到。`,
    '一、与会人员听取了近期同类事故情况，并对照本企业开展了讨论。',
    `二、牵头企业介绍了${subject}方面的做法，资料已上传，供联盟内参考。`,
    '三、请各成员企业一个月内完成自查，共性问题由承保机构汇总。',
  ].join('\n')
}

export const cancelReasons = [
  '因台风预警取消，另行通知',
  '主讲专家临时有任务，择期重办',
  '与市级专项检查时间冲突',
] as const

export const leaveReasons = [
  '当日接受监督检查',
  '装置检修，无法离岗',
  '出差在外',
  '与公司年度会议冲突',
  '身体不适',
] as const
