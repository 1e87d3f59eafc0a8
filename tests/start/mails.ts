import { openMailSink, type MailSink } from '../support/mail-sink'

/** A mail server that takes so many mails to a domain, then gets more and does not say so until it is let go. Others it takes. */
export async function openStubbornSink(takes: number, domain: string): Promise<MailSink & { letGo: () => void }> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const isHeld = (mails: string[]) => {
    const own = mails.filter((mail) => headerOf(mail, 'To').endsWith(`@${domain}`))
    return own.length > takes && own.at(-1) === mails.at(-1)
  }
  const sink = await openMailSink((mails) => (isHeld(mails) ? held : Promise.resolve()))
  return { ...sink, letGo }
}

/** The header of a mail as it came over the wire. */
export const headerOf = (mail: string, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(mail)?.[1]?.trim() ?? ''
