import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { registryWorkbook } from '@/lib/enterprises/documents'
import { exportEnterprises } from '@/lib/enterprises/export-queries'
import { filterOf, registryQuery } from '@/lib/enterprises/schema'
import { recogniseColumns } from '@/lib/imports/column-rules'
import { fields } from '@/lib/imports/schema'
import { buildWorld, type ActorName, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await buildWorld()
  await db.enterprise.update({
    where: { id: world.enterprises.member },
    data: { name: '=HYPERLINK("http://x")', note: '@SUM(1)', employees: 12, sizeClass: 'SMALL' },
  })
  const enterpriseId = world.enterprises.member
  await db.licence.createMany({
    data: [
      { enterpriseId, kind: 'SAFETY_PRODUCTION', number: '沪001', validTo: toDate('2027-03-28') },
      { enterpriseId, kind: 'OTHER', number: '沪002', validTo: toDate('2029-01-01') },
    ],
  })
})

async function sheetOf(name: ActorName, query: Record<string, string> = {}): Promise<ExcelJS.Worksheet> {
  const taken = await exportEnterprises(await world.actor(name), filterOf(registryQuery.parse(query)), false)
  if (!taken) throw new Error('nothing to take')
  const bytes = await new Response(registryWorkbook(taken)).arrayBuffer()
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

/** The cells of a row by their heading. */
function line(sheet: ExcelJS.Worksheet, number: number): Record<string, unknown> {
  const cells: Record<string, unknown> = {}
  sheet.getRow(1).eachCell((head, column) => (cells[head.text] = sheet.getRow(number).getCell(column).value))
  return cells
}

describe('the export of the registry', () => {
  it('holds the rows of the list, narrowed as the list is, text as text', async () => {
    const sheet = await sheetOf('jinshan')
    expect(sheet.rowCount).toBe(3)
    const rows = [line(sheet, 2), line(sheet, 3)]
    const member = rows.find((row) => row['统一社会信用代码'] === '91310116MA1J000024')
    expect(member).toMatchObject({
      企业名称: '=HYPERLINK("http://x")',
      监管区: '金山区',
      企业类型: '生产',
      许可证编号: '沪001',
      有效期至: new Date('2027-03-28T00:00:00Z'),
      其他许可证: '其他许可 沪002 有效期至 2029-01-01',
      从业人数: 12,
      规模: '小型',
      标准化等级: null,
      主要负责人电话: '13800000001',
      所属联盟: '油漆涂料行业安全联盟',
      备注: '@SUM(1)',
    })
    expect((await sheetOf('officer', { jurisdiction: '310120', kind: 'PRODUCTION' })).rowCount).toBe(4)
    expect((await sheetOf('officer', { size: 'SMALL' })).rowCount).toBe(2)
  })

  it('is headed as the import reads it', async () => {
    const sheet = await sheetOf('officer')
    const headings = (sheet.getRow(1).values as string[]).slice(1)
    expect(Object.keys(recogniseColumns(headings)).sort()).toEqual([...fields].sort())
  })

  it('is in the access log with its filters and its size, before the first row leaves', async () => {
    await exportEnterprises(await world.actor('jinshan'), filterOf(registryQuery.parse({ kind: 'PRODUCTION' })), false)
    const entry = await db.accessEvent.findFirst({
      where: { kind: 'EXPORT', actorName: 'jinshan' },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    })
    expect(entry).toMatchObject({ subjectType: 'enterprises', detail: { kind: 'PRODUCTION', rows: 2 } })
  })

  it.each(['coordinator', 'lead', 'principal', 'hatless', 'anonymous'] as const)(
    'gives %s nothing, and logs nothing',
    async (name) => {
      const before = await db.accessEvent.count()
      expect(await exportEnterprises(await world.actor(name), filterOf(registryQuery.parse({})), false)).toBeNull()
      expect(await db.accessEvent.count()).toBe(before)
    },
  )

  it('goes on over the end of a batch', async () => {
    await db.enterprise.createMany({
      data: Array.from({ length: 1_003 }, (_, index) => ({
        creditCode: `91310116MA2${String(index).padStart(7, '0')}`,
        name: `上海己${Math.floor(index / 3)}号仓储有限公司`,
        establishment: String(index),
        businessKind: 'WAREHOUSING' as const,
        supervisingJurisdictionId: world.jurisdictions.jinshan,
        searchTokens: [],
      })),
    })
    const sheet = await sheetOf('jinshan', { kind: 'WAREHOUSING' })
    const codes = new Set((sheet.getColumn(1).values as string[]).slice(2))
    expect(codes.size).toBe(1_003)
  })
})
