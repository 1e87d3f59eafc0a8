import { readdir, rm, writeFile } from 'node:fs/promises'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, it } from 'vitest'
import { downloadHeaders } from '@/lib/core/download'
import { sniff } from '@/lib/core/sniff'
import { cleanFileName, receiveFile } from '@/lib/core/upload'

const folder = mkdtempSync(path.join(tmpdir(), 'portal-sniff-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function judged(bytes: Uint8Array | string, name: string) {
  const file = path.join(folder, 'file')
  await writeFile(file, bytes)
  return sniff(file, name)
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('签到').addRow(['企业', '姓名'])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

describe('what a file is', () => {
  it.each([
    ['%PDF-1.7\n%âãÏÓ\n1 0 obj', '课件.pdf', 'application/pdf'],
    [png, '现场.PNG', 'image/png'],
    ['第一项：静电\r\n第二项：接地', '要点.txt', 'text/plain; charset=utf-8'],
    ['企业,姓名\n甲,乙', '名单.csv', 'text/csv; charset=utf-8'],
    [Buffer.from([0xb0, 0xb2, 0xc8, 0xab]), '国标编码.txt', 'text/plain; charset=utf-8'],
  ])('is read from its bytes: %#', async (bytes, name, mediaType) => {
    expect(await judged(bytes, name)).toEqual({ ok: true, mediaType })
  })

  it('a workbook is one', async () => {
    const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    expect(await judged(await workbook(), '名单.xlsx')).toEqual({ ok: true, mediaType: sheet })
  })

  it.each([
    ['<html><script>alert(1)</script></html>', '网页.html', 'FILE_TYPE_NOT_ALLOWED'],
    ['<html><script>alert(1)</script></html>', '网页.txt', 'FILE_NAME_MISMATCH'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', '图.svg', 'FILE_TYPE_NOT_ALLOWED'],
    [png, '其实是图.pdf', 'FILE_NAME_MISMATCH'],
    [Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), '程序.exe', 'FILE_TYPE_NOT_ALLOWED'],
    [Buffer.from('504b0304140000000800', 'hex'), '压缩.zip', 'FILE_TYPE_NOT_ALLOWED'],
    [Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]), '乱码.txt', 'FILE_NAME_MISMATCH'],
    ['没有扩展名', '文件', 'FILE_TYPE_NOT_ALLOWED'],
  ])('that is not accepted, or is not what it is called, is refused: %#', async (bytes, name, code) => {
    expect(await judged(bytes, name)).toEqual({ ok: false, code })
  })
})

describe('what a file is called', () => {
  it('is a name, never a path, and bears no tricks of direction', () => {
    expect(cleanFileName('C:\\桌面\\纪要.docx')).toBe('纪要.docx')
    expect(cleanFileName('../../etc/passwd')).toBe('passwd')
    expect(cleanFileName('课件\u202Efdp.exe')).toBe('课件fdp.exe')
    expect(cleanFileName(`${'长'.repeat(300)}.pdf`)).toMatch(/^长{146}\.pdf$/)
  })

  it('leaves the portal in both forms, to be saved and not to be shown', () => {
    const headers = downloadHeaders('纪要 "终稿"(1).pdf', 'application/pdf')
    expect(headers['Content-Disposition']).toBe(
      `attachment; filename="__ _____1_.pdf"; filename*=UTF-8''%E7%BA%AA%E8%A6%81%20%22%E7%BB%88%E7%A8%BF%22%281%29.pdf`,
    )
    expect(headers['X-Content-Type-Options']).toBe('nosniff')
    expect(headers['Content-Security-Policy']).toContain('sandbox')
  })
})

describe('a file that is refused', () => {
  const stored = async () =>
    (await readdir(process.env['STORAGE_DIR'] ?? '', { recursive: true })).filter((name) => name.includes('-'))

  async function* chunks(size: number, count: number) {
    for (let index = 0; index < count; index++) yield new Uint8Array(size).fill(65)
  }

  it.each([
    ['is too large', () => chunks(1_000, 5), '大.txt', 'FILE_TOO_LARGE'],
    ['is empty', () => chunks(0, 0), '空.txt', 'FILE_EMPTY'],
    ['is of another type', () => chunks(10, 1), '程序.exe', 'FILE_TYPE_NOT_ALLOWED'],
  ])('because it %s leaves nothing behind', async (_, bytes, name, code) => {
    await expect(receiveFile(bytes(), { name, limitBytes: 3_000 })).rejects.toMatchObject({ code })
    expect(await stored()).toEqual([])
  })

  it('and one that is taken is kept with its sum', async () => {
    const received = await receiveFile(chunks(10, 3), { name: '好.txt', limitBytes: 3_000 })
    expect(received).toMatchObject({ fileName: '好.txt', sizeBytes: 30, mediaType: 'text/plain; charset=utf-8' })
    expect(await stored()).toHaveLength(1)
  })
})
