import type { Locale } from './locale'

/**
 * 沪应急危化〔2024〕14号, clause by clause, cleaned of the line breaks of its scan. `modality` is the strength of what a
 * sentence asks: one number in the whole notice is a MUST, and what is encouraged is never shown as a breach.
 */
export const modalities = ['MUST', 'SHOULD', 'ENCOURAGED', 'SUGGESTED', 'MAY'] as const

export type Modality = (typeof modalities)[number]

export type ClauseId = '1' | '2' | '3-1' | '3-2' | '3-3' | '3-4' | '3-5' | '4-1' | '4-2' | '4-3' | 'annex'

type Sentence = { text: string; modality?: Modality }
export type Clause = { id: ClauseId; part?: string; number: string; title: string; sentences: Sentence[] }

const zh: Clause[] = [
  {
    id: '1',
    part: '一、工作目标',
    number: '一',
    title: '工作目标',
    sentences: [
      {
        text: '以“整体谋划、协同推进、以点带面”为原则，以规制创新、管理创新为引领，以破解危险化学品企业安全管理水平不平衡、同行业交流分享机制不健全等难题为导向，以危险化学品和工贸安全生产责任保险企业事故预防服务为载体，推动建立危险化学品企业行业安全联盟，搭建同行业企业交流平台，创新安全治理模式，充分发挥先进企业的示范引领效应，深入推动危险化学品企业安全文化建设，切实提升化工行业安全水平。',
      },
    ],
  },
  {
    id: '2',
    part: '二、企业范围',
    number: '二',
    title: '企业范围',
    sentences: [
      {
        text: '取得安全生产许可的危险化学品生产、经营（带有储存设施、仓储、加油站）、使用企业和有关化工医药企业。',
        modality: 'MUST',
      },
    ],
  },
  {
    id: '3-1',
    part: '三、工作方式',
    number: '三（一）',
    title: '成立联盟',
    sentences: [
      {
        text: '根据本市危险化学品企业不同类型，分别成立石油化工、精细化工、油气储存、化工医药、油漆涂料、工业气体、仓储经营、加油站、化学试剂等9个行业安全联盟。',
        modality: 'MUST',
      },
      {
        text: '支持上海市危险化学品及工贸行业领域安全生产责任保险各承保机构（以下简称：安责险承保机构）统筹建立工作机制，将服务保障行业安全联盟运行纳入事故预防服务范畴。',
        modality: 'ENCOURAGED',
      },
      {
        text: '按照“企业类型相近，资源优势相融”的原则，综合企业规模、安全管理水平等因素，确定各行业安全联盟牵头企业和成员企业。',
        modality: 'MUST',
      },
      { text: '各成员企业由主要负责人或指定专人参加安全联盟相关活动，落实具体工作要求。', modality: 'MUST' },
    ],
  },
  {
    id: '3-2',
    number: '三（二）',
    title: '交流研讨',
    sentences: [
      {
        text: '各安全联盟定期组织召开安全工作交流会，组织开展实地调研、问题研讨、经验分享等活动。',
        modality: 'SHOULD',
      },
      {
        text: '坚持问题导向，针对行业类型和典型事故特点，深入分析研究本行业主要安全风险和重点任务，着力破解工作推进过程中的难点问题（建议重点研究课题详见附件）。',
        modality: 'SUGGESTED',
      },
      {
        text: '分享各企业在化工过程安全管理、安全风险智能化管控平台建设和应用、设备完好性管理、变更管理、检维修作业安全风险管控等方面的先进管理理念、制度和实践，商讨研究本行业安全治理提升方案。',
        modality: 'SHOULD',
      },
    ],
  },
  {
    id: '3-3',
    number: '三（三）',
    title: '安全培训',
    sentences: [
      { text: '各安全联盟每年至少组织一次安全培训，', modality: 'MUST' },
      {
        text: '采取线上线下等方式，组织专家、专业人士解读安全生产法律法规、标准规范和最新安全要求，对典型事故案例进行剖析研究，对共性问题提出整改建议，及时跟进专项工作落实进度。',
        modality: 'SHOULD',
      },
    ],
  },
  {
    id: '3-4',
    number: '三（四）',
    title: '总结提炼',
    sentences: [
      {
        text: '各安全联盟要加强对研讨成果的归纳汇总，在风险分级管控、本质安全水平提升、隐患排查治理、应急联动机制和队伍建设等方面发挥专业指导作用，帮助企业“通堵点”“破难点”，提炼一批可复制、可推广的安全治理模式和实践应用案例，推动形成具有示范引领作用的地方标准。',
        modality: 'SHOULD',
      },
    ],
  },
  {
    id: '3-5',
    number: '三（五）',
    title: '其他工作',
    sentences: [
      { text: '鼓励各安全联盟企业自行开展隐患互查、交流互学等活动，', modality: 'ENCOURAGED' },
      { text: '市、区应急管理局可结合工作实际，组织专家指导服务。', modality: 'MAY' },
    ],
  },
  {
    id: '4-1',
    part: '四、工作要求',
    number: '四（一）',
    title: '加强组织领导',
    sentences: [
      {
        text: '建立行业安全联盟是转变安全生产治理方式，提升企业本质安全管理能力的创新举措。各区应急管理局要深刻认识此项工作的重要意义，督促企业落实安全生产主体责任，采取有力措施推动工作机制建立健全，助力行业安全联盟有效运行。',
        modality: 'MUST',
      },
      { text: '鼓励安责险承保机构落实专人负责制，加强资源共享，推动行业安全联盟落地见实效。', modality: 'ENCOURAGED' },
      {
        text: '各企业主要负责人要提高认识，变被动接受为主动出击，积极参加行业安全联盟各项活动，切实对标先进，全面提升安全管理能力和水平。',
        modality: 'SHOULD',
      },
    ],
  },
  {
    id: '4-2',
    number: '四（二）',
    title: '统筹推动落实',
    sentences: [
      {
        text: '安责险承保机构要发挥统筹协调作用，切实配合行业安全联盟牵头企业和成员企业做好有关活动的宣传发动，平台搭建等工作，维护安全联盟高效运转。',
        modality: 'MUST',
      },
      {
        text: '提倡行业安全联盟的牵头企业积极践行社会责任，在保护知识产权和商业秘密的前提下，积极分享最佳实践，为提升行业安全管理水平作出贡献。',
        modality: 'ENCOURAGED',
      },
      {
        text: '各区应急管理局要加强与安责险承保机构的沟通交流，督促指导辖区内成员企业踊跃参加活动，建立基于信用的新型监管执法模式和正向激励机制，对积极参加安全联盟活动、认真落实安全联盟要求的企业，减少行政执法、安全检查的频次。',
        modality: 'SHOULD',
      },
    ],
  },
  {
    id: '4-3',
    number: '四（三）',
    title: '提升工作实效',
    sentences: [
      {
        text: '安责险承保机构要及时梳理典型经验做法，加大宣传力度，通过官方网站、微信公众号、短视频等方式，多渠道、全方位宣传，扩大影响力。行业安全联盟要充分发挥专业优势，及时汇总研讨成果，推动政策宣贯、技术创新、技能培训、辅助决策等方面的成果转化。各区应急管理局要善于借力，将安责险承保机构事故预防服务与各类专项工作同频共振、同步实施、同步推进，创新安全生产社会共治模式，构建共商、共治、共享的安全命运共同体，持续提升安全治理能效，助力本市制造业高质量发展。',
        modality: 'SHOULD',
      },
    ],
  },
  {
    id: 'annex',
    part: '附件',
    number: '附件',
    title: '化工行业安全联盟建议重点研究课题（2024年）',
    sentences: [
      { text: '1. 石油化工安全联盟：化工过程安全管理实践应用；', modality: 'SUGGESTED' },
      { text: '2. 精细化工安全联盟：生产装置全流程自动化控制改造；', modality: 'SUGGESTED' },
      { text: '3. 医药化工安全联盟：医药合成工艺风险管控和变更管理；', modality: 'SUGGESTED' },
      { text: '4. 油气储存安全联盟：深化油气储存企业安全风险智能化管控平台建设和应用；', modality: 'SUGGESTED' },
      { text: '5. 油漆涂料安全联盟：静电安全风险研究及防控；', modality: 'SUGGESTED' },
      { text: '6. 工业气体安全联盟：设备完好性管理；', modality: 'SUGGESTED' },
      { text: '7. 仓储经营安全联盟：仓储信息化系统功能优化；', modality: 'SUGGESTED' },
      { text: '8. 加油站安全联盟：加油站安全生产标准化管理；', modality: 'SUGGESTED' },
      { text: '9. 化学试剂安全联盟：危险化学品“一企一品一码”推广应用。', modality: 'SUGGESTED' },
    ],
  },
]

