import { createTransport } from 'nodemailer'
import { env } from './env'

/** The one way out for mail. Without SMTP_URL nothing leaves, and whoever invites is shown the link instead. */
export const sendsMail = env.SMTP_URL !== undefined

export type Mail = { to: string; subject: string; text: string }

/** What stands above every mail; empty where nothing is set. */
export type Letterhead = { senderName: string; subjectPrefix: string }

/** The address of MAIL_FROM under the name that was set, or as it is. */
const senderOf = (senderName: string) =>
  senderName === ''
    ? env.MAIL_FROM
    : { name: senderName, address: /<([^>]+)>/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM }

/** The prefix stands before the subject: 【安全联盟】邀请…, or [Alliance] Invitation… */
const headed = (prefix: string, subject: string): string =>
  prefix === '' || /[】」』）]$/.test(prefix) ? `${prefix}${subject}` : `${prefix} ${subject}`

/** So many mails are under way at once, each over a connection that stays open for the next: opening one takes longer than a mail. */
export const mailLines = 4

/** Lines to the mail server, opened by the first mail and kept until they are closed. */
export type MailLines = {
  /** Hands a mail to the mail server; `id` stays the same when it is tried again, so that a receiver can tell. */
  deliver: (id: string, mail: Mail, letterhead: Letterhead) => Promise<void>
  close: () => void
}

/** Whoever opens the lines closes them: an open one would keep a mail server waiting. */
export function openMailLines(): MailLines {
  const transport = createTransport({ url: env.SMTP_URL, pool: true, maxConnections: mailLines, ...patience })
  const host = env.MAIL_FROM.split('@').at(-1)?.replace('>', '') ?? 'localhost'
  return {
    deliver: async (id, { subject, ...mail }, { senderName, subjectPrefix }) => {
      await transport.sendMail({
        ...mail,
        subject: headed(subjectPrefix, subject),
        from: senderOf(senderName),
        messageId: `<${id}@${host}>`,
      })
    },
    close: () => transport.close(),
  }
}

/** Together less than the minute after which another worker takes the mail over; trying again is the outbox's own affair. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, maxRequeues: 0 }
