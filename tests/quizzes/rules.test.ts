import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersOf, drawn, orderOf } from '@/lib/quizzes/draw-rules'
import { attemptsLeft, isRight, passes, scoreOf, type Question } from '@/lib/quizzes/rules'

const question = fc
  .record({ id: fc.uuid(), count: fc.integer({ min: 2, max: 6 }), isMultiple: fc.boolean(), pick: fc.nat() })
  .map(({ id, count, isMultiple, pick }): Question => {
    const options = Array.from({ length: count }, (_, place) => `选项${place}`)
    const right = isMultiple ? [...options.keys()].filter((place) => (pick >> place) % 2 === 1) : [pick % count]
    return { id, kind: isMultiple ? 'MULTIPLE' : 'SINGLE', text: '题', options, right: right.length > 0 ? right : [0] }
  })

const quiz = fc.uniqueArray(question, { minLength: 1, maxLength: 20, selector: ({ id }) => id })

describe('scoring', () => {
  it('gives whoever presses what is right, wherever it is shown, all points', () => {
    fc.assert(
      fc.property(quiz, fc.uuid(), (questions, attemptId) => {
        const draw = drawn(attemptId, questions)
        const chosen = draw.map(({ question: { right }, order }) => right.map((place) => order.indexOf(place)))
        const given = answersOf(draw, chosen)
        if ('missing' in given) throw new Error('all is answered')
        expect(scoreOf(questions, given.answers)).toEqual({
          right: questions.length,
          total: questions.length,
          percent: 100,
        })
      }),
    )
  })

  it('counts each question once, and one that differs by a single option not at all', () => {
    fc.assert(
      fc.property(quiz, fc.nat(), (questions, pick) => {
        const answers = Object.fromEntries(questions.map(({ id, right }) => [id, right]))
        const spoilt = questions[pick % questions.length]
        if (!spoilt) return
        const other = spoilt.options.findIndex((_, place) => !spoilt.right.includes(place))
        const wrong = { ...answers, [spoilt.id]: other === -1 ? spoilt.right.slice(1) : [...spoilt.right, other] }
        expect(isRight(spoilt, wrong)).toBe(false)
        expect(scoreOf(questions, wrong).right).toBe(questions.length - 1)
      }),
    )
  })

  it('passes by whole numbers, and never shows the pass mark to whoever failed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.nat({ max: 20 }),
        fc.integer({ min: 1, max: 100 }),
        (total, n, mark) => {
          const right = Math.min(n, total)
          const score = { right, total, percent: Math.floor((100 * right) / total) }
          expect(passes(score, mark)).toBe(right / total >= mark / 100 - 1e-12)
          if (!passes(score, mark)) expect(score.percent).toBeLessThan(mark)
        },
      ),
    )
    expect(passes({ right: 4, total: 5, percent: 80 }, 80)).toBe(true)
    expect(passes({ right: 0, total: 0, percent: 0 }, 1)).toBe(false)
  })
})

describe('the order of an attempt', () => {
  it('is all places once, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 30 }), (seed, length) => {
        const order = orderOf(seed, length)
        expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length }, (_, place) => place))
        expect(orderOf(seed, length)).toEqual(order)
      }),
    )
  })

  it('differs from attempt to attempt, and puts every option first about as often', () => {
    const firsts = Array.from({ length: 4_000 }, (_, attempt) => orderOf(`attempt-${attempt}`, 4)[0])
    for (const place of [0, 1, 2, 3]) {
      const share = firsts.filter((first) => first === place).length
      expect(share).toBeGreaterThan(850)
      expect(share).toBeLessThan(1_150)
    }
  })
})

it('takes no answer that its question does not offer, and none that is left out', () => {
  const asked: Question[] = [
    { id: 'a', kind: 'SINGLE', text: '', options: ['甲', '乙'], right: [0] },
    { id: 'b', kind: 'TRUE_FALSE', text: '', options: [], right: [1] },
  ]
  const draw = drawn('seed', asked)
  expect(answersOf(draw, [[0], []])).toEqual({ missing: 1 })
  expect(answersOf(draw, [[0]])).toEqual({ missing: 1 })
  expect(answersOf(draw, [[0, 1], [0]])).toEqual({ missing: 0 })
  expect(answersOf(draw, [[0], [2]])).toEqual({ missing: 1 })
})

it('leaves no attempt to whoever has passed', () => {
  const over = { submittedAt: new Date(0) }
  expect(attemptsLeft({ attemptsMax: 3, attempts: [] })).toBe(3)
  expect(attemptsLeft({ attemptsMax: 3, attempts: [{ ...over, hasPassed: false }] })).toBe(2)
  expect(attemptsLeft({ attemptsMax: 3, attempts: [{ ...over, hasPassed: true }] })).toBe(0)
  expect(attemptsLeft({ attemptsMax: 1, attempts: [{ hasPassed: false, submittedAt: null }] })).toBe(0)
})