/** The headings in English, and in a sentence or two what each clause asks: a courtesy, the Chinese text is what counts. */
const en: Record<ClauseId, { part?: string; number: string; title: string; summary: string }> = {
  '1': {
    part: 'I. Purpose',
    number: 'I',
    title: 'Purpose',
    summary:
      'Safety management differs widely between hazardous-chemical firms, and firms of one trade have no standing way to learn from each other. Industry safety alliances, carried by the accident-prevention services of liability insurance, are to close that gap.',
  },
  '2': {
    part: 'II. Which enterprises',
    number: 'II',
    title: 'Which enterprises',
    summary:
      'Licensed firms that produce, trade (with storage, in warehouses, at filling stations) or use hazardous chemicals, and the pharmaceutical firms concerned.',
  },
  '3-1': {
    part: 'III. How it works',
    number: 'III(1)',
    title: 'Setting up alliances',
    summary:
      'Nine alliances are set up. Insurers are supported in running them. Lead and member companies are chosen by size and by quality of safety management. Each member sends its principal or a designated person.',
  },
  '3-2': {
    number: 'III(2)',
    title: 'Exchange and discussion',
    summary:
      'Alliances hold exchange meetings regularly (no number is set), visit sites, discuss problems and share experience. The annex suggests topics.',
  },
  '3-3': {
    number: 'III(3)',
    title: 'Safety training',
    summary:
      'Each alliance holds at least one safety training a year: the one number in the notice. Experts explain laws, standards and accidents, and follow up on common problems.',
  },
  '3-4': {
    number: 'III(4)',
    title: 'Drawing conclusions',
    summary:
      'What was discussed is summed up in four areas, turned into cases that others can copy, and, where it fits, into local standards.',
  },
  '3-5': {
    number: 'III(5)',
    title: 'Other work',
    summary: 'Members are encouraged to inspect each other and to visit each other. Bureaus may send experts.',
  },
  '4-1': {
    part: 'IV. Requirements',
    number: 'IV(1)',
    title: 'Leadership',
    summary:
      'District bureaus urge their firms on. Insurers are encouraged to name one person in charge. Principals take part in person.',
  },
  '4-2': {
    number: 'IV(2)',
    title: 'Coordination',
    summary:
      'Insurers coordinate and provide the platform. Lead companies share good practice while trade secrets stay protected. Districts reduce inspections for firms that take part in earnest.',
  },
  '4-3': {
    number: 'IV(3)',
    title: 'Results',
    summary:
      'Good examples are made known, results are put to use, and insurers’ services are joined with the bureaus’ campaigns.',
  },
  annex: {
    part: 'Annex',
    number: 'Annex',
    title: 'Suggested research topics, 2024',
    summary: 'One suggested topic for each of the nine alliances.',
  },
}

export const clauses: readonly Clause[] = zh

/** A clause's number and title in a language, for chips and headings. */
export const clauseHeading = (id: ClauseId, locale: Locale): { number: string; title: string } => {
  const clause = zh.find((one) => one.id === id)
  return locale === 'en' || !clause ? en[id] : { number: clause.number, title: clause.title }
}

/** The part that begins with a clause, in a language. */
export const partHeading = (clause: Clause, locale: Locale): string | undefined =>
  locale === 'en' ? en[clause.id].part : clause.part

export const clauseSummary = (id: ClauseId): string => en[id].summary
