import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/core/db'
import { serveBuild, sessionCookieOf, type BuiltServer } from '../support/built-server'
import { makeAnnouncement, ofInsurer } from '../announcements/announce'
import { makeAdvised } from '../guidances/request'
import { makeFound } from '../inspections/pair'
import { makePractice } from '../practices/stage'
import { makeTodo } from '../problems/evidence'
import { inDays, makeActivity } from '../support/stage'
import { html, macros, office, pdf, svg } from '../support/sample-files'
import { buildWorld, type ActorName, type World } from '../support/world'

let server: BuiltServer
let world: World
let activity = ''
beforeAll(async () => {
  world = await buildWorld()
  activity = await makeActivity(world, { state: 'HELD', startsAt: inDays(-3) })
  server = await serveBuild(process.env['DATABASE_URL'] ?? '')
}, 120_000)
afterAll(async () => server?.stop())

type Sent = { name: string; bytes: string | Uint8Array<ArrayBuffer>; kind?: string }

const json = { accept: 'application/json' }

async function upload(
  actor: ActorName,
  { name, bytes, kind = 'MATERIAL' }: Sent,
  headers: Record<string, string> = json,
) {
  const body = new FormData()
  body.append('kind', kind)
  body.append('file', new File([bytes], name))
  return fetch(`${server.origin}/api/activities/${activity}/files`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: server.origin, ...(await cookieOf(actor)), ...headers },
  })
}

const cookieOf = async (actor: ActorName): Promise<Record<string, string>> =>
  actor === 'anonymous' ? {} : { cookie: await sessionCookieOf(world.people[actor].sessionId) }

const kept = async () =>
  (await readdir(process.env['STORAGE_DIR'] ?? '', { recursive: true })).filter((name) => name.includes('-')).length

describe('a file that is brought', () => {
  it('arrives whole, larger than what the layer before the pages would hold, and is only ever saved', async () => {
    const bytes = pdf(12_500_000)
    bytes.set(Buffer.from('the end'), bytes.length - 7)
    const name = '../../交流会 "纪要"\u202E(终稿).pdf'
    const answer = await upload('coordinator', { name, bytes, kind: 'MINUTES' })
    const { data } = (await answer.json()) as { data: { id: string } }
    const file = await fetch(`${server.origin}/api/activities/${activity}/files/${data.id}`, {
      headers: await cookieOf('designated'),
    })
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true)
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
      'content-disposition': `attachment; filename="___ ________.pdf"; filename*=UTF-8''${encodeURIComponent(
        '交流会 "纪要"(终稿).pdf',
      )
        .replaceAll('(', '%28')
        .replaceAll(')', '%29')}`,
    })
    const row = await db.activityFile.findUniqueOrThrow({ where: { id: data.id }, select: { kind: true } })
    expect(row.kind).toBe('MINUTES')
  })

  it.each<[string, Sent, string]>([
    ['a page called .pdf', { name: '纪要.pdf', bytes: html }, 'FILE_NAME_MISMATCH'],
    ['a page called .txt', { name: '纪要.txt', bytes: html }, 'FILE_NAME_MISMATCH'],
    ['a page', { name: '纪要.html', bytes: html }, 'FILE_TYPE_NOT_ALLOWED'],
    ['a drawing with a script', { name: '现场.svg', bytes: svg }, 'FILE_TYPE_NOT_ALLOWED'],
    ['a drawing called .png', { name: '现场.png', bytes: svg }, 'FILE_NAME_MISMATCH'],
    ['a program with two endings', { name: '纪要.pdf.exe', bytes: 'MZ\u0090\u0000' }, 'FILE_TYPE_NOT_ALLOWED'],
    ['a paper called a program', { name: '纪要.pdf.exe', bytes: pdf(100) }, 'FILE_NAME_MISMATCH'],
    ['nothing', { name: '空.pdf', bytes: '' }, 'FILE_EMPTY'],
    ['no name', { name: '', bytes: '' }, 'NO_FILE_CHOSEN'],
    ['a kind that is none', { name: '好.txt', bytes: '好', kind: 'SECRET' }, 'INVALID'],
  ])('%s is refused in words, and nothing of it stays', async (_, sent, code) => {
    const before = await kept()
    const answer = await upload('coordinator', sent)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ ok: false, code })
    expect(await kept()).toBe(before)
  })

  it('too much is refused before it is read, and what does not say how much it is while it streams', async () => {
    const before = await kept()
    const announced = await upload('coordinator', { name: '大.pdf', bytes: pdf(51_000_000) })
    expect(await announced.json()).toMatchObject({ code: 'FILE_TOO_LARGE', params: { limitMegabytes: 50 } })

    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent === 0)
          controller.enqueue(
            Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n'),
          )
        sent += 1_000_000
        controller.enqueue(new Uint8Array(1_000_000).fill(32))
        if (sent > 300_000_000) controller.close()
      },
    })
    const answer = await fetch(`${server.origin}/api/activities/${activity}/files`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: {
        origin: server.origin,
        'content-type': 'multipart/form-data; boundary=b',
        ...json,
        ...(await cookieOf('coordinator')),
      },
    } as RequestInit).catch(() => null)
    if (answer) expect(await answer.json()).toMatchObject({ code: 'FILE_TOO_LARGE' })
    expect(sent).toBeLessThan(300_000_000)
    expect(await kept()).toBe(before)
  }, 60_000)
})

