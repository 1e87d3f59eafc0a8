import { packArchive } from '@/lib/core/archive-writer'

/** So many bytes that begin as a PDF does. */
export const pdf = (size: number) => {
  const bytes = new Uint8Array(size).fill(32)
  bytes.set(Buffer.from('%PDF-1.7\n'))
  return bytes
}

export const html = '<!doctype html><html><script>alert(document.cookie)</script></html>'
export const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'

/** A paper of the parts that make one, and of others. */
export const office = (
  extra: Record<string, string>,
  kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
) =>
  new Uint8Array(
    packArchive(
      new Map(
        Object.entries({
          '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${kind}"/></Types>`,
          'word/document.xml': '<w:document/>',
          ...extra,
        }).map(([name, text]) => [name, Buffer.from(text)]),
      ),
      'deflate',
    ),
  )
export const macros = 'application/vnd.ms-word.document.macroEnabled.main+xml'
