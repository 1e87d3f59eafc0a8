import { open } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { Refusal } from './result'

/**
 * Zip files from outside. What the directory claims is checked before anything is inflated, and inflating stops at what
 * was claimed: a bomb is refused for the price of reading its directory.
 */
export type ArchiveLimits = {
  entriesMax: number
  /** Of all entries together, inflated. */
  inflatedBytesMax: number
  /** Inflated to packed, of any entry above `ratioFreeBytes`. XML packs to a tenth, rarely to a fiftieth. */
  ratioMax: number
}

const ratioFreeBytes = 1_000_000

export type FileKind = 'zip' | 'compound' | 'other'

/** What the first bytes say: a zip, or the compound container of old Office files and of those with a password. */
export async function sniff(file: string): Promise<{ kind: FileKind; head: Buffer }> {
  const handle = await open(file, 'r')
  try {
    const { buffer: bytes, bytesRead } = await handle.read(Buffer.alloc(4_096), 0, 4_096, 0)
    const head = bytes.subarray(0, bytesRead)
    if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return { kind: 'zip', head }
    const isCompound = head.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    return { kind: isCompound ? 'compound' : 'other', head }
  } finally {
    await handle.close()
  }
}

/** Whether a compound file has a stream of this name. Its chains are not followed: names stand in it in plain UTF-16. */
export async function compoundHolds(file: string, streamName: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const wanted = Buffer.from(streamName, 'utf16le')
    const chunk = Buffer.alloc(1 << 20)
    let position = 0
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, position)
      if (chunk.subarray(0, bytesRead).includes(wanted)) return true
      if (bytesRead < chunk.length) return false
      position += bytesRead - wanted.length
    }
  } finally {
    await handle.close()
  }
}

async function openArchive(file: string): Promise<ZipFile> {
  return openPromise(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }).catch(() => {
    throw new Refusal('FILE_DAMAGED')
  })
}

/** The entries of an archive that keeps the limits by what its directory claims. */
async function entriesWithin(archive: ZipFile, limits: ArchiveLimits): Promise<Entry[]> {
  if (archive.entryCount > limits.entriesMax) throw new Refusal('ARCHIVE_TOO_LARGE')
  const entries: Entry[] = []
  let inflatedBytes = 0
  try {
    for await (const entry of archive.eachEntry()) {
      inflatedBytes += entry.uncompressedSize
      const isDense =
        entry.uncompressedSize > ratioFreeBytes && entry.uncompressedSize > entry.compressedSize * limits.ratioMax
      if (isDense || inflatedBytes > limits.inflatedBytesMax || entries.length >= limits.entriesMax)
        throw new Refusal('ARCHIVE_TOO_LARGE')
      if (entry.isEncrypted()) throw new Refusal('FILE_HAS_PASSWORD')
      entries.push(entry)
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('FILE_DAMAGED')
  }
  return entries
}

/** The names in an archive, with the limits checked; nothing is inflated. */
export async function listArchive(file: string, limits: ArchiveLimits): Promise<string[]> {
  const archive = await openArchive(file)
  try {
    return (await entriesWithin(archive, limits)).map((entry) => entry.fileName)
  } finally {
    archive.close()
  }
}

/** The inflated bytes of the entries that are wanted. An entry that holds more than its directory claimed is refused. */
export async function inflateArchive(
  file: string,
  limits: ArchiveLimits,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  const archive = await openArchive(file)
  try {
    const wanted = (await entriesWithin(archive, limits)).filter((entry) => isWanted(entry.fileName))
    const parts = new Map<string, Buffer>()
    for (const entry of wanted) parts.set(entry.fileName, await inflateEntry(archive, entry))
    return parts
  } finally {
    archive.close()
  }
}

async function inflateEntry(archive: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    return await buffer(await archive.openReadStreamPromise(entry))
  } catch (error) {
    const grewBeyondClaim = error instanceof Error && error.message.startsWith('too many bytes')
    throw new Refusal(grewBeyondClaim ? 'ARCHIVE_TOO_LARGE' : 'FILE_DAMAGED')
  }
}
