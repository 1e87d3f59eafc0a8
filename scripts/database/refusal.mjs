/**
 * Why a script stops, in one sentence for a person. The commands print it without a stack and end with 1; every other
 * error is a fault of the program and keeps its stack.
 */
export class Refused extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence)
    this.name = 'Refused'
  }
}

const lost =
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|connection error and is not queryable|terminating connection|Can't reach database server|server closed the connection|the database system is (?:starting up|shutting down|in recovery mode)/

/** Whether something went wrong because the database went away. */
export const isLostConnection = (error) => lost.test(`${error?.code ?? ''} ${error?.message ?? error}`)

/** Every step of the preparation is a transaction: a database that ends in the middle of one keeps nothing of it. */
export const databaseEnded = () =>
  new Refused(
    'The database ended while it was being prepared; nothing half-done was kept. Start again: what is missing is done then.',
  )
