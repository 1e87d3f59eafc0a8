import { crc32, deflateRawSync } from 'node:zlib'

type Packed = { name: Buffer; data: Buffer; sizeBytes: number; crc: number; method: 0 | 8 }

const version = 20

/** Bit 11: names are UTF-8. */
const flags = 0x0800

/** 1980-01-01 00:00, the first moment that the format knows: the same parts give the same bytes. */
const dosDate = 0x0021

/**
 * A zip of the parts in their order. `store` leaves them unpacked: whoever reads such a zip finds exactly the bytes that
 * were counted before, and inflates nothing.
 */
export function packArchive(parts: Map<string, Buffer>, method: 'store' | 'deflate'): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, data] of parts) {
    const entry = pack(name, data, method)
    const header = localHeader(entry)
    pieces.push(header, entry.name, entry.data)
    directory.push(directoryHeader(entry, offset), entry.name)
    offset += header.length + entry.name.length + entry.data.length
  }
  const directoryBytes = directory.reduce((sum, piece) => sum + piece.length, 0)
  return Buffer.concat([...pieces, ...directory, endOfDirectory(parts.size, directoryBytes, offset)])
}

function pack(name: string, data: Buffer, method: 'store' | 'deflate'): Packed {
  const facts = { name: Buffer.from(name), sizeBytes: data.length, crc: crc32(data) }
  return method === 'store'
    ? { ...facts, data, method: 0 }
    : { ...facts, data: deflateRawSync(data, { level: 6 }), method: 8 }
}

/** The eleven fields that both headers share, from `version needed` to `extra length`. */
function writeFacts(target: Buffer, at: number, { name, data, sizeBytes, crc, method }: Packed): void {
  target.writeUInt16LE(version, at)
  target.writeUInt16LE(flags, at + 2)
  target.writeUInt16LE(method, at + 4)
  target.writeUInt16LE(0, at + 6)
  target.writeUInt16LE(dosDate, at + 8)
  target.writeUInt32LE(crc, at + 10)
  target.writeUInt32LE(data.length, at + 14)
  target.writeUInt32LE(sizeBytes, at + 18)
  target.writeUInt16LE(name.length, at + 22)
}

function localHeader(entry: Packed): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  writeFacts(header, 4, entry)
  return header
}

function directoryHeader(entry: Packed, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(version, 4)
  writeFacts(header, 6, entry)
  header.writeUInt32LE(offset, 42)
  return header
}

function endOfDirectory(count: number, directoryBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directoryBytes, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
