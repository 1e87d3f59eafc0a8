import { createTransport, type Transporter } from 'nodemailer'
import { env } from './env'

/** The one way out for mail. Without SMTP_URL nothing leaves, and whoever invites is shown the link instead. */
export const sendsMail = env.SMTP_URL !== undefined

export type Mail = { to: string; subject: string; text: string }

let transport: Transporter | undefined

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

/** Hands a mail to the mail server; `id` stays the same when it is tried again, so that a receiver can tell. */
export async function deliver(
  id: string,
  { subject, ...mail }: Mail,
  { senderName, subjectPrefix }: Letterhead,
): Promise<void> {
  transport ??= createTransport({ url: env.SMTP_URL, ...patience })
  const host = env.MAIL_FROM.split('@').at(-1)?.replace('>', '') ?? 'localhost'
  await transport.sendMail({
    ...mail,
    subject: headed(subjectPrefix, subject),
    from: senderOf(senderName),
    messageId: `<${id}@${host}>`,
  })
}

/** Together less than the minute after which another worker takes the mail over. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
