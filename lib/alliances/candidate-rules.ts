/** By what candidates for lead are put in order; the first one unless asked otherwise. */
export const candidateOrders = ['standardization', 'size', 'employees', 'hazard', 'joined'] as const

export type CandidateOrder = (typeof candidateOrders)[number]

export const isCandidateOrder = (text: string | undefined): text is CandidateOrder =>
  candidateOrders.some((order) => order === text)

/** How many members stand beside each other. */
export const comparedRange = { from: 2, to: 5 } as const
