/** What the start tells whoever started it: each step, what it did, and how long it took. */

const width = 14

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @param {(result: T) => string} outcome what was done, in words
 * @returns {Promise<T>}
 */
export async function step(name, work, outcome) {
  const began = performance.now()
  // Long steps say that they have begun; short ones only what they did.
  const notice = setTimeout(() => say(`  ${name.padEnd(width)}…`), 1_500)
  try {
    const result = await work()
    const seconds = ((performance.now() - began) / 1_000).toFixed(1)
    say(`  ${name.padEnd(width)}${outcome(result)} (${seconds} s)`)
    return result
  } finally {
    clearTimeout(notice)
  }
}

export const say = (sentence) => console.log(sentence)

export const warn = (sentence) => console.warn(`  Note: ${sentence}`)