describe('who may bring one', () => {
  const paper = { name: '通知.pdf', bytes: pdf(50) }

  it.each<[ActorName, number]>([
    ['anonymous', 401],
    ['revoked', 401],
    ['hatless', 404],
    ['otherCoordinator', 404],
    ['stranger', 404],
    ['designated', 403],
    ['jinshan', 403],
    ['deputy', 200],
  ])('%s is answered %i', async (actor, status) => {
    const before = await kept()
    expect((await upload(actor, paper)).status).toBe(status)
    expect((await kept()) - before).toBe(status === 200 ? 1 : 0)
  })

  it.each([[{ origin: 'https://elsewhere.example' }], [{ origin: 'null' }]])(
    'nobody by a form of another site: %j',
    async (headers) => {
      const before = await kept()
      expect((await upload('coordinator', paper, { ...json, ...headers })).status).toBe(403)
      expect(await kept()).toBe(before)
    },
  )

  it('a form without script goes back to the page, which says what is wrong', async () => {
    const wrong = await upload('lead', { name: '纪要.html', bytes: html }, { accept: 'text/html' })
    expect([wrong.status, wrong.headers.get('location')]).toEqual([
      303,
      `${server.origin}/portal/activities/${activity}?problem=FILE_TYPE_NOT_ALLOWED#files`,
    ])
    const right = await upload('lead', { name: '好.txt', bytes: '第一项' }, { accept: 'text/html' })
    expect(right.headers.get('location')).toBe(`${server.origin}/portal/activities/${activity}#files`)
    const signedOut = await upload('anonymous', paper, { accept: 'text/html' })
    expect(signedOut.headers.get('location')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in\?next=/)
  })
})

describe('the letter of a mandate', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const mandateOf = (actor: 'designated' | 'stranger') =>
    db.mandate.findFirstOrThrow({ where: { userId: world.people[actor].userId }, select: { id: true } })

  async function send(actor: ActorName, { name, bytes }: Sent, of: 'designated' | 'stranger' = 'designated') {
    const body = new FormData()
    body.append('file', new File([bytes], name))
    return fetch(`${server.origin}/api/mandates/${(await mandateOf(of)).id}/letter/upload`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { origin: server.origin, ...(await cookieOf(actor)), ...json },
    })
  }

  it.each<[string, Sent, string]>([
    ['a page called .pdf', { name: '授权书.pdf', bytes: html }, 'FILE_NAME_MISMATCH'],
    ['a page', { name: '授权书.html', bytes: html }, 'LETTER_TYPE_NOT_ALLOWED'],
    ['words without a seal', { name: '授权书.txt', bytes: '授权沈知远' }, 'LETTER_TYPE_NOT_ALLOWED'],
    ['nothing', { name: '授权书.pdf', bytes: '' }, 'FILE_EMPTY'],
  ])('that is %s is refused in words, and nothing of it stays', async (_, sent, code) => {
    const before = await kept()
    expect(await (await send('principal', sent)).json()).toMatchObject({ ok: false, code })
    expect(await kept()).toBe(before)
  })

  it('is taken from the enterprise alone, and the one that it replaces is gone', async () => {
    const before = await kept()
    expect((await send('designated', { name: '甲.png', bytes: png })).status).toBe(403)
    expect((await send('principal', { name: '甲.png', bytes: png }, 'stranger')).status).toBe(404)
    expect((await send('principal', { name: '甲.png', bytes: png })).status).toBe(200)
    expect((await send('principal', { name: '乙.pdf', bytes: pdf(100) })).status).toBe(200)
    expect((await kept()) - before).toBe(1)
    const letter = await fetch(`${server.origin}/api/mandates/${(await mandateOf('designated')).id}/letter`, {
      headers: await cookieOf('coordinator'),
    })
    expect(letter.headers.get('content-type')).toBe('application/pdf')
    expect(letter.headers.get('content-disposition')).toMatch(/^attachment/)
  })
})

