/** As much of the package as the mail sink uses; it carries no types of its own. */
declare module 'smtp-server' {
  import type { AddressInfo } from 'node:net'
  import type { Readable } from 'node:stream'

  type Callback = (error?: (Error & { responseCode?: number }) | null) => void

  export class SMTPServer {
    constructor(options: {
      authOptional?: boolean
      disabledCommands?: string[]
      onData?: (stream: Readable, session: unknown, done: Callback) => void
    })
    readonly server: { address(): AddressInfo | string | null }
    on(event: 'error', listener: (error: Error) => void): this
    listen(port: number, host: string, done: () => void): void
    close(done: () => void): void
  }
}
