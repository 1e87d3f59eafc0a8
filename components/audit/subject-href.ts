type Subject = {
  subjectType: string
  subjectId: string | null
  alliance?: { slug: string; year: number | null } | null
}

/** Where what a record speaks of is to be looked at; null where it has no page. */
export function subjectHref({ subjectType, subjectId, alliance }: Subject): string | null {
  if (!subjectId) return null
  if (subjectType === 'activity') return `/portal/activities/${subjectId}`
  if (subjectType === 'case') return `/portal/cases/${subjectId}`
  if (subjectType === 'datePoll') return `/portal/polls/${subjectId}`
  if (subjectType === 'expert') return `/portal/experts/${subjectId}`
  if (subjectType === 'problem') return `/portal/problems/${subjectId}`
  if (subjectType === 'user') return `/portal/users/${subjectId}`
  if (subjectType === 'import') return `/portal/enterprises/imports/${subjectId}`
  if (subjectType === 'enterprise') return `/portal/enterprises/${subjectId}`
  if (!alliance) return null
  const page = `/portal/alliances/${alliance.slug}${subjectType === 'topic' ? '/topics' : ''}`
  return alliance.year === null ? page : `${page}?year=${alliance.year}`
}
