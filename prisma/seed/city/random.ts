/** A reproducible source of chance: the same seed and the same questions give the same answers. */
export type Random = {
  /** From 0 up to, but not including, 1. */
  next: () => number
  chance: (probability: number) => boolean
  /** A whole number, both ends included. */
  between: (least: number, most: number) => number
  pick: <T>(choices: readonly T[]) => T
  weighted: <T>(choices: readonly (readonly [T, number])[]) => T
  shuffled: <T>(choices: readonly T[]) => T[]
  uuid: () => string
  /** A stream of its own, so that a further question here shifts nothing there. */
  fork: (label: string) => Random
}

/** Mixes a text into 32 bits (FNV-1a). */
function mix(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** The 32-bit stream behind everything (mulberry32). */
function stream(seed: string): () => number {
  let state = mix(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits)

export function randomOf(seed: string): Random {
  const bits = stream(seed)
  let made = 0
  const next = () => bits() / 0x1_0000_0000

  function pick<T>(choices: readonly T[]): T {
    const chosen = choices[Math.floor(next() * choices.length)]
    if (chosen === undefined) throw new RangeError('nothing to pick from')
    return chosen
  }

  function weighted<T>(choices: readonly (readonly [T, number])[]): T {
    const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
    let rest = next() * total
    for (const [choice, weight] of choices) {
      rest -= weight
      if (rest < 0) return choice
    }
    return pick(choices)[0]
  }

  function shuffled<T>(choices: readonly T[]): T[] {
    const keyed = choices.map((choice) => ({ choice, key: next() }))
    return keyed.sort((a, b) => a.key - b.key).map(({ choice }) => choice)
  }

  /** Laid out as version 7, rising within a stream, so that later rows come later in an index. */
  function uuid(): string {
    made += 1
    const time = hex(0x18e_0000_0000 + made, 12)
    const variant = hex(0x8000 | (bits() & 0x3fff), 4)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(bits(), 3)}-${variant}-${hex(bits(), 8)}${hex(bits(), 4)}`
  }

  return {
    next,
    chance: (probability) => next() < probability,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick,
    weighted,
    shuffled,
    uuid,
    fork: (label) => randomOf(`${seed}/${label}`),
  }
}
