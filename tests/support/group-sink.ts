import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

export type GroupSink = {
  url: string
  /** What was said, with the key it came under. */
  said: { key: string | null; content: string }[]
  /** What the next answers are instead of a plain yes. */
  answers: { status: number; body: string; headers?: Record<string, string> }[]
  close: () => Promise<void>
}

/** A group that keeps what its robot says: the outside world of group robots, faked at its one seam. */
export async function openGroupSink(): Promise<GroupSink> {
  const said: GroupSink['said'] = []
  const answers: GroupSink['answers'] = []
  const server = createServer((request, response) => {
    void text(request).then((raw) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://sink')
      const answer = answers.shift() ?? { status: 200, body: '{"errcode":0,"errmsg":"ok"}' }
      const isSaid =
        answer.status === 200 && answer.body.includes('"errcode":0') && pathname === '/cgi-bin/webhook/send'
      const { text: message } = JSON.parse(raw || '{}') as { text?: { content?: string } }
      if (isSaid) said.push({ key: searchParams.get('key'), content: message?.content ?? '' })
      response.writeHead(answer.status, answer.headers).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    said,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
