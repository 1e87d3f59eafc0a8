import { describe, expect, it } from 'vitest'
import { readUpload, refuseTooLarge } from '@/lib/core/multipart'
import { cleanFileName } from '@/lib/core/upload'

const address = 'http://portal.test/upload'

function form(
  fields: [string, string][],
  file: { name: string; bytes: string | Uint8Array<ArrayBuffer> } | null,
): Request {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  if (file) body.append('file', new File([file.bytes], file.name))
  return new Request(address, { method: 'POST', body })
}

async function read(request: Request) {
  const { fileName, fields, bytes } = await readUpload(request)
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  return { fileName, fields: [...fields], text: Buffer.concat(parts).toString('utf8') }
}

describe('an upload form', () => {
  it('gives its file and the fields before it', async () => {
    const request = form([['kind', 'MINUTES']], { name: '纪要 "终稿".pdf', bytes: '第一行\r\n--第二行' })
    expect(await read(request)).toEqual({
      fileName: '纪要 "终稿".pdf',
      fields: [['kind', 'MINUTES']],
      text: '第一行\r\n--第二行',
    })
  })

  it('a field of any name is only a field', async () => {
    const { fields } = await read(form([['__proto__', 'x']], { name: 'a.txt', bytes: 'a' }))
    expect(fields).toEqual([['__proto__', 'x']])
  })

  it.each([
    ['without a file', () => form([['kind', 'MINUTES']], null), 'NO_FILE_CHOSEN'],
    ['with a field that is no field', () => form([['kind', 'x'.repeat(3_000)]], null), 'UPLOAD_INCOMPLETE'],
    [
      'with fields without end',
      () =>
        form(
          Array.from({ length: 40 }, (_, index) => [`f${index}`, 'x']),
          { name: 'a.txt', bytes: 'a' },
        ),
      'UPLOAD_INCOMPLETE',
    ],
    ['of another kind', () => new Request(address, { method: 'POST', body: 'x' }), 'UPLOAD_INCOMPLETE'],
    [
      'that was torn',
      () =>
        new Request(address, {
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data; boundary=b' },
          body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf',
        }),
      'UPLOAD_INCOMPLETE',
    ],
  ])('%s is refused', async (_, request, code) => {
    await expect(read(request())).rejects.toMatchObject({ code })
  })

  it('that is announced as too large is refused before it is read', () => {
    const announced = (bytes: number) => new Headers({ 'content-length': String(bytes) })
    expect(() => refuseTooLarge(announced(500_000_000), 50_000_000)).toThrow('FILE_TOO_LARGE')
    expect(() => refuseTooLarge(announced(50_001_000), 50_000_000)).not.toThrow()
  })
})

describe('hostile names', () => {
  it.each([
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system32\\纪要.pdf', '纪要.pdf'],
    ['/absolute/纪要.pdf', '纪要.pdf'],
    ['纪要\u0000.pdf', '纪要.pdf'],
    ['纪要\r\nSet-Cookie: a=b.pdf', '纪要Set-Cookie: a=b.pdf'],
    ['纪要\u202Efdp.exe', '纪要fdp.exe'],
    ['..', '..'],
    ['', ''],
  ])('%j is kept as %j', (raw, kept) => {
    expect(cleanFileName(raw)).toBe(kept)
  })

  it('a long one keeps its end, and a rare character at the cut stays whole', () => {
    const name = cleanFileName(`${'𠮷'.repeat(300)}.pdf`)
    expect(Buffer.from(name).toString()).toBe(name)
    expect(name.endsWith('𠮷.pdf')).toBe(true)
    expect([...name]).toHaveLength(150)
  })
})
