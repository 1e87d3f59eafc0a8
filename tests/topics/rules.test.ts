import { expect, it } from 'vitest'
import { isStale, progressOf, statesAfter, statesBefore } from '@/lib/topics/rules'

it('a topic under way is stale on the sixty-first day without a word', () => {
  const topic = { state: 'RUNNING', updatedOn: '2026-09-01' } as const
  expect(isStale(topic, '2026-10-31')).toBe(false)
  expect(isStale(topic, '2026-11-01')).toBe(true)
  expect(isStale({ ...topic, state: 'DONE' }, '2026-11-01')).toBe(false)
})

it('progress is steps done of steps planned', () => {
  expect(progressOf([])).toEqual({ done: 0, all: 0 })
  expect(progressOf([{ doneOn: new Date(0) }, { doneOn: null }])).toEqual({ done: 1, all: 2 })
})

it('what may follow and what may come before say the same', () => {
  expect(statesAfter('DROPPED')).toEqual(['DROPPED', 'RUNNING'])
  expect(statesBefore('PLANNED')).toEqual(['PLANNED', 'RUNNING'])
})
