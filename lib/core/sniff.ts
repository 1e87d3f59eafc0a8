import { open } from 'node:fs/promises'
import path from 'node:path'
import { TextDecoder } from 'node:util'
import { fileTypeFromFile } from 'file-type'
import { listArchive, type ArchiveLimits } from './archive'

/** File types that people may put into the portal, by what the bytes are, with the extensions that fit them. */
const binaryTypes: Record<string, readonly string[]> = {
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['.pptx'],
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
}

const textTypes: Record<string, string> = { '.txt': 'text/plain; charset=utf-8', '.csv': 'text/csv; charset=utf-8' }

export const acceptedExtensions = [...Object.values(binaryTypes).flat(), ...Object.keys(textTypes)]

export type Sniffed =
  { ok: true; mediaType: string } | { ok: false; code: 'FILE_TYPE_NOT_ALLOWED' | 'FILE_NAME_MISMATCH' }

const refused = (code: 'FILE_TYPE_NOT_ALLOWED' | 'FILE_NAME_MISMATCH'): Sniffed => ({ ok: false, code })

/**
 * What a file is by its bytes; what it is called only has to agree. Macro formats, archives, HTML, SVG and programs are
 * none of the accepted ones, under whatever name.
 */
export async function sniff(localPath: string, fileName: string): Promise<Sniffed> {
  const extension = path.extname(fileName).toLowerCase()
  const found = await fileTypeFromFile(localPath)
  if (found) {
    const extensions = binaryTypes[found.mime]
    if (!extensions) return refused('FILE_TYPE_NOT_ALLOWED')
    if (!extensions.includes(extension)) return refused('FILE_NAME_MISMATCH')
    return (await holdsProgram(localPath, found.mime))
      ? refused('FILE_TYPE_NOT_ALLOWED')
      : { ok: true, mediaType: found.mime }
  }
  const mediaType = textTypes[extension]
  if (mediaType && (await isText(localPath))) return { ok: true, mediaType }
  return refused(acceptedExtensions.includes(extension) ? 'FILE_NAME_MISMATCH' : 'FILE_TYPE_NOT_ALLOWED')
}

/** Of the directory alone: nothing is inflated. A paper with many pictures has hundreds of parts. */
const officeLimits: ArchiveLimits = { entriesMax: 20_000, inflatedBytesMax: 2_000_000_000, ratioMax: 10_000 }

/** Whether a paper that calls itself one without macros brings some along all the same. */
async function holdsProgram(localPath: string, mediaType: string): Promise<boolean> {
  if (!mediaType.startsWith('application/vnd.openxmlformats')) return false
  const names = await listArchive(localPath, officeLimits)
  return names.some((name) => /(^|\/)(vba\w*\.bin|activeX\/)/i.test(name))
}

const headBytes = 64 * 1024

/** Whether a file reads as plain words: UTF-8 or GB 18030 without control characters, and no markup at its head. */
async function isText(localPath: string): Promise<boolean> {
  const file = await open(localPath)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    const head = buffer.subarray(0, bytesRead)
    if (head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return false
    const text = decoded(head)
    return text !== null && !/^\uFEFF?\s*<(!doctype|html|script|svg|\?xml|body|head|iframe)/i.test(text)
  } finally {
    await file.close()
  }
}

/** `stream`: the head may end in the middle of a character. */
function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    } catch {
      continue
    }
  }
  return null
}
