import { type enterprises as source } from '../zh-CN/enterprises'

export const enterprises = {
  sizeClass: { LARGE: 'Large', MEDIUM: 'Medium', SMALL: 'Small', MICRO: 'Micro' },
  standardizationLevel: { LEVEL_1: 'Level 1', LEVEL_2: 'Level 2', LEVEL_3: 'Level 3', NONE: 'None' },
  majorHazardLevel: { LEVEL_1: 'Level 1', LEVEL_2: 'Level 2', LEVEL_3: 'Level 3', LEVEL_4: 'Level 4' },
  businessKind: {
    PRODUCTION: 'Production',
    TRADE_WITH_STORAGE: 'Trade with storage',
    WAREHOUSING: 'Warehousing',
    FILLING_STATION: 'Filling station',
    USE: 'Use',
    PHARMACEUTICAL: 'Chemical pharmaceuticals',
  },
  licenceKind: {
    SAFETY_PRODUCTION: 'Safety production licence',
    HAZCHEM_TRADE: 'Hazardous chemicals trade licence',
    HAZCHEM_USE: 'Hazardous chemicals safe-use licence',
    PORT: 'Port operation licence',
    REFINED_OIL_RETAIL: 'Refined oil retail approval',
    PHARMACEUTICAL_PRODUCTION: 'Pharmaceutical production licence',
    OTHER: 'Other licence',
  },
  mandateKind: { PRINCIPAL: 'Principal', DESIGNATED: 'Designated person' },
  refusals: {},
} satisfies typeof source
