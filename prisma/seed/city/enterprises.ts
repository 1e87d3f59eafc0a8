import { validate } from 'stdnum/lib/cjs/cn/uscc.js'
import { plusDays, startOfDay, type Day } from '@/lib/core/clock'
import type { Enterprise } from '@/lib/core/prisma/client'
import type { SizeClass } from '@/lib/core/prisma/enums'
import { searchTokens } from '@/lib/enterprises/search-rules'
import { jurisdictions } from '../jurisdictions'
import { nineAlliances, type AllianceSlug } from '../nine-alliances'
import type { Reference } from '../reference'
import { allianceFacts, districtsOfArea, jurisdictionWeights } from './alliance-facts'
import { address, brandName, firmName, personName } from './names'
import type { Random } from './random'

/** Whether an enterprise comes to anything at all, and how much more readily than others of its size. */
export type Zeal = { comes: boolean; factor: number }

type EnterpriseRow = Omit<Enterprise, 'standardizationValidTo' | 'closedOn' | 'principalName' | 'safetyLeadName'> & {
  standardizationValidTo: Day | null
  closedOn: Day | null
  principalName: string
  safetyLeadName: string
}

/** What the rest of the city needs to know of an enterprise besides its row. */
export type Firm = {
  row: EnterpriseRow
  slug: AllianceSlug
  size: SizeClass
  zeal: Zeal
  /** Which of the city's named places it takes. */
  part: 'lead' | 'member' | 'group-station' | null
}

/** Filling stations of one legal person that one person represents. */
export const groupStationCount = 12

const memberName = '上海沅沣涂料有限公司'
const longName = '中国（上海）自由贸易试验区临港新片区澜沣䶮川新能源化工材料科技发展股份有限公司奉贤分公司第二生产基地'
const stationPlaces = ['漕廊', '朱行', '亭卫', '金石', '海鸥', '廊平', '松卫', '卫清', '龙胜', '学府', '临桂', '山阳西']

const areaName = new Map(jurisdictions.map(({ code, shortName }) => [code, shortName]))
const codeOf = new Map([
  ['310115', ['310115', '310115', '310119']],
  ['310106', ['310106', '310108']],
])

/** Everything that varies while firms are made: chance, the names and codes that are taken, the day. */
type Making = {
  random: Random
  anchor: Day
  since: Date
  reference: Reference
  names: Set<string>
  codes: Set<string>
}

/** The enterprises of the city, alliance by alliance; the first of each alliance leads it. */
export function planFirms(random: Random, anchor: Day, scale: number, reference: Reference): Firm[] {
  const since = startOfDay(`${Number(anchor.slice(0, 4)) - 2}-01-01`)
  const making: Making = { random, anchor, since, reference, names: new Set([memberName, longName]), codes: new Set() }
  const firms = nineAlliances.flatMap(({ slug }) => {
    const count = Math.max(groupStationCount, Math.round(allianceFacts[slug].sites * scale))
    return Array.from({ length: count }, (_, index) => planFirm(making, slug, index))
  })
  return firms.map((firm) => searchable(joinGroup(firm, firms)))
}

const searchable = (firm: Firm): Firm => ({ ...firm, row: { ...firm.row, searchTokens: searchTokens(firm.row) } })

/** Stations of the group share the credit code, the principal and the telephone of their legal person. */
function joinGroup(firm: Firm, firms: Firm[]): Firm {
  if (firm.part !== 'group-station') return firm
  const head = firms.find(({ part }) => part === 'group-station') ?? firm
  const { creditCode, principalName, principalPhone, safetyLeadName, safetyLeadPhone } = head.row
  return { ...firm, row: { ...firm.row, creditCode, principalName, principalPhone, safetyLeadName, safetyLeadPhone } }
}

function planFirm(making: Making, slug: AllianceSlug, index: number): Firm {
  const { random } = making
  const part = partOf(slug, index)
  const isLead = part === 'lead'
  const size = part === null || part === 'group-station' ? random.weighted(allianceFacts[slug].sizes) : sizeOf(part)
  const zeal = { comes: part !== null || !random.chance(0.16), factor: isLead ? 1.3 : 0.7 + random.next() * 0.6 }
  const jurisdiction = jurisdictionOf(random, slug, index, part)
  return { row: enterpriseRow(making, { slug, index, part, size, jurisdiction }), slug, size, zeal, part }
}

const sizeOf = (part: 'lead' | 'member'): SizeClass => (part === 'lead' ? 'LARGE' : 'MEDIUM')

