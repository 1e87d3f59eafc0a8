/** Records that say who can see them. */
export const recordKinds = ['activity', 'enterprise', 'topic', 'import', 'practice', 'announcement'] as const

export type RecordKind = (typeof recordKinds)[number]

export const isRecordKind = (text: string): text is RecordKind => recordKinds.some((kind) => kind === text)

/** As an alliance is named and drawn. */
export type LineAlliance = { name: string; nameEn: string; shortName: string; sortOrder: number }

/**
 * One line of the answer: of `all` there are, so many see the record. Every office and every enterprise of the city stands
 * in a line; an enterprise of two alliances in that of each; where all alliances see it, all their enterprises in one. Where
 * the jurisdiction decides, the enterprises that it supervises stand in a line of theirs. `names` only where who they are is public or the record says it.
 */
export type AudienceLine = {
  who:
    | 'MUNICIPAL'
    | 'JURISDICTIONS'
    | 'INSURERS'
    | 'OWNER'
    | 'ALLIANCES'
    | 'LEAD'
    | 'MEMBERS'
    | 'SUPERVISED'
    | 'INVOLVED'
    | 'OTHERS'
    | 'PUBLIC'
  alliance: LineAlliance | null
  names: string[]
  seeing: number
  all: number
}

export const line = (
  who: AudienceLine['who'],
  { alliance = null, ...more }: Omit<AudienceLine, 'who' | 'alliance'> & { alliance?: LineAlliance | null },
): AudienceLine => ({ who, alliance, ...more })

/** How much of a line sees the record. */
export type Share = 'ALL' | 'SOME' | 'NONE'

export function shareOf({ seeing, all }: Pick<AudienceLine, 'seeing' | 'all'>): Share {
  if (seeing === 0) return 'NONE'
  return seeing === all ? 'ALL' : 'SOME'
}
