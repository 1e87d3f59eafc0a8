import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { participationWorkbook } from '@/lib/reports/documents'
import { exportParticipation } from '@/lib/reports/export-queries'
import { listAllParticipation } from '@/lib/reports/queries'
import { filterOf, reportQuery } from '@/lib/reports/schema'
import { getReportView } from '@/lib/reports/view-queries'
import { buildWorld, worldNow, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const byName = { key: 'name', isFalling: false } as const
const filter = filterOf(reportQuery.parse({ year: '2026' }), 2026)

async function opened(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

describe('the report on paper', () => {
  it('has every line of the export on one page, and its total', async () => {
    const actor = await world.actor('officer')
    const body = await getReportView(actor, 'enterprise', filter, reportQuery.parse({ rows: 'all' }))
    const lines = await listAllParticipation(actor, filter, byName)
    expect(lines.length).toBeGreaterThan(1)
    expect(body).toMatchObject({ page: { rows: lines, total: lines.length, previous: null, next: null } })
  })
})

describe('the participation export', () => {
  it('opens in another reader with the same lines, text stays text, and says who took it', async () => {
    await db.enterprise.update({ where: { id: world.enterprises.member }, data: { name: '=HYPERLINK("http://x")' } })
    const lines = await exportParticipation(await world.actor('jinshan'), filter, byName)
    const sheet = await opened(await participationWorkbook(lines ?? [], '2026年', worldNow))
    const names = sheet.getColumn(1).values.slice(2)
    expect(names).toEqual((lines ?? []).map((line) => line.name))
    expect(names).toContain('=HYPERLINK("http://x")')
    expect(sheet.getRow(1).values).toContain('参与率')
    const taken = await db.accessEvent.findFirst({
      where: { kind: 'EXPORT' },
      select: { actorName: true, subjectType: true },
    })
    expect(taken).toEqual({ actorName: 'jinshan', subjectType: 'participation' })
  })

  it('gives whoever has no hat nothing, and logs nothing', async () => {
    const before = await db.accessEvent.count()
    expect(await exportParticipation(await world.actor('hatless'), filter, byName)).toBeNull()
    expect(await db.accessEvent.count()).toBe(before)
  })

  it.each([
    ['year', '9999'],
    ['quarter', '7'],
    ['enterprise', "' OR 1=1"],
    ['measure', 'password'],
  ])('takes a %s of %s for none', (name, value) => {
    expect(reportQuery.parse({ [name]: value })).toMatchObject({ [name]: undefined })
  })
})
