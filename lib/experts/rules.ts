import { ExpertField } from '@/lib/core/prisma/enums'

export const expertFields = Object.values(ExpertField)

export const nameLengthMax = 60
export const organizationLengthMax = 120
export const titleLengthMax = 60
export const otherFieldsLengthMax = 200
export const phoneLengthMax = 60

export const expertStates = ['ACTIVE', 'RETIRED'] as const

export type ExpertState = (typeof expertStates)[number]

export const expertState = ({ retiredAt }: { retiredAt: Date | null }): ExpertState =>
  retiredAt ? 'RETIRED' : 'ACTIVE'
