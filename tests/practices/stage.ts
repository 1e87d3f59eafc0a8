import { db } from '@/lib/core/db'
import type { PracticeShareClass, PracticeVersionState } from '@/lib/core/prisma/enums'
import { emptyContent, type PracticeContent, textOf } from '@/lib/practices/rules'
import { worldNow, type World } from '../support/world'

/** Words that stand nowhere else. */
export const distinct = '独见词甲乙丙'

export const fullContent: PracticeContent = {
  ...emptyContent,
  problem: textOf(`${distinct}问题`),
  method: textOf('做法'),
  result: textOf('成效'),
  cost: textOf('投入'),
  limits: textOf('条件'),
  figures: [{ label: '报警', before: '12', after: '3', unit: '次' }],
}

type Wish = {
  state?: PracticeVersionState
  shareClass?: PracticeShareClass
  isPublic?: boolean
  owner?: 'member' | 'lead'
}

export type Made = { practiceId: string; versionId: string }

/** A practice of coatings as it lies in the tables, in one version. */
export async function makePractice(world: World, wish: Wish = {}): Promise<Made> {
  const { state = 'DRAFT', shareClass = 'ALLIANCE', isPublic = false, owner = 'member' } = wish
  const authorId = owner === 'lead' ? world.people.lead.userId : world.people.clerk.userId
  const practice = await db.practice.create({
    data: {
      enterpriseId: world.enterprises[owner],
      allianceId: world.alliances.coatings,
      createdById: authorId,
      versions: {
        create: {
          number: 1,
          state,
          title: `${distinct}做法`,
          content: fullContent as object,
          subjects: ['CHANGE_MANAGEMENT'],
          shareClass: state === 'DRAFT' ? 'OWN' : shareClass,
          authorId,
          savedAt: worldNow,
          ...(state !== 'DRAFT' && {
            handedInAt: worldNow,
            consent: {
              create: {
                byId: world.people.principal.userId,
                mandate: 'PRINCIPAL',
                shareClass,
                checked: ['names', 'drawings', 'parameters', 'suppliers'],
                at: worldNow,
              },
            },
          }),
        },
      },
    },
    select: { id: true, versions: { select: { id: true } } },
  })
  const versionId = practice.versions[0]?.id ?? ''
  if (state === 'PUBLISHED')
    await db.practice.update({
      where: { id: practice.id },
      data: {
        shareClass,
        currentVersionId: versionId,
        publishedAt: worldNow,
        ...(isPublic && { publicVersionId: versionId, madePublicAt: worldNow }),
      },
    })
  return { practiceId: practice.id, versionId }
}

/** A file of a version; `key` is the name under which its bytes would lie. */
export async function makeFile(versionId: string, key: string): Promise<string> {
  const { id } = await db.practiceFile.create({
    data: {
      version: { connect: { id: versionId } },
      file: {
        create: { storageKey: key, fileName: `${distinct}.txt`, mediaType: 'text/plain', sizeBytes: 3, sha256: 'x' },
      },
    },
    select: { id: true },
  })
  return id
}
