import { randomUUID } from 'node:crypto'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { ProblemTodoState } from '@/lib/core/prisma/enums'
import { worldNow, type World } from '../support/world'

/** What the upload handler makes of bytes. */
export const upload = () => ({
  key: randomUUID(),
  fileName: '检测报告.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 1_200,
  sha256: randomUUID(),
})

type Wish = { removedAt?: Date; storageKey?: string }

/** A piece of evidence as it lies in the tables. */
export async function makeTodoFile(todoId: string, { removedAt, storageKey }: Wish = {}): Promise<string> {
  const { key, ...file } = upload()
  const { id } = await db.todoFile.create({
    data: {
      createdAt: worldNow,
      removedAt: removedAt ?? null,
      todo: { connect: { id: todoId } },
      file: { create: { ...file, storageKey: storageKey ?? key } },
    },
    select: { id: true },
  })
  return id
}

/** A to-do of the member. */
export async function makeTodo(world: World, state: ProblemTodoState = 'OPEN'): Promise<string> {
  const by = { createdById: world.people.coordinator.userId, createdAt: worldNow }
  const text = { title: '静电接地检测超期', finding: '未按期检测', recommendation: '每半年检测一次' }
  const problem = await db.problem.create({
    data: {
      ...text,
      ...by,
      dueOn: toDate('2026-12-31'),
      allianceYearId: world.years.coatings,
      state: 'SENT',
      sentAt: worldNow,
    },
  })
  const answered = { answer: '已检测', answeredAt: worldNow, answeredById: world.people.principal.userId }
  const verified = { verifiedAt: worldNow, verifiedById: world.people.coordinator.userId }
  const { id } = await db.problemTodo.create({
    data: {
      problemId: problem.id,
      enterpriseId: world.enterprises.member,
      state,
      ...(state !== 'OPEN' && answered),
      ...(state === 'VERIFIED' && verified),
    },
  })
  return id
}
