/** Written into a statement whose best plan depends on what it asks for, such as a report of one firm or of all. */
export const plannedEachTime = '/* planned each time */'

const bounds = { names: 120, sightings: 20, watched: 1_000 }

/**
 * Names for the statements that a process sends again and again: what has a name is parsed once for each connection and
 * soon planned once. Only what was sent often has one, and only so many, because each costs every connection memory.
 * @returns what gives the name of a statement, or '' for one that goes without
 */
export function statementNames({ names, sightings, watched } = bounds): (statement: { sql: string }) => string {
  const named = new Map<string, string>()
  const seen = new Map<string, number>()

  return ({ sql }) => {
    const name = named.get(sql)
    if (name !== undefined) return name
    if (named.size >= names) return ''
    const times = (seen.get(sql) ?? 0) + 1
    if (times < sightings || sql.includes(plannedEachTime)) {
      // Lists of every length are statements of their own; what is sent often soon stands here again.
      if (seen.size >= watched) seen.clear()
      seen.set(sql, times)
      return ''
    }
    seen.delete(sql)
    const given = `often_${named.size + 1}`
    named.set(sql, given)
    return given
  }
}
