import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { from, to } from 'pg-copy-streams'
import { columnsOf, nameOf } from './tables.mjs'

/**
 * Rows as PostgreSQL itself writes them (COPY, text), in the order of the primary key, so that the same rows always give the
 * same digest.
 */
const query = (client, { columns, key, where, ...table }) => {
  const condition = where ? ` WHERE ${where}` : ''
  const order = key.length > 0 ? ` ORDER BY ${columnsOf(client, key)}` : ''
  return `COPY (SELECT ${columnsOf(client, columns)} FROM ${nameOf(client, table)}${condition}${order}) TO STDOUT`
}

/** Writes a table into a gzipped file. @returns {Promise<{ rows: number, sha256: string }>} */
export async function copyOut(client, table, file) {
  const copy = client.query(to(query(client, table)))
  const { digest, stream } = digesting()
  await pipeline(copy, stream, createGzip({ level: 6 }), createWriteStream(file, { mode: 0o600, flush: true }))
  return { rows: copy.rowCount, sha256: digest() }
}

/** What a table holds now, without writing it anywhere. @returns {Promise<{ rows: number, sha256: string }>} */
export async function digestOf(client, table) {
  const copy = client.query(to(query(client, table)))
  const { digest, stream } = digesting()
  await pipeline(copy, stream, new Writable({ write: (_chunk, _encoding, done) => done() }))
  return { rows: copy.rowCount, sha256: digest() }
}

/** Brings a file's rows into a table. @returns {Promise<{ rows: number, sha256: string }>} */
export async function copyIn(client, { columns, ...table }, file) {
  const copy = client.query(from(`COPY ${nameOf(client, table)} (${columnsOf(client, columns)}) FROM STDIN`))
  const { digest, stream } = digesting()
  await pipeline(createReadStream(file), createGunzip(), stream, copy)
  return { rows: copy.rowCount, sha256: digest() }
}

function digesting() {
  const hash = createHash('sha256')
  const stream = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, digest: () => hash.digest('hex') }
}
