import { isMunicipal, type Actor } from '@/lib/access/actor'
import { dayOf, plusDays, toDate, type Day } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import type { Prisma } from '@/lib/core/prisma/client'
import { uncovered, type Gap, type Service } from './coverage-rules'
import { periodOf } from './rules'

/** What it takes to say whether the person named by a standing is there. */
export const serviceSelect = {
  startsOn: true,
  endsOn: true,
  insurerId: true,
  coordinator: {
    select: {
      id: true,
      name: true,
      disabledAt: true,
      appointments: { where: { role: 'INSURER' }, select: { insurerId: true, startsOn: true, endsOn: true } },
    },
  },
} satisfies Prisma.InsurerAppointmentSelect

type ServiceRecord = Prisma.InsurerAppointmentGetPayload<{ select: typeof serviceSelect }>

export const asService = ({ startsOn, endsOn, insurerId, coordinator }: ServiceRecord): Service => ({
  standing: periodOf(startsOn, endsOn),
  offices: coordinator.appointments
    .filter((office) => office.insurerId === insurerId)
    .map((office) => periodOf(office.startsOn, office.endsOn)),
  disabledOn: coordinator.disabledAt && dayOf(coordinator.disabledAt),
})

export type AllianceGap = { id: string; slug: string; name: string; nameEn: string; gap: Gap }

/** The first stretch of each alliance, within some days from one on, without its named person. */
export async function readGaps(client: Pick<Tx, 'alliance'>, from: Day, days: number): Promise<AllianceGap[]> {
  const alliances = await client.alliance.findMany({
    select: {
      id: true,
      slug: true,
      name: true,
      nameEn: true,
      insurerAppointments: {
        where: { OR: [{ endsOn: null }, { endsOn: { gt: toDate(from) } }] },
        select: serviceSelect,
      },
    },
    orderBy: { sortOrder: 'asc' },
  })
  const span = { from, to: plusDays(from, days) }
  return alliances.flatMap(({ insurerAppointments, ...alliance }) => {
    const [gap] = uncovered(insurerAppointments.map(asService), span)
    return gap ? [{ ...alliance, gap }] : []
  })
}

/** How far ahead the bureau's home looks. */
export const gapsAheadDays = 60

/** For whoever appoints insurers: what runs out, or has run out. */
export const listGapsAhead = async (actor: Actor): Promise<AllianceGap[]> =>
  isMunicipal(actor) ? readGaps(db, actor.today, gapsAheadDays) : []
