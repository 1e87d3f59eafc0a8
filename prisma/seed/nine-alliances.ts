/**
 * The nine alliances under the names and in the order of the notice's body (沪应急危化〔2024〕14号 三(一)). The annex calls
 * the fourth 医药化工 and orders them otherwise; aliases let search and import find both spellings.
 */
export const nineAlliances = [
  entry('petrochemical', '石油化工', '石化', 'Petrochemicals', []),
  entry('fine-chemical', '精细化工', '精细', 'Fine chemicals', []),
  entry('oil-gas-storage', '油气储存', '油储', 'Oil and gas storage', ['油气仓储']),
  entry('pharmaceutical', '化工医药', '医药', 'Chemical pharmaceuticals', ['医药化工']),
  entry('coatings', '油漆涂料', '涂料', 'Paints and coatings', []),
  entry('industrial-gas', '工业气体', '气体', 'Industrial gases', []),
  entry('warehousing', '仓储经营', '仓储', 'Warehousing', ['仓储']),
  entry('filling-station', '加油站', '加油', 'Filling stations', []),
  entry('reagent', '化学试剂', '试剂', 'Chemical reagents', []),
] as const

export type AllianceSlug = (typeof nineAlliances)[number]['slug']

/** The annex: 化工行业安全联盟建议重点研究课题（2024 年）. The title speaks of that one year, so topics are per year. */
export const annexTopics2024 = {
  petrochemical: '化工过程安全管理实践应用',
  'fine-chemical': '生产装置全流程自动化控制改造',
  pharmaceutical: '医药合成工艺风险管控和变更管理',
  'oil-gas-storage': '深化油气储存企业安全风险智能化管控平台建设和应用',
  coatings: '静电安全风险研究及防控',
  'industrial-gas': '设备完好性管理',
  warehousing: '仓储信息化系统功能优化',
  'filling-station': '加油站安全生产标准化管理',
  reagent: '危险化学品“一企一品一码”推广应用',
} as const satisfies Record<AllianceSlug, string>

function entry<Slug extends string>(
  slug: Slug,
  name: string,
  shortName: string,
  nameEn: string,
  otherNames: readonly string[],
) {
  const longForms = [name, ...otherNames].flatMap((each) => [`${each}联盟`, `${each}安全联盟`, `${each}行业安全联盟`])
  return { slug, name, shortName, nameEn, aliases: [...otherNames, ...longForms] }
}
