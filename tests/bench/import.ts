import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import { today } from '@/lib/core/now'
import { writeWorkbook, type Cell, type OutColumn } from '@/lib/core/spreadsheet'
import { storage } from '@/lib/core/storage'
import { checkImport, confirmImport } from '@/lib/imports/jobs'
import { licencesOf } from '@/prisma/seed/city/alliance-facts'
import { planFirms, type Firm } from '@/prisma/seed/city/enterprises'
import { randomOf } from '@/prisma/seed/city/random'
import { jurisdictions } from '@/prisma/seed/jurisdictions'
import { nineAlliances } from '@/prisma/seed/nine-alliances'

/**
 * `make <rows> <file>` writes a registry as the bureau keeps it; `run <small file> <file>` brings both in as the worker does
 * and prints what the second took, as JSON. Two processes, so that the memory of the one does not hide that of the other.
 */
const [task, ...rest] = process.argv.slice(2)

const businessKinds = {
  PRODUCTION: '生产',
  TRADE_WITH_STORAGE: '经营（带储存设施）',
  WAREHOUSING: '经营（仓储）',
  FILLING_STATION: '经营（加油站）',
  USE: '使用',
  PHARMACEUTICAL: '化工医药',
} as const

const licenceKinds = {
  SAFETY_PRODUCTION: '安全生产许可证',
  HAZCHEM_TRADE: '危险化学品经营许可证',
  HAZCHEM_USE: '危险化学品安全使用许可证',
  PHARMACEUTICAL_PRODUCTION: '药品生产许可证',
} as const

const sizes = { LARGE: '大型', MEDIUM: '中型', SMALL: '小型', MICRO: '微型' } as const

const headers = [
  '企业名称',
  '统一社会信用代码',
  '监管区（管委会）',
  '详细地址',
  '企业类型',
  '许可证种类',
  '许可证编号',
  '有效期至',
  '行业代码',
  '从业人数',
  '规模',
  '主要负责人',
  '联系电话',
  '所属联盟',
]

const areaOf = new Map(jurisdictions.map(({ code, shortName }) => [code, shortName]))
const allianceOf = new Map<string, string>(nineAlliances.map(({ slug, name }) => [slug, name]))

function rowOf({ row, slug, size }: Firm, index: number): Cell[] {
  const [licence] = licencesOf[row.businessKind]
  const kind = licence && licence.kind in licenceKinds ? licence.kind : 'HAZCHEM_TRADE'
  return [
    row.name,
    row.creditCode,
    areaOf.get(row.supervisingJurisdictionId) ?? null,
    row.address,
    businessKinds[row.businessKind],
    licenceKinds[kind as keyof typeof licenceKinds],
    `沪台账字〔2025〕${String(index + 1).padStart(6, '0')}号`,
    '2028-09-30',
    row.industryCode,
    row.employees,
    sizes[size],
    row.principalName,
    row.principalPhone,
    allianceOf.get(slug) ?? null,
  ]
}

async function make(rows: number, file: string): Promise<void> {
  const reference = { allianceId: (slug: string) => slug, jurisdictionId: (code: string) => code }
  const firms = planFirms(randomOf(`bench/${rows}`), '2026-11-24', rows / 2_100, reference)
  const columns = headers.map((header): OutColumn => ({ header, width: 20 }))
  await writeFile(file, await writeWorkbook([{ name: '台账', columns, rows: firms.slice(0, rows).map(rowOf) }]))
}

const megabytes = () => process.memoryUsage.rss() / 1_000_000

/** Lays a workbook down as the upload does, and checks and confirms it as the worker does. */
async function bringIn(file: string): Promise<{ importId: string; checked: number; done: number }> {
  const user = await db.user.findUniqueOrThrow({ where: { email: 'officer@demo.test' }, select: { id: true } })
  const { key: storageKey, sizeBytes, sha256 } = await storage.put(createReadStream(file), 20_000_000)
  const stored = { storageKey, sizeBytes, sha256, fileName: 'registry.xlsx', mediaType: 'application/octet-stream' }
  const { id: importId } = await db.import.create({
    data: { uploadedBy: { connect: { id: user.id } }, file: { create: stored } },
    select: { id: true },
  })
  await checkImport({ importId })
  const checked = performance.now()
  await db.import.update({
    where: { id: importId },
    data: { state: 'CONFIRMING', withMemberships: true, joinedOn: toDate(today()) },
    select: { id: true },
  })
  await confirmImport({ importId })
  return { importId, checked, done: performance.now() }
}

/** Measures the second file; the first is small, and loads what a worker has loaded after its first import. */
async function run(small: string, file: string): Promise<void> {
  await bringIn(small)
  const before = megabytes()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, megabytes())), 20)
  const cpu = process.cpuUsage()
  const began = performance.now()
  const { importId, checked, done } = await bringIn(file)
  const { user: userTime, system } = process.cpuUsage(cpu)
  clearInterval(watch)
  const result = await db.import.findUniqueOrThrow({ where: { id: importId } })
  console.log(
    JSON.stringify({
      state: result.state,
      problem: result.problem,
      imported: result.newRows,
      wrong: result.wrongRows,
      checkSeconds: (checked - began) / 1_000,
      confirmSeconds: (done - checked) / 1_000,
      cpuSeconds: (userTime + system) / 1_000_000,
      moreMegabytes: most - before,
    }),
  )
  await db.$disconnect()
}

const [first = '', second = ''] = rest
await (task === 'make' ? make(Number(first), second) : run(first, second))
