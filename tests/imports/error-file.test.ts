import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { storage } from '@/lib/core/storage'
import { keepErrorFile } from '@/lib/imports/mutations'
import { buildWorld, type World } from '../support/world'
import { check, confirm, referenceCity, registryFile, upload } from './city'
import { file, goodRow, headings, workbook } from './fixtures'

let world: World
beforeAll(async () => {
  world = await buildWorld()
  await referenceCity()
})

async function markedFile(bytes: Uint8Array | string): Promise<Buffer> {
  const id = await upload(world, bytes)
  const { errorFileId } = await check(id)
  const kept = await db.storedFile.findUniqueOrThrow({ where: { id: errorFileId ?? '' } })
  return buffer(await storage.open(kept.storageKey))
}

async function open(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book
}

const red = 'FFF8696B'

const colourOf = (cell: ExcelJS.Cell): string | undefined =>
  cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined

const wordsOf = (cell: ExcelJS.Cell): string => {
  const { note } = cell
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('')
}

describe('the marked copy of a workbook', () => {
  it('of the registry of 2026 has 24 red cells, each with its sentence, and nothing else changed', async () => {
    const [marked, original] = [await open(await markedFile(registryFile)), new ExcelJS.Workbook()]
    await original.xlsx.readFile(registryFile)
    const sheet = marked.getWorksheet('企业台账2026')
    const before = original.getWorksheet('企业台账2026')
    if (!sheet || !before) throw new Error('no sheet')

    const redCells: string[] = []
    before.eachRow((row, number) => {
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        const now = sheet.getCell(number, column)
        if (colourOf(now) === red) redCells.push(now.address)
        expect(now.value).toEqual(cell.value)
        expect(now.numFmt).toBe(cell.numFmt)
      })
    })
    expect(redCells.length).toBe(24)
    expect(redCells).toEqual(expect.arrayContaining(['C261', 'B503', 'D719', 'S337', 'I72', 'F356', 'C147']))
    expect(wordsOf(sheet.getCell('D719'))).toContain('昆山市')
    expect(wordsOf(sheet.getCell('C147'))).toMatch(/与第 \d+ 行是同一家企业/)
    expect(marked.worksheets.map(({ name }) => name)).toEqual(original.worksheets.map(({ name }) => name))
    expect(sheet.model.merges).toEqual(before.model.merges)
    expect(sheet.columns.map(({ width }) => width)).toEqual(before.columns.map(({ width }) => width))
  })

  it("keeps the user's own comments, styles, checks and other sheets", async () => {
    const bytes = await workbook([headings, goodRow(), goodRow('')], (book) => {
      const sheet = book.worksheets[0]
      if (!sheet) return
      sheet.getCell('A2').note = '已与企业核对'
      sheet.getCell('B3').note = '待补'
      sheet.getCell('C3').font = { bold: true, color: { argb: 'FF112233' } }
      sheet.getColumn(2).width = 33
      sheet.getCell('D2').dataValidation = { type: 'list', formulae: ['"生产,使用"'], allowBlank: true }
      sheet.views = [{ state: 'frozen', ySplit: 1 }]
      book.addWorksheet('另一张').getCell('B2').value = '别动我'
    })
    const marked = await open(await markedFile(bytes))
    const sheet = marked.worksheets[0]
    if (!sheet) throw new Error('no sheet')
    expect(wordsOf(sheet.getCell('A2'))).toBe('已与企业核对')
    expect(wordsOf(sheet.getCell('B3'))).toMatch(/^待补\n缺少企业名称/)
    expect(colourOf(sheet.getCell('B3'))).toBe(red)
    expect(sheet.getCell('C3').font).toMatchObject({ bold: true, color: { argb: 'FF112233' } })
    expect(sheet.getColumn(2).width).toBe(33)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.getCell('D2').dataValidation).toMatchObject({ type: 'list' })
    expect(marked.getWorksheet('另一张')?.getCell('B2').value).toBe('别动我')
  })

  it('comes to whoever confirmed before it was made, and only for the check that found the errors', async () => {
    const id = await upload(world, await workbook([headings, goodRow(), goodRow('')]))
    const { checkedAt, errorFileId } = await check(id)
    await db.import.update({ where: { id }, data: { errorFileId: null } })
    await confirm(world, id)
    const late = await check(id)
    expect(late.state).toBe('DONE')
    expect(late.errorFileId).not.toBeNull()
    expect(late.errorFileId).not.toBe(errorFileId)

    await db.import.update({ where: { id }, data: { errorFileId: null } })
    const kept = { key: 'a key', sizeBytes: 1, sha256: 'a hash' }
    const anotherCheck = { fileName: 'x.xlsx', stored: kept, checkedAt: new Date((checkedAt?.getTime() ?? 0) - 1) }
    await db.$transaction((tx) => keepErrorFile(tx, id, anotherCheck))
    expect((await db.import.findUniqueOrThrow({ where: { id } })).errorFileId).toBeNull()
  })

  it('puts a cell where none was, and opens in LibreOffice where there is one', async () => {
    const short = goodRow().slice(0, 2)
    const bytes = await markedFile(await workbook([headings, goodRow(), short]))
    const sheet = (await open(bytes)).worksheets[0]
    expect(['C3', 'D3'].map((cell) => sheet && colourOf(sheet.getCell(cell)))).toEqual([red, red])

    const office = spawnSync('soffice', ['--version'])
    if (office.error) return
    const source = file(bytes)
    spawnSync('soffice', ['--headless', '--convert-to', 'csv', '--outdir', path.dirname(source), source])
    expect((await import('node:fs')).existsSync(source.replace('.xlsx', '.csv'))).toBe(true)
  })
})
