import type { Cell } from '@/lib/core/spreadsheet'
import { tidy } from '@/lib/enterprises/rules'
import { requiredFields, type Field, type Mapping } from './schema'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/**
 * How bureaus head their columns. Compared after `headerKey`: without brackets and what stands in them, spaces, stars and
 * colons. A heading under two fields would be found by the first only, so there is none (tested).
 */
export const headerSynonyms: Record<Field, readonly string[]> = {
  creditCode: words('统一社会信用代码 社会信用代码 信用代码 统一信用代码 社会统一信用代码 统一代码 USCC'),
  name: words('企业名称 单位名称 公司名称 名称 企业全称 单位全称 企业 单位 企业单位名称 被监管单位名称'),
  shortName: words('企业简称 单位简称 简称'),
  establishment: words('站点名称 加油站名称 门店名称 网点名称 场所名称 经营场所名称 站名'),
  jurisdiction: words(`监管区 监管单位 监管部门 监管机构 监管辖区 监管区域 监管属地 所属监管区 属地监管部门
    管辖区 辖区 所属辖区 所属区 属地 区县 区 行政区`),
  locatedDistrict: words('所在区 所在行政区 所在区县 坐落区 注册区'),
  address: words(`详细地址 地址 经营地址 生产地址 生产经营地址 实际地址 企业地址 单位地址 经营场所 经营场所地址
    生产经营场所地址`),
  businessKind: words('企业类型 企业类别 单位类型 单位类别 经营类型 经营方式 类型 类别'),
  licenceKind: words(
    '许可证种类 许可证类型 许可证类别 许可证名称 许可种类 许可类型 许可类别 证照种类 证照类型 证书种类 证书类型',
  ),
  licenceNumber: words('许可证编号 许可证号 许可证号码 许可证书编号 许可编号 证书编号 证照编号 证号'),
  licenceIssuer: words('发证机关 发证单位 发证部门 颁证机关 许可机关'),
  licenceScope: words('许可范围 许可内容 许可品种 许可经营范围'),
  licenceValidFrom: words('有效期起 有效期自 有效期起始 有效期开始 许可证有效期起 起始日期 生效日期'),
  licenceValidTo:
    words(`有效期至 有效期 有效期止 有效期截止 有效期限 有效截止日期 有效日期至 许可证有效期 许可证有效期至
    许可证到期日 截止日期 到期日 到期日期 失效日期`),
  industryCode: words('行业代码 国民经济行业代码 行业分类代码'),
  employees: words('从业人数 从业人员 从业人员数 从业人员数量 员工人数 员工数 职工人数 人数'),
  sizeClass: words('规模 企业规模 单位规模 规模类型 规模类别'),
  standardizationLevel: words(
    '标准化等级 标准化级别 标准化达标等级 标准化 安全标准化等级 安全生产标准化 安全生产标准化等级',
  ),
  standardizationValidTo: words('标准化有效期 标准化有效期至 标准化证书有效期至 标准化到期日'),
  majorHazardLevel: words('重大危险源等级 重大危险源级别 重大危险源最高等级 重大危险源 危险源等级'),
  principalName: words('主要负责人 主要负责人姓名 企业负责人 单位负责人 负责人 负责人姓名'),
  principalPhone: words(`主要负责人电话 主要负责人手机 主要负责人联系电话 主要负责人联系方式 负责人电话 负责人手机
    负责人联系电话 企业负责人电话`),
  safetyLeadName: words('安全负责人 安全负责人姓名 安全管理负责人 分管安全负责人 安全总监'),
  safetyLeadPhone: words(`安全负责人手机 安全负责人电话 安全负责人联系电话 安全负责人联系方式 安全管理负责人电话
    分管安全负责人电话 安全总监电话`),
  alliances: words(
    '所属联盟 所属安全联盟 所属行业联盟 所属行业安全联盟 行业安全联盟 安全联盟 联盟 联盟名称 拟加入联盟',
  ),
  note: words('备注 备注说明 附注 说明'),
}

