/** What two entries may have in common that one establishment would have once. */
export const signs = ['NAME', 'LICENCE', 'CONTACT', 'ADDRESS'] as const

export type Sign = (typeof signs)[number]

export const reasonLengthMax = 200

/** What more entries than this share (the switchboard of a park, the address of a tower) says nothing of two of them. */
export const sharedByMax = 5

/** The two ids of a pair in the order in which they are kept. */
export const inOrder = (a: string, b: string): [string, string] => (a.toLowerCase() < b.toLowerCase() ? [a, b] : [b, a])

/** What may hang on an entry, in the order of the preview. */
export const mergeKinds = [
  'memberships',
  'leadDecisions',
  'mandates',
  'appointments',
  'licences',
  'registrations',
  'attendances',
  'visitSlots',
  'slotBookings',
  'visitHosts',
  'guidances',
  'inspections',
  'speakers',
  'audienceExclusions',
  'certificates',
  'topics',
  'actionItems',
  'problemTodos',
  'selfChecks',
  'practices',
  'adoptions',
  'announcements',
  'announcementReads',
  'serviceConfirmations',
  'disputes',
  'mergedEntries',
  'activationCodes',
  'proposals',
  'importRows',
  'bulkRows',
  'supervisions',
  'closures',
  'distinctPairs',
  'merges',
] as const

export type MergeKind = (typeof mergeKinds)[number]

/** What may be taken from the entry that goes, with its columns. Name, code and jurisdiction are those of the one that stays. */
export const mergeFields = {
  shortName: ['shortName'],
  establishment: ['establishment'],
  address: ['address'],
  locatedDistrict: ['locatedDistrictId'],
  businessKind: ['businessKind'],
  industryCode: ['industryCode'],
  employees: ['employees'],
  sizeClass: ['sizeClass'],
  standardizationLevel: ['standardizationLevel', 'standardizationValidTo'],
  majorHazardLevel: ['majorHazardLevel'],
  principalName: ['principalName', 'principalPhone'],
  safetyLeadName: ['safetyLeadName', 'safetyLeadPhone'],
  note: ['note'],
} as const

export type MergeField = keyof typeof mergeFields

export const mergeFieldNames = Object.keys(mergeFields) as MergeField[]

/** So long a merge can be undone. */
export const undoHours = 24

export const canStillUndo = (mergedAt: Date, at: Date): boolean =>
  at.getTime() < mergedAt.getTime() + undoHours * 3_600_000
