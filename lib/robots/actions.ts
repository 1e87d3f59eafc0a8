'use server'

import { defineAction, defineFormAction } from '@/lib/access/action'
import type { AuditFacts, Changes } from '@/lib/access/audit'
import { now } from '@/lib/core/now'
import * as mutations from './mutations'
import * as policy from './policy'
import { robotMessageSubject, robotSubject, type RobotSubject } from './queries'
import * as schema from './schema'

const pageOf = ({ slug }: RobotSubject): string => `/portal/alliances/${slug}/robot`

const facts = ({ id, shortName }: RobotSubject, changes: Changes): AuditFacts => ({
  subjectType: 'alliance',
  subjectId: id,
  subjectLabel: shortName,
  changes,
})

/** The trail keeps the end of the key, never the key. */
export const setRobot = defineFormAction(
  {
    name: 'robot.set',
    input: schema.setRobotInput,
    subject: robotSubject,
    allow: policy.canKeepRobot,
    run: async (tx, { actor, input, subject }) => {
      const robot = { allianceId: subject.id, key: input.address, setById: actor.userId ?? '', at: now() }
      const { before, after } = await mutations.setRobot(tx, robot)
      return { data: { href: `${pageOf(subject)}?done=set` }, record: facts(subject, { robot: [before, after] }) }
    },
    refresh: ({ subject }) => [pageOf(subject)],
  },
  async ({ href }) => href,
)

export const removeRobot = defineAction({
  name: 'robot.remove',
  input: schema.removeRobotInput,
  subject: robotSubject,
  allow: policy.canKeepRobot,
  run: async (tx, { subject }) => {
    const keyEnd = await mutations.removeRobot(tx, subject.id)
    return { data: null, record: facts(subject, { robot: [keyEnd, null] }) }
  },
  refresh: ({ subject }) => [pageOf(subject)],
})

export const testRobot = defineAction({
  name: 'robot.test',
  input: schema.testRobotInput,
  subject: robotSubject,
  allow: policy.canKeepRobot,
  run: async (tx, { subject }) => {
    await mutations.sayTest(tx, subject.id, now())
    return { data: null, record: facts(subject, {}) }
  },
  refresh: ({ subject }) => [pageOf(subject)],
})

export const sendRobotMessageAgain = defineAction({
  name: 'robot.send-again',
  input: schema.sendRobotMessageAgainInput,
  subject: robotMessageSubject,
  allow: policy.canSendRobotMessageAgain,
  run: async (tx, { subject }) => {
    await mutations.sendRobotMessageAgain(tx, subject.id, now())
    return { data: null, record: facts(subject.alliance, {}) }
  },
  refresh: ({ subject }) => [pageOf(subject.alliance)],
})
