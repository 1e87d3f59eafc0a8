import { db } from '@/lib/core/db'
import { answers, type AddressRow, type OtherRoute } from '../../support/addresses'
import { makeActivity, makePlace } from '../../support/stage'
import { worldNow, type World } from '../../support/world'

const made = { published: '', held: '', attendance: '', roster: '' }

export async function prepare(world: World): Promise<void> {
  made.published = await makeActivity(world)
  made.held = await makeActivity(world, { state: 'HELD', startsAt: worldNow })
  const place = { enterpriseId: world.enterprises.member, userId: world.people.principal.userId }
  const registrationId = await makePlace(world, made.held, place)
  const { id } = await db.attendance.create({
    data: {
      ...place,
      activityId: made.held,
      registrationId,
      checkedInAt: worldNow,
      method: 'CODE_SCANNED',
      mandateKind: 'PRINCIPAL',
    },
    select: { id: true },
  })
  made.attendance = id
  const roster = await db.roster.create({
    data: {
      activityId: made.held,
      fileName: '参会名单.csv',
      sha256: 'of a list',
      importedById: world.people.coordinator.userId,
      importedAt: worldNow,
      lines: {
        create: [{ position: 1, name: '李四', joinedAt: worldNow, leftAt: worldNow, minutes: 60, sittings: 1 }],
      },
    },
    select: { id: true },
  })
  made.roster = roster.id
}

const correctors = { administrator: 200, officer: 200, coordinator: 200, deputy: 200 } as const

/** The coatings alliance's organisers; a jurisdiction's list holds its own enterprises only. */
const runners = { ...correctors, lead: 200 } as const
const readers = { ...runners, jinshan: 200, jinshanAdministrator: 200, fengxian: 200 } as const

/** What its insurer served stays the insurer's own record (AQ 9010), whoever of it looks. */
const serving = { ...readers, insurerAdministrator: 200 } as const

const nobody = '00000000-0000-7000-8000-000000000000'

const at = (part: string, expected: AddressRow['expected'], which: 'published' | 'held'): AddressRow => ({
  route: `/portal/activities/[activity]${part}`,
  path: () => `/portal/activities/${made[which]}${part}`,
  absent: () => `/portal/activities/${nobody}${part}`,
  expected,
})

export const addresses: AddressRow[] = [
  at('/door', answers(404, runners), 'held'),
  at('/check-in', answers(404, readers), 'published'),
  at('/check-in', answers(404, serving), 'held'),
  at('/check-in/sheet', answers(404, runners), 'published'),
  at('/check-in/review', answers(404, runners), 'held'),
  at('/disputes', answers(404, { ...readers, lead: 404 }), 'published'),
  at('/check-in/add', answers(404, correctors), 'held'),
  at('/check-in/online', answers(404, correctors), 'held'),
  {
    route: '/portal/activities/[activity]/check-in/online/[roster]',
    path: () => `/portal/activities/${made.held}/check-in/online/${made.roster}`,
    absent: () => `/portal/activities/${made.held}/check-in/online/${nobody}`,
    expected: answers(404, correctors),
  },
  {
    route: '/portal/activities/[activity]/check-in/[attendance]',
    path: () => `/portal/activities/${made.held}/check-in/${made.attendance}`,
    absent: () => `/portal/activities/${made.held}/check-in/${nobody}`,
    expected: answers(404, correctors),
  },
  {
    route: '/api/activities/[id]/board',
    path: () => `/api/activities/${made.published}/board`,
    absent: () => `/api/activities/${nobody}/board`,
    expected: answers(404, { ...runners, anonymous: 404, disabled: 404, revoked: 404 }),
  },
  {
    route: '/api/activities/[id]/attendance.xlsx',
    path: () => `/api/activities/${made.held}/attendance.xlsx`,
    absent: () => `/api/activities/${nobody}/attendance.xlsx`,
    expected: answers(404, { ...serving, anonymous: 404, disabled: 404, revoked: 404 }),
  },
  {
    route: '/api/activities/[id]/door.json',
    path: () => `/api/activities/${made.published}/door.json`,
    absent: () => `/api/activities/${nobody}/door.json`,
    expected: answers(404, { ...runners, anonymous: 404, disabled: 404, revoked: 404 }),
  },
  {
    route: '/api/activities/[id]/minutes.docx',
    path: () => `/api/activities/${made.held}/minutes.docx`,
    absent: () => `/api/activities/${made.published}/minutes.docx`,
    expected: answers(404, { ...runners, anonymous: 404, disabled: 404, revoked: 404 }),
  },
  {
    route: '/api/activities/[id]/sign-in.docx',
    path: () => `/api/activities/${made.published}/sign-in.docx`,
    absent: () => `/api/activities/${nobody}/sign-in.docx`,
    expected: answers(404, { ...runners, anonymous: 404, disabled: 404, revoked: 404 }),
  },
]

export const otherRoutes: OtherRoute[] = [
  {
    route: '/api/activities/[id]/rosters',
    covered: 'answers POST alone: performs attendance.import-list (tests/rosters/permissions)',
  },
]
