import { createHash } from 'node:crypto'
import { truthPlaces, type Answers, type Question } from './rules'

/**
 * The places 0 … n-1 in an order that belongs to the seed: by what SHA-256 makes of the seed and the place, so that it says
 * nothing about another seed's.
 */
export function orderOf(seed: string, length: number): number[] {
  const marks = Array.from({ length }, (_, place) => createHash('sha256').update(`${seed}/${place}`).digest('hex'))
  return [...marks.keys()].toSorted((a, b) => ((marks[a] ?? '') < (marks[b] ?? '') ? -1 : 1))
}

/** A question as an attempt shows it: `order` says which option of the author stands at each place. */
export type Drawn<Q extends Pick<Question, 'id' | 'kind' | 'options'>> = { question: Q; order: number[] }

/**
 * The questions in the order of an attempt, each with its options in an order of its own: the same attempt looks the same
 * on every phone and after every pause, another one looks different.
 */
export function drawn<Q extends Pick<Question, 'id' | 'kind' | 'options'>>(
  attemptId: string,
  questions: readonly Q[],
): Drawn<Q>[] {
  return orderOf(attemptId, questions.length).flatMap((place) => {
    const question = questions[place]
    if (!question) return []
    const isFixed = question.kind === 'TRUE_FALSE'
    const order = isFixed ? [...truthPlaces] : orderOf(`${attemptId}/${question.id}`, question.options.length)
    return [{ question, order }]
  })
}

/**
 * What was chosen at the places of an attempt, as places of the author: the browser never learns the author's order, in
 * which the right option may always come first. Null at the first question that is not answered as its kind asks.
 */
export function answersOf(
  draw: readonly Drawn<Pick<Question, 'id' | 'kind' | 'options'>>[],
  chosen: readonly (readonly number[])[],
): { answers: Answers } | { missing: number } {
  const answers: Answers = {}
  for (const [at, { question, order }] of draw.entries()) {
    const places = [...new Set(chosen[at] ?? [])]
    const isAnswered = question.kind === 'MULTIPLE' ? places.length > 0 : places.length === 1
    if (!isAnswered || places.some((place) => order[place] === undefined)) return { missing: at }
    answers[question.id] = places.map((place) => order[place] ?? 0).toSorted((a, b) => a - b)
  }
  return { answers }
}