describe('a file of a practice, an announcement, or what was done about a problem, advice or a finding', () => {
  const places = {
    practice: { actor: 'clerk', path: async () => `/api/practices/${(await makePractice(world)).practiceId}/files` },
    announcement: {
      actor: 'coordinator',
      path: async () =>
        `/api/announcements/${await makeAnnouncement(world, { ...ofInsurer(world), publishAt: null })}/files`,
    },
    'to-do of a problem': { actor: 'principal', path: async () => `/api/problem-todos/${await makeTodo(world)}/files` },
    'point of advice': { actor: 'clerk', path: async () => `/api/guidance-advice/${await makeAdvised(world)}/files` },
    finding: { actor: 'neighbour', path: async () => `/api/inspection-findings/${await makeFound(world)}/files` },
  } as const
  const nouns = Object.keys(places) as (keyof typeof places)[]

  async function send(noun: keyof typeof places, { name, bytes }: Sent, actor: ActorName = places[noun].actor) {
    const [where, body] = [await places[noun].path(), new FormData()]
    body.append('file', new File([bytes], name))
    const answer = await fetch(server.origin + where, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { origin: server.origin, ...(await cookieOf(actor)), ...json },
    })
    const said = (await answer.json()) as { ok: boolean; code?: string; data?: { id: string } }
    return { where, status: answer.status, answer: said }
  }

  it.each(nouns)('of a %s arrives whole beyond what the layer before the pages would hold', async (noun) => {
    const bytes = pdf(12_500_000)
    bytes.set(Buffer.from('the end'), bytes.length - 7)
    const { where, answer } = await send(noun, { name: '../../台账\u202E(终稿).pdf', bytes })
    expect(answer).toMatchObject({ ok: true })
    const tables = [db.practiceFile, db.announcementFile, db.todoFile, db.adviceFile, db.findingFile]
    const row = await (tables[nouns.indexOf(noun)] as typeof db.practiceFile).findFirstOrThrow({
      select: { id: true, file: { select: { fileName: true, sizeBytes: true } } },
      orderBy: { createdAt: 'desc' },
    })
    expect(row.file).toEqual({ fileName: '台账(终稿).pdf', sizeBytes: bytes.length })
    const file = await fetch(`${server.origin}${where}/${row.id}`, { headers: await cookieOf(places[noun].actor) })
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true)
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
  })

  it.each([
    ['to-do of a problem', { anonymous: 401, stranger: 404, lead: 403, jinshan: 403 }],
    ['point of advice', { anonymous: 401, lead: 404, coordinator: 403, jinshan: 403 }],
    ['finding', { anonymous: 401, lead: 404, stranger: 404, jinshan: 403 }],
  ] as const)('of a %s is taken from whose it is alone, and nothing else stays', async (noun, answers) => {
    const before = await kept()
    for (const [actor, status] of Object.entries(answers))
      expect((await send(noun, { name: '现场.pdf', bytes: pdf(50) }, actor as ActorName)).status).toBe(status)
    expect(await kept()).toBe(before)
  })

  it.each(nouns)('of a %s takes a paper without macros', async (noun) => {
    expect((await send(noun, { name: '做法.docx', bytes: office({}) })).answer).toMatchObject({ ok: true })
  })

  it.each(
    nouns.flatMap((noun) =>
      (
        [
          ['a page', { name: '现场.html', bytes: html }, 'FILE_TYPE_NOT_ALLOWED'],
          ['a page called .png', { name: '../现场.png', bytes: html }, 'FILE_NAME_MISMATCH'],
          ['a drawing with a script', { name: '现场.svg', bytes: svg }, 'FILE_TYPE_NOT_ALLOWED'],
          [
            'a paper with macros',
            { name: '做法.docm', bytes: office({ 'word/vbaProject.bin': 'x' }, macros) },
            'FILE_TYPE_NOT_ALLOWED',
          ],
          [
            'a paper with macros under a plain name',
            { name: '做法.docx', bytes: office({ 'word/vbaProject.bin': 'x' }) },
            'FILE_TYPE_NOT_ALLOWED',
          ],
          ['too much', { name: '大.pdf', bytes: pdf(51_000_000) }, 'FILE_TOO_LARGE'],
        ] as [string, Sent, string][]
      ).map(([what, sent, code]) => [noun, what, sent, code] as const),
    ),
  )('of a %s that is %s is refused in words, and nothing of it stays', async (noun, _, sent, code) => {
    const before = await kept()
    expect((await send(noun, sent)).answer).toMatchObject({ ok: false, code })
    expect(await kept()).toBe(before)
  })
})
