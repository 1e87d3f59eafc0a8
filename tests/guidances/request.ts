import { db } from '@/lib/core/db'
import type { GuidanceState } from '@/lib/core/prisma/enums'
import { upload } from '../problems/evidence'
import { worldNow, type World } from '../support/world'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

type Wish = { state?: GuidanceState; firm?: keyof World['enterprises']; isGiven?: boolean; visitOn?: string }

/** A request of the member as it lies in the table; given to the coordinator of coatings where the test says so. */
export async function makeRequest(world: World, { state = 'REQUESTED', firm = 'member', isGiven, visitOn }: Wish = {}) {
  const advised = { summary: '总体较好', advisedById: world.people.officer.userId, advisedAt: worldNow }
  const { id } = await db.guidanceRequest.create({
    data: {
      enterpriseId: world.enterprises[firm],
      state,
      field: 'STORAGE',
      title: '储罐区雷电防护',
      description: '请专家现场看一看接地',
      wishedFrom: day('2026-12-01'),
      wishedTo: day('2026-12-20'),
      requestedById: world.people.principal.userId,
      requestedAt: worldNow,
      visitOn: visitOn ? day(visitOn) : null,
      organiserAllianceId: isGiven ? world.alliances.coatings : null,
      ...(state === 'ADVISED' && advised),
    },
    select: { id: true },
  })
  return id
}

/** One point of advice on it, as its enterprise has answered it. */
export async function makeAdvice(
  world: World,
  requestId: string,
  state: 'OPEN' | 'DONE' = 'OPEN',
  dueOn = '2026-12-31',
) {
  const answered = {
    state,
    answer: '已换接地线',
    answeredById: world.people.principal.userId,
    answeredAt: worldNow,
  }
  const { id } = await db.guidanceAdvice.create({
    data: {
      requestId,
      position: 0,
      text: '更换锈蚀的接地线',
      dueOn: day(dueOn),
      ...(state === 'DONE' ? answered : {}),
    },
    select: { id: true },
  })
  return id
}

/** A point of advice of the member after a visit that the coordinator arranged. */
export const makeAdvised = async (world: World): Promise<string> =>
  makeAdvice(world, await makeRequest(world, { state: 'ADVISED', isGiven: true, visitOn: '2026-11-20' }))

/** A piece of evidence of it as it lies in the tables. */
export async function makeAdviceFile(
  adviceId: string,
  { removedAt, storageKey }: { removedAt?: Date; storageKey?: string } = {},
): Promise<string> {
  const { key, ...file } = upload()
  const { id } = await db.adviceFile.create({
    data: {
      createdAt: worldNow,
      removedAt: removedAt ?? null,
      advice: { connect: { id: adviceId } },
      file: { create: { ...file, storageKey: storageKey ?? key } },
    },
    select: { id: true },
  })
  return id
}

let made = 0

export async function makeExpert(world: World): Promise<string> {
  made += 1
  const { id } = await db.expert.create({
    data: {
      name: `专家${made}`,
      namePinyin: `zhuanjia ${made}`,
      organization: `研究院${made}-${Math.random().toString(36).slice(2, 8)}`,
      fields: ['STORAGE'],
      createdById: world.people.officer.userId,
      createdAt: worldNow,
    },
    select: { id: true },
  })
  return id
}
