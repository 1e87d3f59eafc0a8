import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { jurisdictions } from '@/prisma/seed/jurisdictions'
import { nineAlliances } from '@/prisma/seed/nine-alliances'
import { openRegistry } from '@/lib/imports/documents'
import { judgeRow, type Judged } from '@/lib/imports/row-rules'
import { isNoEnterprise, isWrong, nameFinder, Repeats, shortenAlliance, shortenJurisdiction } from '@/lib/imports/rules'

const workbook = path.resolve(import.meta.dirname, 'registry-2026.xlsx')

const names = {
  jurisdiction: nameFinder(
    jurisdictions.map(({ code, shortName, name, aliases }) => ({
      id: code,
      name: shortName,
      otherNames: [name, ...aliases],
    })),
    shortenJurisdiction,
  ),
  alliance: nameFinder(
    nineAlliances.map(({ slug, name, shortName, aliases }) => ({
      id: slug,
      name,
      otherNames: [shortName, ...aliases],
    })),
    shortenAlliance,
  ),
}

async function judgeAll(): Promise<Judged[]> {
  const registry = await openRegistry(workbook, null)
  const repeats = new Repeats()
  const judged: Judged[] = []
  for await (const row of registry.rows()) {
    if (isNoEnterprise(row, registry.mapping)) continue
    judged.push(repeats.judge(judgeRow(row, registry.mapping, names, registry.isDate1904)))
  }
  return judged
}

/** Rows of the sheet by what is wrong with them. */
const wrongRows = {
  CREDIT_CODE_CHECK_DIGIT: [261, 339, 1895],
  CREDIT_CODE_LENGTH: [288, 555, 1983],
  NAME_MISSING: [503, 755, 1311],
  JURISDICTION_UNKNOWN: [719, 950, 2080],
  ALLIANCE_UNKNOWN: [337, 1503, 1657],
  DATE_IMPOSSIBLE: [72, 1448, 2061],
  OUT_OF_SCOPE: [356, 1522, 1621],
  REPEATED_ENTERPRISE: [147, 943, 1340],
}

describe('the registry of 2026, as the bureau keeps it', () => {
  it('has 2,100 rows, of which 24 are wrong, each with its one problem', async () => {
    const judged = await judgeAll()
    const wrong = judged.filter(isWrong)

    expect(judged.length).toBe(2_100)
    expect(judged.length - wrong.length).toBe(2_076)
    const expected = Object.entries(wrongRows).flatMap(([code, rows]) => rows.map((row) => ({ row, codes: [code] })))
    expect(wrong.map(({ row, problems }) => ({ row, codes: problems.map(({ code }) => code) }))).toEqual(
      expected.sort((a, b) => a.row - b.row),
    )
    expect(judged.flatMap(({ problems }) => problems).length).toBe(24)
  })
})
