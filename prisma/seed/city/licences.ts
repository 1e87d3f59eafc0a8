import { plusDays, type Day } from '@/lib/core/clock'
import type { Prisma } from '@/lib/core/prisma/client'
import type { LicenceKind } from '@/lib/core/prisma/enums'
import { licencesOf } from './alliance-facts'
import type { Firm } from './enterprises'
import type { Random } from './random'

const termDays = 3 * 365

const issuers: Partial<Record<LicenceKind, string>> = {
  PHARMACEUTICAL_PRODUCTION: '上海市药品监督管理局',
  REFINED_OIL_RETAIL: '上海市商务委员会',
}

/** 0.5 % are over, 4 % end within 90 days, the rest later, within their three years. */
function daysLeft(random: Random): number {
  const draw = random.next()
  if (draw < 0.005) return -random.between(1, 60)
  return draw < 0.045 ? random.between(1, 90) : random.between(91, termDays - 10)
}

/** The licences that each enterprise's business needs, under numbers of their own. */
export function planLicences(random: Random, anchor: Day, firms: Firm[]): Prisma.LicenceCreateManyInput[] {
  let serial = 0
  return firms.flatMap(({ row }) =>
    licencesOf[row.businessKind].map(({ kind, series, scope }) => {
      serial += 1
      const validTo = plusDays(anchor, daysLeft(random))
      const validFrom = plusDays(validTo, 1 - termDays)
      return {
        id: random.uuid(),
        enterpriseId: row.id,
        kind,
        number: `${series}〔${validFrom.slice(0, 4)}〕${String(serial).padStart(5, '0')}号`,
        scope,
        issuer: issuers[kind] ?? '上海市应急管理局',
        validFrom,
        validTo,
      }
    }),
  )
}
