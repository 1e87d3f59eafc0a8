import { openMailSink, type MailSink } from '../support/mail-sink'

/** A mail server that takes so many mails, then has got one more and does not say so until it is let go. */
export async function openStubbornSink(takes: number): Promise<MailSink & { letGo: () => void }> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const sink = await openMailSink((count) => (count > takes ? held : Promise.resolve()))
  return { ...sink, letGo }
}

/** The header of a mail as it came over the wire. */
export const headerOf = (mail: string, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(mail)?.[1]?.trim() ?? ''
