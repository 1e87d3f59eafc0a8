import { randomUUID } from 'node:crypto'
import { toDate } from '@/lib/core/clock'
import { db } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { worldNow, type World } from '../support/world'

type Wish = Partial<
  Pick<
    Prisma.AnnouncementUncheckedCreateInput,
    | 'title'
    | 'body'
    | 'audience'
    | 'authorRole'
    | 'jurisdictionId'
    | 'insurerId'
    | 'enterpriseId'
    | 'publishAt'
    | 'toldAt'
  >
> & { withdrawn?: boolean; pinnedUntil?: string; jurisdictions?: string[]; alliances?: string[]; file?: string }

const hour = 3_600_000

export const hoursFromNow = (hours: number): Date => new Date(worldNow.getTime() + hours * hour)

/** An announcement of the municipal bureau to the coatings alliance, an hour old, unless the test says otherwise. */
export async function makeAnnouncement(world: World, wish: Wish = {}): Promise<string> {
  const { withdrawn, pinnedUntil, jurisdictions = [], alliances, file, ...rest } = wish
  const audience = rest.audience ?? 'ALLIANCES'
  const named = alliances ?? (audience === 'ALLIANCES' ? [world.alliances.coatings] : [])
  const { id } = await db.announcement.create({
    data: {
      title: '关于冬季安全的通知',
      body: '第一段\n第二段',
      authorRole: 'MUNICIPAL',
      createdById: world.people.administrator.userId,
      publishAt: hoursFromNow(-1),
      ...(withdrawn && { withdrawnAt: worldNow, withdrawReason: '内容有误' }),
      ...(pinnedUntil && { pinnedUntil: toDate(pinnedUntil) }),
      ...rest,
      audience,
      addressees: {
        create: [
          ...jurisdictions.map((jurisdictionId) => ({ jurisdictionId })),
          ...named.map((allianceId) => ({ allianceId })),
        ],
      },
    },
    select: { id: true },
  })
  if (file) await makeAnnouncementFile(id, file)
  return id
}

export async function makeAnnouncementFile(
  announcementId: string,
  storageKey: string = randomUUID(),
  removedAt: Date | null = null,
): Promise<string> {
  const { id } = await db.announcementFile.create({
    data: {
      removedAt,
      announcement: { connect: { id: announcementId } },
      file: {
        create: { storageKey, fileName: '附件.pdf', mediaType: 'application/pdf', sizeBytes: 1, sha256: '00' },
      },
    },
    select: { id: true },
  })
  return id
}

/** As the insurer's people write it, to their alliance. */
export const ofInsurer = (world: World): Wish => ({ authorRole: 'INSURER', insurerId: world.insurers.own })

export const ofJinshan = (world: World): Wish => ({
  authorRole: 'JURISDICTION',
  jurisdictionId: world.jurisdictions.jinshan,
  audience: 'JURISDICTIONS',
  jurisdictions: [world.jurisdictions.jinshan],
})
