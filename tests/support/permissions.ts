import { afterAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { perform, type Definition } from '@/lib/access/perform'
import { fingerprint } from './fingerprint'
import { keepRows } from './permission-record'
import { actorNames, type ActorName, type World } from './world'

/** `ok`: done. The others are the codes that the actor is answered. */
export type Verdict = 'ok' | 'SIGNED_OUT' | 'NOT_FOUND' | 'FORBIDDEN'

/** Over all actors: a new kind of actor does not compile until every table has answered. */
export type Expected = Record<ActorName, Verdict>

type AnyDefinition = Definition<z.ZodType, never, unknown>

/**
 * One row of the permission table: an action, the input by which `ok` actors succeed (made anew for each actor, so that
 * one actor's success does not spoil the next one's case), and the verdicts, written by hand.
 */
export type PermissionRow = {
  action: { definition: unknown }
  input: (world: World, actor: ActorName) => Promise<Record<string, unknown>> | Record<string, unknown>
  expected: Expected
}

/** All of one verdict, but for those named. */
export function verdicts(rest: Verdict, named: Partial<Expected>): Expected {
  const strangers: Partial<Expected> = { anonymous: 'SIGNED_OUT', disabled: 'SIGNED_OUT', revoked: 'SIGNED_OUT' }
  return Object.fromEntries(actorNames.map((name) => [name, named[name] ?? strangers[name] ?? rest])) as Expected
}

const definitionOf = (row: PermissionRow) => row.action.definition as AnyDefinition

/**
 * Runs the rows of a noun against the world. Each verdict is compared; a refusal must leave every row as it was; an
 * unknown field must be refused; and with `allow` forced to true every FORBIDDEN must turn into something else: a cell
 * that stays forbidden was never decided by `allow`.
 */
export function describePermissions(noun: string, world: () => World, rows: PermissionRow[]): void {
  describe(`permissions of ${noun}`, () => {
    afterAll(() =>
      keepRows(
        noun,
        rows.map((row) => ({ name: definitionOf(row).name, expected: row.expected })),
      ),
    )

    for (const row of rows) {
      const { name } = definitionOf(row)

      it.each(actorNames)(`${name}: %s`, async (actorName) => {
        const input = await row.input(world(), actorName)
        const expected = row.expected[actorName]
        const before = expected === 'ok' ? null : await fingerprint()
        const actor = await world().actor(actorName)
        const { result } = await perform(definitionOf(row), actor, input)
        expect(result.ok ? 'ok' : result.code).toBe(expected)
        if (before) expect(await fingerprint()).toBe(before)
        if (expected !== 'FORBIDDEN') return
        const { result: unstopped } = await perform({ ...definitionOf(row), allow: () => true }, actor, input)
        expect(unstopped.ok ? 'ok' : unstopped.code, 'stopped by something else than allow').not.toBe('FORBIDDEN')
      })

      it(`${name}: an unknown field is refused`, async () => {
        const allowed = actorNames.find((actorName) => row.expected[actorName] === 'ok') ?? 'administrator'
        const input = await row.input(world(), allowed)
        const actor = await world().actor(allowed)
        const { result } = await perform(definitionOf(row), actor, { ...input, enterpriseIdOfSomebodyElse: 'x' })
        expect(result).toMatchObject({ ok: false, code: 'INVALID' })
      })
    }
  })
}
