/** Rows that one statement of a sweep takes at most: short locks, and little to undo. */
const batchSize = 5_000

/** Runs a deletion until it finds no more; how many rows went. Each call is a transaction of its own. */
export async function inBatches(deleteSome: (most: number) => Promise<number>, most = batchSize): Promise<number> {
  let total = 0
  for (let gone = most; gone >= most; total += gone) gone = await deleteSome(most)
  return total
}

/** The instant so many days before another. */
export const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * 24 * 60 * 60 * 1_000)
