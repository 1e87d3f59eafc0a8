import { storage, type Stored } from './storage'
import { Refusal } from './result'
import { sniff } from './sniff'

export type Received = Stored & { fileName: string; mediaType: string }

export const fileNameLengthMax = 150

/** The name that a browser sends, without the folders that some put before it, in one form and of bearable length. */
export function cleanFileName(raw: string): string {
  const name = raw.split(/[/\\]/).at(-1) ?? ''
  const clean = name
    .normalize('NFC')
    .replaceAll(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  // By characters and not by their halves: a rare one at the cut stays whole.
  const letters = [...clean]
  if (letters.length <= fileNameLengthMax) return clean
  const dot = letters.lastIndexOf('.')
  const extension = dot > 0 ? letters.slice(dot).slice(0, 10) : []
  return [...letters.slice(0, fileNameLengthMax - extension.length), ...extension].join('')
}

/**
 * Takes a file in: streamed to the storage up to the limit, then judged by its bytes. A file that is refused leaves
 * nothing behind. The caller writes the row that names it, or removes the key.
 */
export async function receiveFile(
  bytes: AsyncIterable<Uint8Array> | null,
  { name, limitBytes }: { name: string; limitBytes: number },
): Promise<Received> {
  const fileName = cleanFileName(name)
  if (!bytes || fileName === '') throw new Refusal('FILE_EMPTY')
  const stored = await storage.put(bytes, limitBytes)
  try {
    if (stored.sizeBytes === 0) throw new Refusal('FILE_EMPTY')
    const found = await sniff(await storage.localPath(stored.key), fileName)
    if (!found.ok) throw new Refusal(found.code)
    return { ...stored, fileName, mediaType: found.mediaType }
  } catch (error) {
    await storage.remove(stored.key)
    throw error
  }
}
