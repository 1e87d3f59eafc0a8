import { cache } from 'react'
import type { Actor } from '@/lib/access/actor'
import { fromDateOrNull, type Day } from '@/lib/core/clock'
import { db, type Tx } from '@/lib/core/db'
import { isId } from '@/lib/core/id'
import type { Prisma } from '@/lib/core/prisma/client'
import * as policy from './policy'
import { licenceStanding, maskPhone, type LicenceStanding } from './rules'

const placeSelect = { shortName: true, nameEn: true } satisfies Prisma.JurisdictionSelect

const licenceSelect = {
  id: true,
  kind: true,
  number: true,
  scope: true,
  issuer: true,
  validFrom: true,
  validTo: true,
} satisfies Prisma.LicenceSelect

/** What the registry keeps on an enterprise in its own row, as a workbook says it. */
export const recordSelect = {
  id: true,
  creditCode: true,
  name: true,
  shortName: true,
  establishment: true,
  supervisingJurisdictionId: true,
  locatedDistrictId: true,
  address: true,
  businessKind: true,
  industryCode: true,
  employees: true,
  sizeClass: true,
  standardizationLevel: true,
  standardizationValidTo: true,
  majorHazardLevel: true,
  principalName: true,
  principalPhone: true,
  safetyLeadName: true,
  safetyLeadPhone: true,
  note: true,
} satisfies Prisma.EnterpriseSelect

const detailSelect = {
  ...recordSelect,
  version: true,
  closedOn: true,
  updatedAt: true,
  supervisingJurisdiction: { select: placeSelect },
  locatedDistrict: { select: placeSelect },
  licences: { select: licenceSelect, orderBy: [{ validTo: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }] },
} satisfies Prisma.EnterpriseSelect

type DetailRecord = Prisma.EnterpriseGetPayload<{ select: typeof detailSelect }>

type LicenceRecord = Prisma.LicenceGetPayload<{ select: typeof licenceSelect }>

export type LicenceDetail = Omit<LicenceRecord, 'validFrom' | 'validTo'> & {
  validFrom: Day | null
  validTo: Day | null
  standing: LicenceStanding
}

/** Telephones leave masked; the whole number comes by `enterprise.unmask-phone` alone, which writes down who asked. */
export type Contact = { name: string | null; phone: string | null }

/** What an enterprise is, as far as the actor may know it: each part is null where it may not. */
export type EnterpriseDetail = Pick<DetailRecord, 'id' | 'name' | 'supervisingJurisdictionId'> & {
  closedOn: Day | null
  profile:
    | (Pick<DetailRecord, 'shortName' | 'establishment' | 'businessKind' | 'sizeClass' | 'standardizationLevel'> & {
        jurisdiction: DetailRecord['supervisingJurisdiction']
      })
    | null
  dossier:
    | (Pick<
        DetailRecord,
        'creditCode' | 'address' | 'industryCode' | 'employees' | 'majorHazardLevel' | 'note' | 'locatedDistrict'
      > & { standardizationValidTo: Day | null; updatedAt: Date; licences: LicenceDetail[] })
    | null
  contact: { principal: Contact; safetyLead: Contact; canUnmask: boolean } | null
}

/** One enterprise; null for absent and invisible alike. */
export const getEnterprise = cache(async (actor: Actor, id: string): Promise<EnterpriseDetail | null> => {
  if (!isId(id)) return null
  const record = await db.enterprise.findFirst({
    where: { AND: [{ id }, policy.visibleEnterprises(actor)] },
    select: detailSelect,
  })
  return record && narrowed(actor, record)
})

function narrowed(actor: Actor, record: DetailRecord): EnterpriseDetail {
  const { id, name, supervisingJurisdictionId } = record
  return {
    id,
    name,
    supervisingJurisdictionId,
    closedOn: fromDateOrNull(record.closedOn),
    profile: policy.canSeeProfile(actor, record) ? profileOf(record) : null,
    dossier: policy.canSeeDossier(actor, record) ? dossierOf(record, actor.today) : null,
    contact: policy.canSeeContact(actor, record)
      ? { ...contactsOf(record), canUnmask: policy.canUnmaskPhone(actor, record) }
      : null,
  }
}

const profileOf = (record: DetailRecord): NonNullable<EnterpriseDetail['profile']> => ({
  shortName: record.shortName,
  establishment: record.establishment,
  businessKind: record.businessKind,
  sizeClass: record.sizeClass,
  standardizationLevel: record.standardizationLevel,
  jurisdiction: record.supervisingJurisdiction,
})

const dossierOf = (record: DetailRecord, today: Day): NonNullable<EnterpriseDetail['dossier']> => ({
  creditCode: record.creditCode,
  address: record.address,
  industryCode: record.industryCode,
  employees: record.employees,
  majorHazardLevel: record.majorHazardLevel,
  note: record.note,
  locatedDistrict: record.locatedDistrict,
  standardizationValidTo: fromDateOrNull(record.standardizationValidTo),
  updatedAt: record.updatedAt,
  licences: record.licences.map((licence) => asLicence(licence, today)),
})

function asLicence({ validFrom, validTo, ...licence }: LicenceRecord, today: Day): LicenceDetail {
  const lastDay = fromDateOrNull(validTo)
  return {
    ...licence,
    validFrom: fromDateOrNull(validFrom),
    validTo: lastDay,
    standing: licenceStanding(lastDay, today),
  }
}

const contactsOf = (record: DetailRecord): { principal: Contact; safetyLead: Contact } => ({
  principal: { name: record.principalName, phone: masked(record.principalPhone) },
  safetyLead: { name: record.safetyLeadName, phone: masked(record.safetyLeadPhone) },
})

const masked = (phone: string | null): string | null => (phone ? maskPhone(phone) : null)

/** Which of these enterprises the actor sees: for links that lead somewhere. */
export async function whichEnterprises(actor: Actor, ids: string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const seen = await db.enterprise.findMany({
    where: { AND: [{ id: { in: ids } }, policy.visibleEnterprises(actor)] },
    select: { id: true },
  })
  return new Set(seen.map(({ id }) => id))
}

const phoneSelect = {
  id: true,
  name: true,
  supervisingJurisdictionId: true,
  principalPhone: true,
  safetyLeadPhone: true,
} satisfies Prisma.EnterpriseSelect

export type PhoneSubject = Prisma.EnterpriseGetPayload<{ select: typeof phoneSelect }>

export const phoneSubject = (
  tx: Tx,
  actor: Actor,
  { enterpriseId }: { enterpriseId: string },
): Promise<PhoneSubject | null> =>
  tx.enterprise.findFirst({
    where: { AND: [{ id: enterpriseId }, policy.visibleEnterprises(actor)] },
    select: phoneSelect,
  })
