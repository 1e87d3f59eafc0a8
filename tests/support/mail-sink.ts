import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type MailSink = {
  url: string
  /** What arrived, as it came over the wire. */
  mails: string[]
  /** The sink refuses the next so many. */
  refuse: (count: number) => void
  close: () => Promise<void>
}

/**
 * A mail server that keeps what it gets: the outside world of mail, faked at its one seam. What it has got it confirms when
 * `before` says so, which is told all that it has by then.
 */
export async function openMailSink(before = (_mails: string[]) => Promise.resolve()): Promise<MailSink> {
  const mails: string[] = []
  let toRefuse = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) =>
      void text(stream).then((mail) => {
        if (toRefuse-- > 0) return done(Object.assign(new Error('come again'), { responseCode: 451 }))
        mails.push(mail)
        void before(mails).then(() => done())
      }),
  })
  // A client that hangs up in the middle is its own affair.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (count) => void (toRefuse = count),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
