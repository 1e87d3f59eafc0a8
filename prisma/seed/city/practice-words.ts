import type { PracticeArea, PracticeShareClass, PracticeSubject } from '@/lib/core/prisma/enums'
import type { Figure, SectionKey } from '@/lib/practices/rules'
import type { AllianceSlug } from '../nine-alliances'

/** How far a practice of the city has come. */
export type Course = 'DRAFT' | 'IN_REVIEW' | 'SHARED' | 'PUBLIC' | 'WITHDRAWN'

export type PracticeDraft = {
  slug: AllianceSlug
  /** Whose: the lead company's, or that of a demo account. */
  owner: 'lead' | 'member@demo.test' | 'station@demo.test'
  course: Course
  shareClass: PracticeShareClass
  daysAgo: number
  title: string
  subjects: PracticeSubject[]
  area: PracticeArea
  /** Lines are paragraphs; those of the method are numbered steps. */
  text: Record<SectionKey, string>
  figures: Figure[]
  /** What the reviewer returned the first version with. */
  returnedWith?: string
  /** Demo accounts that use it, and what came of it. */
  adopted?: Record<string, string>
}

const figure = (label: string, before: string, after: string, unit: string): Figure => ({ label, before, after, unit })

export const practiceDrafts: PracticeDraft[] = [
  {
    slug: 'coatings',
    owner: 'member@demo.test',
    course: 'PUBLIC',
    shareClass: 'PUBLIC',
    daysAgo: 60,
    title: '投料口氮气保护与静电接地联锁',
    subjects: ['PROCESS_SAFETY', 'EQUIPMENT_INTEGRITY'],
    area: 'HAZARD_CONTROL',
    text: {
      problem: '粉料经人孔投入含溶剂的釜内，扬尘与静电同时存在，过去靠操作工凭经验控制投料速度。',
      method:
        '投料口加装氮气环管，氧含量高于设定值时投料阀不能打开。\n料斗、吨袋夹和地面设静电接地检测，接地不良时声光报警并停投。\n投料作业卡增加“先通氮、再接地、后投料”三步确认，由班长签字。',
      result: '改造后没有再发生投料口闪燃报警，作业人员不再需要站在人孔旁。',
      cost: '每个投料口约 4.6 万元，停产两天安装，培训 24 人次。',
      limits: '适用于固定投料口。移动式拉缸没有固定氮气接口，仍需采用惰化软管并由专人监护。',
    },
    figures: [figure('投料静电报警', '11', '2', '次/季'), figure('釜内氧含量', '18', '6', '%')],
    returnedWith: '请补充每个投料口的投入，并写明移动式拉缸是否适用。',
    adopted: { 'lead@demo.test': '在两套聚合装置的助剂投料口试用三个月，效果良好。' },
  },
  {
    slug: 'petrochemical',
    owner: 'lead',
    course: 'PUBLIC',
    shareClass: 'PUBLIC',
    daysAgo: 45,
    title: '动火作业气体检测与视频监护联动',
    subjects: ['MAINTENANCE_WORK', 'SMART_PLATFORM'],
    area: 'RISK_GRADING',
    text: {
      problem: '动火点分散，人工复测间隔长，监护人离岗不易发现。',
      method:
        '作业票与便携式检测仪绑定，每 15 分钟自动上传读数。\n可燃气体超过下限的 10% 时，平台暂停作业票并呼叫监护人。\n视频识别监护人离岗超过 1 分钟即提醒值班长。',
      result: '特级动火全部在线监护，超限到停工的时间明显缩短。',
      cost: '平台改造 38 万元，检测仪利旧，每月流量费约 1,200 元。',
      limits: '装置区内需要稳定的无线覆盖；受限空间内的信号要用中继。',
    },
    figures: [figure('超限到停工', '9', '1', '分钟'), figure('监护人离岗', '17', '3', '次/月')],
    adopted: {
      'member@demo.test': '结合本单位作业票系统简化使用，只接入了特级和一级动火。',
      'station@demo.test': '油罐清洗委托作业时，要求承包商按此配备检测仪。',
    },
  },
  {
    slug: 'pharmaceutical',
    owner: 'lead',
    course: 'PUBLIC',
    shareClass: 'PUBLIC',
    daysAgo: 30,
    title: '有机溶剂回收装置开停车确认清单',
    subjects: ['CHANGE_MANAGEMENT'],
    area: 'INHERENT_SAFETY',
    text: {
      problem: '多品种切换频繁，回收装置开停车步骤靠口头交接，曾漏关放空阀。',
      method: '把开停车拆成 32 个确认点，逐点扫码。\n关键阀位由中控与现场双确认。\n任何改动走变更审批，清单同步更新。',
      result: '切换用时基本不变，步骤遗漏不再发生。',
      cost: '编制清单 6 人周，扫码点位标签约 3,000 元。',
      limits: '清单需要随工艺变更更新，没有变更管理制度的单位不宜直接照搬。',
    },
    figures: [figure('步骤遗漏', '5', '0', '次/季')],
  },
  {
    slug: 'warehousing',
    owner: 'lead',
    course: 'SHARED',
    shareClass: 'ALL_ALLIANCES',
    daysAgo: 20,
    title: '禁忌物料分区与入库拦截',
    subjects: ['SMART_PLATFORM'],
    area: 'RISK_GRADING',
    text: {
      problem: '临时入库高峰时，禁忌物料同库存放靠人工核对。',
      method: '货位与物料禁忌表绑定，入库扫码时拦截。\n超量和混存由系统锁定，解锁需要安全负责人确认。',
      result: '混存在入库环节即被拦住，盘点时间减少一半。',
      cost: '软件 12 万元，货位标签 0.8 万元。',
      limits: '物料编码不统一的仓库要先做编码整理。',
    },
    figures: [figure('混存隐患', '8', '1', '处/季')],
    adopted: { 'member@demo.test': '原料库按此重新划分了货位。' },
  },
  {
    slug: 'coatings',
    owner: 'lead',
    course: 'SHARED',
    shareClass: 'ALLIANCE',
    daysAgo: 12,
    title: '危废暂存间防火分隔与温度预警',
    subjects: ['EQUIPMENT_INTEGRITY'],
    area: 'HAZARD_CONTROL',
    text: {
      problem: '漆渣堆放发热不易察觉，暂存间与车间之间没有防火分隔。',
      method: '增设耐火极限 2 小时的隔墙和自动关闭的防火门。\n堆垛设 6 个测温点，超过 50 ℃ 时短信通知值班人员。',
      result: '夏季两次提前发现堆垛升温，及时翻堆转运。',
      cost: '土建 9 万元，测温系统 2.3 万元。',
      limits: '适用于 50 平方米以下的暂存间。',
    },
    figures: [figure('堆垛最高温度', '68', '44', '℃')],
  },
  {
    slug: 'filling-station',
    owner: 'station@demo.test',
    course: 'SHARED',
    shareClass: 'PUBLIC',
    daysAgo: 9,
    title: '卸油作业“一停二看三确认”示范视频',
    subjects: ['PROCESS_SAFETY'],
    area: 'RISK_GRADING',
    text: {
      problem: '各站卸油步骤习惯不一，夜间替班人员容易漏接静电接地。',
      method:
        '拍摄 4 分钟示范视频，新员工上岗前观看并跟做一次。\n卸油口张贴三步图示，接地夹与油气回收管分色。\n每月抽查一次监控，结果张贴在站内。',
      result: '抽查合格率提高，替班人员能独立完成。',
      cost: '拍摄 0.6 万元，图示每站 200 元。',
      limits: '加气合建站另有加气步骤，需要单独编制。',
    },
    figures: [figure('抽查合格率', '81', '98', '%')],
  },
  {
    slug: 'petrochemical',
    owner: 'lead',
    course: 'IN_REVIEW',
    shareClass: 'ALL_ALLIANCES',
    daysAgo: 4,
    title: '外来承包商入厂前的情景考核',
    subjects: ['MAINTENANCE_WORK', 'CHANGE_MANAGEMENT'],
    area: 'HAZARD_CONTROL',
    text: {
      problem: '承包商培训以签字为主，现场违章仍然集中在入厂第一周。',
      method: '入厂前做 5 个情景题，答错当场讲解并重考。\n作业负责人加考能量隔离和应急撤离。',
      result: '入厂第一周违章减少四成。',
      cost: '题库编制 3 人周，考核终端 1.5 万元。',
      limits: '短期零星作业可用简化题库，但不得免考。',
    },
    figures: [figure('第一周违章', '15', '9', '起/月')],
  },
  {
    slug: 'coatings',
    owner: 'member@demo.test',
    course: 'DRAFT',
    shareClass: 'OWN',
    daysAgo: 3,
    title: '检维修能量隔离挂牌上锁',
    subjects: ['MAINTENANCE_WORK'],
    area: 'HAZARD_CONTROL',
    text: {
      problem: '分散机检修时曾有人误送电。',
      method: '每台设备编制能量清单，一人一锁一牌。\n送电前由检修人本人解锁。',
      result: '',
      cost: '',
      limits: '',
    },
    figures: [],
  },
  {
    slug: 'industrial-gas',
    owner: 'lead',
    course: 'WITHDRAWN',
    shareClass: 'ALL_ALLIANCES',
    daysAgo: 50,
    title: '低温储槽外壳腐蚀巡检',
    subjects: ['EQUIPMENT_INTEGRITY'],
    area: 'HAZARD_CONTROL',
    text: {
      problem: '珠光砂夹层外壳局部结露。',
      method: '按月测厚。\n结露点红外复核。',
      result: '发现两处减薄。',
      cost: '每次 0.4 万元。',
      limits: '适用于立式储槽。',
    },
    figures: [],
  },
]