/** Headings that say "phone" without saying whose: the person named to their left answers for them. */
export const phoneHeadings = words(
  '联系电话 电话 电话号码 手机 手机号 手机号码 移动电话 联系手机 联系方式 企业联系电话',
)

/** Headings of columns that are known and carry nothing: they help to recognise the header row. */
const ignoredHeadings = new Set(['序号', '序', '编号序号', '行号', 'no', 'no.'])

export const headerKey = (text: string): string =>
  tidy(text)
    .replace(/[(（【[].*?[)）】\]]/g, '')
    .replace(/[\s*※★:：、,，.。_-]/g, '')
    .toUpperCase()

const fieldOfHeading = new Map<string, Field>(
  (Object.entries(headerSynonyms) as [Field, readonly string[]][]).flatMap(([field, headings]) =>
    headings.map((heading) => [headerKey(heading), field]),
  ),
)

const phoneKeys = new Set(phoneHeadings.map(headerKey))

const textOf = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell))

/** Which column says what, by a row of headings. The first of two columns with the same meaning counts. */
export function recogniseColumns(headings: readonly Cell[]): Partial<Record<Field, number>> {
  const columns: Partial<Record<Field, number>> = {}
  let person: 'principalPhone' | 'safetyLeadPhone' = 'principalPhone'
  headings.forEach((heading, column) => {
    const key = headerKey(textOf(heading))
    const field = phoneKeys.has(key) ? person : fieldOfHeading.get(key)
    if (field === 'principalName') person = 'principalPhone'
    if (field === 'safetyLeadName') person = 'safetyLeadPhone'
    if (field) columns[field] ??= column
  })
  return columns
}

/** Rows at the top of a sheet among which the header is looked for. */
export const headerRowsMax = 30

export type FoundHeader = { headerRow: number; headings: string[]; columns: Mapping['columns'] }

type Candidate = FoundHeader & { score: number }

/**
 * The header, wherever it stands among the first rows: the row that names the most fields, the required ones among them.
 * Headings over two rows (许可证 over 种类 and 编号) are read as one where that says more.
 */
export function findHeader(rows: readonly { number: number; cells: readonly Cell[] }[]): FoundHeader | null {
  const candidates = rows.slice(0, headerRowsMax).flatMap((row, index): Candidate[] => {
    const below = rows[index + 1]
    const single = candidate(row.number, row.cells.map(textOf))
    if (!below) return [single]
    return [single, candidate(below.number, underHeading(row.cells, below.cells))]
  })
  const best = candidates.reduce<Candidate | null>(
    (found, each) => (found === null || each.score > found.score ? each : found),
    null,
  )
  if (!best || !hasRequired(best.columns)) return null
  return { headerRow: best.headerRow, headings: best.headings, columns: best.columns }
}

/** A sheet without credit code or name is no registry; the other two may still be mapped by hand or be missed row by row. */
const hasRequired = (columns: Mapping['columns']): boolean =>
  columns.creditCode !== undefined && columns.name !== undefined && Object.keys(columns).length >= 3

function candidate(headerRow: number, headings: string[]): Candidate {
  const columns = recogniseColumns(headings)
  const required = requiredFields.filter((field) => columns[field] !== undefined).length
  const known = headings.filter((heading) => ignoredHeadings.has(heading.trim().toLowerCase())).length
  return { headerRow, headings, columns, score: Object.keys(columns).length * 2 + required + known }
}

/** Two rows as one: a heading below stands for itself, or completes the wider one that it stands under. */
function underHeading(upper: readonly Cell[], lower: readonly Cell[]): string[] {
  let group = ''
  const width = Math.max(upper.length, lower.length)
  return Array.from({ length: width }, (_, column) => {
    const above = textOf(upper[column])
    const below = textOf(lower[column])
    if (above !== '') group = above
    if (below === '' || below === above) return above
    return fieldOfHeading.has(headerKey(below)) && !needsGroup(below) ? below : `${group}${below}`
  })
}

/** Words that mean little alone: 许可证 · 种类, 主要负责人 · 电话. */
const needsGroup = (heading: string): boolean => ['编号', '类型', '类别', '名称', '姓名'].includes(headerKey(heading))
