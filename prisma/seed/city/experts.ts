import { plusDays, type Day } from '@/lib/core/clock'
import type { Prisma } from '@/lib/core/prisma/client'
import type { ExpertField } from '@/lib/core/prisma/enums'
import { namePinyin } from '@/lib/users/mutations'
import type { Planned } from './activities'
import { personName } from './names'
import type { Random } from './random'

type Expert = Prisma.ExpertCreateManyInput & { id: string }

/** Invented organisations, and what their people are asked for. */
const organizations: readonly (readonly [string, string, readonly ExpertField[], string])[] = [
  ['申江化工安全研究院', '教授级高级工程师', ['PROCESS', 'RISK_CONTROL'], '加氢工艺、反应风险评估'],
  ['浦江大学化工与安全学院', '教授', ['PROCESS', 'LAW'], '氢能'],
  ['东海石化设计院', '注册安全工程师', ['INSTRUMENT', 'PROCESS'], '安全仪表系统'],
  ['申江特种设备检验中心', '高级工程师', ['EQUIPMENT', 'SPECIAL_WORK'], '低温储槽'],
  ['长江消防研究所', '研究员', ['EMERGENCY', 'ELECTROSTATIC'], ''],
  ['沪东安全评价有限公司', '高级工程师', ['RISK_CONTROL', 'STORAGE'], '重大危险源'],
  ['申江雷电防护检测中心', '高级工程师', ['ELECTROSTATIC'], '静电接地检测'],
  ['海湾危险品物流协会', '秘书长', ['STORAGE', 'MANAGEMENT'], '罐式集装箱'],
  ['浦江职业卫生技术中心', '主任医师', ['OCCUPATIONAL_HEALTH'], ''],
  ['东海环保科技有限公司', '技术总监', ['WASTE', 'ELECTROSTATIC'], '挥发性有机物治理'],
  ['申江安全生产科学学会', '专家组成员', ['LAW', 'MANAGEMENT'], '双重预防机制数字化'],
  ['沪东检维修工程公司', '总工程师', ['SPECIAL_WORK', 'EQUIPMENT'], '带压堵漏'],
]

/** Two of each organisation; one in eight lectures no more. */
export function planExperts(random: Random, anchor: Day, createdById: string): Expert[] {
  return organizations.flatMap(([organization, title, fields, otherFields]) =>
    [0, 1].map(() => {
      const name = personName(random)
      const isRetired = random.chance(0.125)
      return {
        id: random.uuid(),
        name,
        namePinyin: namePinyin(name),
        organization,
        title,
        fields: [...fields],
        otherFields,
        phone: `199${String(random.between(0, 9_999)).padStart(4, '0')}${random.between(1_000, 9_999)}`,
        retiredAt: isRetired ? instant(plusDays(anchor, -60)) : null,
        createdById,
        createdAt: instant(plusDays(anchor, -400)),
        version: 1,
      }
    }),
  )
}

const instant = (day: Day) => new Date(`${day}T10:00:00+08:00`)

/** What trainings explain: published standards and regulations. */
const regulations = [
  ['中华人民共和国安全生产法（2021年修正）', '主席令第八十八号', '2021-09-01', '全员安全生产责任制；双重预防机制'],
  ['危险化学品企业特殊作业安全规范', 'GB 30871—2022', '2022-10-01', '动火、受限空间作业的分级和审批'],
  ['危险化学品重大危险源辨识', 'GB 18218—2018', '2019-03-01', '单元划分和临界量'],
  ['化工过程安全管理导则', 'AQ/T 3034—2022', '2023-04-01', '变更管理、设备完好性'],
  ['危险化学品仓库储存通则', 'GB 15603—2022', '2023-07-01', '禁忌物料分区、出入库核查'],
  ['防止静电事故通用导则', 'GB 12158—2006', '2006-12-01', '接地、跨接和人体静电消除'],
] as const

const lessonMinutes = 45
const lessons = ['典型事故案例剖析', '法规标准解读', '现场隐患识别与处置'] as const

type Taught = {
  courses: Prisma.CourseCreateManyInput[]
  regulationItems: Prisma.RegulationItemCreateManyInput[]
}

/** The lessons of each training that is planned or past, one after another, and what two of them explain. */
export function planCourses(random: Random, experts: Expert[], activities: Planned[]): Taught {
  const active = experts.filter(({ retiredAt }) => retiredAt === null)
  const trainings = activities.filter(({ row }) => row.kind === 'TRAINING' && row.state !== 'CANCELLED')
  const courses = trainings.flatMap(({ row }) => {
    const fitting = Math.floor((row.endsAt.getTime() - row.startsAt.getTime()) / (lessonMinutes * 60_000))
    return lessons.slice(0, fitting).map((title, index) => ({
      id: random.uuid(),
      activityId: row.id,
      title,
      hours: 1,
      startMinute: index * lessonMinutes,
      endMinute: (index + 1) * lessonMinutes,
      expertId: random.pick(active).id,
      lecturer: '',
      version: 1,
    }))
  })
  const regulationItems = trainings.flatMap(({ row }) =>
    random
      .shuffled(regulations)
      .slice(0, 2)
      .map(([title, number, effectiveOn, points]) => ({
        id: random.uuid(),
        activityId: row.id,
        title,
        number,
        effectiveOn,
        points,
      })),
  )
  return { courses, regulationItems }
}
