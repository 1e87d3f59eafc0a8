import type { BusinessKind, LicenceKind, SizeClass } from '@/lib/core/prisma/enums'
import type { AllianceSlug } from '../nine-alliances'

export type AllianceFacts = {
  /** Member sites at scale 1. */
  sites: number
  meetingsPerYear: number
  trainingsPerYear: number
  /** How readily its members come, against the average of their size class. */
  turnout: number
  businessKinds: readonly (readonly [BusinessKind, number])[]
  industryCodes: readonly string[]
  sizes: readonly (readonly [SizeClass, number])[]
  /** How likely a member has a major hazard installation. */
  hazardShare: number
}

const industry = [
  ['LARGE', 15],
  ['MEDIUM', 35],
  ['SMALL', 40],
  ['MICRO', 10],
] as const
const trade = [
  ['LARGE', 6],
  ['MEDIUM', 22],
  ['SMALL', 47],
  ['MICRO', 25],
] as const

/** Sizes and rhythms of the nine alliances: the estimated base of 2,100 sites, all of it settable in the portal. */
export const allianceFacts: Record<AllianceSlug, AllianceFacts> = {
  petrochemical: {
    sites: 90,
    meetingsPerYear: 4,
    trainingsPerYear: 3,
    turnout: 1.25,
    businessKinds: [['PRODUCTION', 1]],
    industryCodes: ['2511', '2614', '2651', '2652', '2653'],
    sizes: [
      ['LARGE', 40],
      ['MEDIUM', 40],
      ['SMALL', 20],
    ],
    hazardShare: 0.7,
  },
  'fine-chemical': {
    sites: 330,
    meetingsPerYear: 4,
    trainingsPerYear: 4,
    turnout: 0.9,
    businessKinds: [
      ['PRODUCTION', 7],
      ['USE', 3],
    ],
    industryCodes: ['2631', '2645', '2662', '2669', '2684'],
    sizes: industry,
    hazardShare: 0.3,
  },
  'oil-gas-storage': {
    sites: 60,
    meetingsPerYear: 4,
    trainingsPerYear: 2,
    turnout: 1.25,
    businessKinds: [
      ['WAREHOUSING', 8],
      ['TRADE_WITH_STORAGE', 2],
    ],
    industryCodes: ['5941'],
    sizes: industry,
    hazardShare: 0.9,
  },
  pharmaceutical: {
    sites: 150,
    meetingsPerYear: 4,
    trainingsPerYear: 3,
    turnout: 1.05,
    businessKinds: [['PHARMACEUTICAL', 1]],
    industryCodes: ['2710', '2720'],
    sizes: industry,
    hazardShare: 0.15,
  },
  coatings: {
    sites: 180,
    meetingsPerYear: 4,
    trainingsPerYear: 3,
    turnout: 1,
    businessKinds: [
      ['PRODUCTION', 8],
      ['USE', 2],
    ],
    industryCodes: ['2641', '2642'],
    sizes: industry,
    hazardShare: 0.2,
  },
  'industrial-gas': {
    sites: 110,
    meetingsPerYear: 4,
    trainingsPerYear: 2,
    turnout: 1.1,
    businessKinds: [
      ['PRODUCTION', 5],
      ['TRADE_WITH_STORAGE', 5],
    ],
    industryCodes: ['2619', '5266'],
    sizes: industry,
    hazardShare: 0.4,
  },
  warehousing: {
    sites: 190,
    meetingsPerYear: 4,
    trainingsPerYear: 3,
    turnout: 1,
    businessKinds: [
      ['WAREHOUSING', 6],
      ['TRADE_WITH_STORAGE', 4],
    ],
    industryCodes: ['5942', '5949'],
    sizes: industry,
    hazardShare: 0.5,
  },
  'filling-station': {
    sites: 820,
    meetingsPerYear: 4,
    trainingsPerYear: 6,
    turnout: 0.9,
    businessKinds: [['FILLING_STATION', 1]],
    industryCodes: ['5265'],
    sizes: trade,
    hazardShare: 0.02,
  },
  reagent: {
    sites: 170,
    meetingsPerYear: 4,
    trainingsPerYear: 2,
    turnout: 0.95,
    businessKinds: [
      ['TRADE_WITH_STORAGE', 7],
      ['PRODUCTION', 3],
    ],
    industryCodes: ['2661', '5169'],
    sizes: trade,
    hazardShare: 0.08,
  },
}

/** Share of the city's enterprises by supervising jurisdiction. */
export const jurisdictionWeights: readonly (readonly [string, number])[] = [
  ['310116', 14],
  ['310120', 13],
  ['310115', 14],
  ['SH-LGXPQ', 6],
  ['SH-SCIP', 4],
  ['310114', 9],
  ['310113', 8],
  ['310117', 8],
  ['310118', 6],
  ['310112', 7],
  ['310107', 2],
  ['310104', 2],
  ['310110', 2],
  ['310151', 2],
  ['310106', 1],
  ['310105', 1],
  ['310109', 0.6],
  ['310101', 0.4],
]

/** Where enterprises of the two functional areas lie: neither area has a county code of its own. */
export const districtsOfArea: Record<string, readonly string[]> = {
  'SH-LGXPQ': ['310115', '310120'],
  'SH-SCIP': ['310116', '310120'],
}

/** How often an enterprise of a size comes when it is invited. */
export const turnoutOfSize: Record<SizeClass, number> = { LARGE: 0.85, MEDIUM: 0.65, SMALL: 0.5, MICRO: 0.35 }

type LicenceForm = { kind: LicenceKind; series: string; scope: string }

/** The licences that a kind of business holds. */
export const licencesOf: Record<BusinessKind, readonly LicenceForm[]> = {
  PRODUCTION: [{ kind: 'SAFETY_PRODUCTION', series: '沪WH安许证字', scope: '危险化学品生产' }],
  TRADE_WITH_STORAGE: [{ kind: 'HAZCHEM_TRADE', series: '沪应急危经许', scope: '危险化学品经营（带储存设施）' }],
  WAREHOUSING: [{ kind: 'HAZCHEM_TRADE', series: '沪应急危储许', scope: '危险化学品仓储经营' }],
  FILLING_STATION: [
    { kind: 'HAZCHEM_TRADE', series: '沪应急加油许', scope: '汽油、柴油零售' },
    { kind: 'REFINED_OIL_RETAIL', series: '沪油零售证', scope: '成品油零售经营' },
  ],
  USE: [{ kind: 'HAZCHEM_USE', series: '沪WH使许证字', scope: '危险化学品使用' }],
  PHARMACEUTICAL: [
    { kind: 'PHARMACEUTICAL_PRODUCTION', series: '沪药产许', scope: '原料药、制剂生产' },
    { kind: 'HAZCHEM_USE', series: '沪WH使许证字药', scope: '危险化学品使用' },
  ],
}
