import { actorNames, type ActorName, type World } from './world'

/** What a GET answers: the page, a redirect to signing in, or nothing there (absent and invisible alike). */
export type Answer = 200 | 'redirect' | 404

/**
 * One row of the address table: a route as the build's manifest names it, an address of it in the test world, and the
 * answer for each actor, written by hand. `absent` is an address of the same route that names nothing, for comparison
 * with the answers of those who may not see it.
 */
export type AddressRow = {
  route: string
  path: (world: World) => string | Promise<string>
  absent?: (world: World) => string
  expected: Record<ActorName, Answer>
}

/** A route that answers no GET, or that a table of its own covers: named with the reason. */
export type OtherRoute = { route: string; covered: string }

/** All of one answer, but for those named; whoever has not signed in is sent to the sign-in page unless named. */
export function answers(rest: Answer, named: Partial<Record<ActorName, Answer>> = {}): Record<ActorName, Answer> {
  const outside: Partial<Record<ActorName, Answer>> = {
    anonymous: 'redirect',
    disabled: 'redirect',
    revoked: 'redirect',
  }
  return Object.fromEntries(actorNames.map((name) => [name, named[name] ?? outside[name] ?? rest])) as Record<
    ActorName,
    Answer
  >
}

/** Public pages answer everyone alike. */
export const everyone = (answer: Answer): Record<ActorName, Answer> =>
  Object.fromEntries(actorNames.map((name) => [name, answer])) as Record<ActorName, Answer>