function partOf(slug: AllianceSlug, index: number): Firm['part'] {
  if (index === 0) return 'lead'
  if (slug === 'coatings' && index === 1) return 'member'
  return slug === 'filling-station' && index <= groupStationCount ? 'group-station' : null
}

/** Every jurisdiction has a filling station; the rest follows the weights. */
function jurisdictionOf(random: Random, slug: AllianceSlug, index: number, part: Firm['part']): string {
  const drawn = random.weighted(jurisdictionWeights)
  if (part === 'member' || part === 'group-station') return '310116'
  if (slug === 'petrochemical' && index < 6) return index % 2 === 0 ? 'SH-SCIP' : '310116'
  const further = index - groupStationCount - 1
  return slug === 'filling-station' ? (jurisdictions[further]?.code ?? drawn) : drawn
}

type Draft = { slug: AllianceSlug; index: number; part: Firm['part']; size: SizeClass; jurisdiction: string }

function enterpriseRow(making: Making, draft: Draft): EnterpriseRow {
  const { random, anchor, reference } = making
  const { slug, part, size, jurisdiction } = draft
  const district = random.pick(districtsOfArea[jurisdiction] ?? [jurisdiction])
  const { name, shortName, establishment } = nameOf(making, draft)
  const employees = { LARGE: [320, 1_600], MEDIUM: [90, 300], SMALL: [22, 89], MICRO: [4, 19] } as const
  const [fewest, most] = employees[size]
  const level = random.weighted([
    ['LEVEL_1', size === 'LARGE' ? 3 : 0.2],
    ['LEVEL_2', size === 'LARGE' ? 6 : 3],
    ['LEVEL_3', 6],
    ['NONE', size === 'MICRO' ? 6 : 1.5],
  ] as const)
  return {
    id: random.uuid(),
    creditCode: creditCode(making, random.pick(codeOf.get(district) ?? [district])),
    name,
    shortName,
    establishment,
    address: address(random, areaName.get(district) ?? '', slug !== 'filling-station'),
    businessKind: random.weighted(allianceFacts[slug].businessKinds),
    industryCode: random.pick(allianceFacts[slug].industryCodes),
    employees: random.between(fewest, most),
    sizeClass: size,
    standardizationLevel: part === 'lead' ? 'LEVEL_1' : level,
    standardizationValidTo: level === 'NONE' && part !== 'lead' ? null : plusDays(anchor, random.between(20, 1_000)),
    majorHazardLevel: random.chance(allianceFacts[slug].hazardShare)
      ? random.pick(['LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_3', 'LEVEL_4', 'LEVEL_4'] as const)
      : null,
    principalName: personName(random),
    principalPhone: telephone(random),
    safetyLeadName: personName(random),
    safetyLeadPhone: telephone(random),
    supervisingJurisdictionId: reference.jurisdictionId(jurisdiction),
    // Imported registries leave it open for some.
    locatedDistrictId: random.chance(0.9) ? reference.jurisdictionId(district) : null,
    note: '',
    closedOn: null,
    mergedIntoId: null,
    searchTokens: [],
    version: 1,
    createdAt: making.since,
    updatedAt: making.since,
  }
}

/** Numbers of a block that is not given out. */
const telephone = (random: Random) => `1990000${String(random.between(0, 9_999)).padStart(4, '0')}`

function nameOf({ random, names }: Making, { slug, index, part }: Draft) {
  if (part === 'member') return { name: memberName, shortName: '沅沣涂料', establishment: null }
  if (part === 'group-station') {
    const place = stationPlaces[index - 1] ?? String(index)
    const site = `${place}加油站`
    return { name: `上海霁川石油销售有限公司${site}`, shortName: '霁川石油', establishment: site }
  }
  if (slug === 'fine-chemical' && index === 1)
    return { name: longName, shortName: '澜沣䶮川', establishment: '第二生产基地' }
  for (;;) {
    const made = firmName(random, slug)
    const site = slug === 'filling-station' ? `${brandName(random)}加油站` : null
    const name = site ? `${made.name}${site}` : made.name
    if (names.has(name)) continue
    names.add(name)
    return { name, shortName: made.shortName, establishment: site }
  }
}

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

/** A code of the district with a check digit that stdnum accepts. */
function creditCode({ random, codes }: Making, district: string): string {
  for (;;) {
    const body = `91${district}MA1${Array.from({ length: 6 }, () => random.pick(alphabet)).join('')}`
    const code = alphabet.map((digit) => `${body}${digit}`).find((each) => validate(each).isValid)
    if (!code || codes.has(code)) continue
    codes.add(code)
    return code
  }
}
