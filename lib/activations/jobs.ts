import { Readable } from 'node:stream'
import type { Tx } from '@/lib/core/db'
import { packArchive } from '@/lib/core/archive-writer'
import { publicUrl } from '@/lib/core/env'
import { now } from '@/lib/core/now'
import { Refusal, refuseUnless } from '@/lib/core/result'
import type { ResultBytes, TaskHandler, TaskRun } from '@/lib/tasks/jobs'
import {
  archiveName,
  codesWorkbook,
  lettersName,
  listName,
  partName,
  refusedName,
  refusedWorkbook,
  type LeftOut,
} from './documents'
import { lettersPdf, unprintable, type Letter, type Pile } from './letter-documents'
import { issueCodes, newCode, type Drawn } from './mutations'
import { canIssueCodes } from './policy'
import { listIssuable, officeNameOf, type Issuable } from './queries'
import { lettersPerFile, printedCode, validityOf } from './rules'
import { issueWork, type IssueWork } from './schema'

type Addressed = Drawn & { letter: Letter }

/**
 * Draws codes, prints them, and issues them last of all: what was printed is worth something from the instant on in which
 * its file is there, and nobody's code is void before. Only hashes stay.
 */
export const issuingCodes: TaskHandler = {
  steps: ['LISTING_ENTERPRISES', 'PRINTING_LETTERS', 'ISSUING_CODES'],
  run: async (run) => {
    const work = issueWork.parse(run.params)
    if (!canIssueCodes(run.actor)) throw new Refusal('FORBIDDEN')
    await run.progress('LISTING_ENTERPRISES', 0)
    const enterprises = await listIssuable(run.actor, work)
    refuseUnless(enterprises.length > 0, 'NOBODY_TO_ISSUE')
    const { addressed, refused } = await address(enterprises, work)
    const pile: Pile = { ...(await pileOf(run, work)), address: `${publicUrl}/claim` }
    const files = work.format === 'LETTERS' ? await print(run, addressed, pile) : new Map<string, Buffer>()
    await run.progress('ISSUING_CODES', addressed.length, enterprises.length)
    await run.commit((tx) => issue(tx, run, { work, pile, addressed, refused, files }))
  },
}

async function pileOf({ actor }: TaskRun, { contact, days }: IssueWork): Promise<Omit<Pile, 'address'>> {
  const { lastDay } = validityOf(actor.today, days)
  return { office: await officeNameOf(actor), contact: contact || null, lastDay, today: actor.today }
}

/** A code for each enterprise whose name can be printed. */
async function address(enterprises: Issuable[], { format }: IssueWork) {
  const addressed: Addressed[] = []
  const refused: LeftOut[] = []
  for (const { id, name, creditCode, jurisdiction } of enterprises) {
    const characters = format === 'LETTERS' ? await unprintable(name + jurisdiction) : ''
    if (characters !== '') {
      refused.push({ name, problem: 'CHARACTER_NOT_PRINTABLE', characters })
      continue
    }
    const code = newCode()
    const number = addressed.length + 1
    const letter = { number, jurisdiction, enterprise: name, creditCode, code: printedCode(code) }
    addressed.push({ enterpriseId: id, code, letter })
  }
  refuseUnless(addressed.length > 0, 'NOTHING_PRINTABLE')
  return { addressed, refused }
}

/** Files of so many letters each: one of all would hold the worker's memory and its other work for too long. */
async function print(run: TaskRun, addressed: Addressed[], pile: Pile): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (let start = 0; start < addressed.length; start += lettersPerFile) {
    await run.progress('PRINTING_LETTERS', start, addressed.length)
    const part = addressed.slice(start, start + lettersPerFile)
    const pdf = await lettersPdf(
      part.map(({ letter }) => letter),
      pile,
    )
    files.set(partName(start / lettersPerFile + 1, start + 1, start + part.length), pdf)
  }
  return files
}

type Issuing = {
  work: IssueWork
  pile: Pile
  addressed: Addressed[]
  refused: LeftOut[]
  files: Map<string, Buffer>
}

async function issue(tx: Tx, run: TaskRun, { work, pile, addressed, refused, files }: Issuing) {
  const at = now()
  const { expiresAt } = validityOf(run.actor.today, work.days)
  const issued = await issueCodes(tx, addressed, { actor: run.actor, expiresAt, at })
  const late = addressed.filter(({ enterpriseId }) => !issued.has(enterpriseId))
  const left: LeftOut[] = [
    ...refused,
    ...late.map(({ letter }) => ({ name: letter.enterprise, problem: 'HAS_COME' as const, characters: '' })),
  ]
  const letters = addressed.filter(({ enterpriseId }) => issued.has(enterpriseId)).map(({ letter }) => letter)
  const result =
    work.format === 'LIST'
      ? { fileName: listName(pile.today), mediaType: spreadsheet, bytes: await codesWorkbook(letters, pile, left, at) }
      : await lettersFile(files, left, pile)
  await run.keepResult({ ...result, bytes: Readable.from([result.bytes]), tx })
  return { summary: { codesIssued: issued.size, ...(left.length > 0 && { codesNotIssued: left.length }) } }
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type OneFile = Omit<ResultBytes, 'bytes' | 'tx'> & { bytes: Uint8Array }

/** One file as it is; several, or one with a list of who got none, in an archive. */
async function lettersFile(files: Map<string, Buffer>, left: LeftOut[], { today }: Pile): Promise<OneFile> {
  const [only] = files.values()
  if (files.size === 1 && left.length === 0 && only)
    return { fileName: lettersName(today), mediaType: 'application/pdf', bytes: only }
  const parts = new Map(files)
  if (left.length > 0) parts.set(refusedName(), Buffer.from(await refusedWorkbook(left)))
  return { fileName: archiveName(today), mediaType: 'application/zip', bytes: packArchive(parts, 'store') }
}
