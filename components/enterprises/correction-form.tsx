import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '@/components/layout/words'
import { BusinessKind, MajorHazardLevel, SizeClass, StandardizationLevel } from '@/lib/core/prisma/enums'
import type { EnterpriseSubject } from '@/lib/enterprises/correction-queries'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'
import { CorrectForm } from './correct-form'
import type { CorrectionField, CorrectionValues } from './correction-values'

type Props = { enterprise: EnterpriseSubject; places: RegistryPlaces; backHref: string }

/** The form with its labels and choices in the reader's language. */
export async function CorrectionForm({ enterprise, places, backHref }: Props) {
  const [t, field, locale] = await Promise.all([
    getTranslations('enterprises'),
    getTranslations('imports.field'),
    getLocale(),
  ])
  const bodies = places.jurisdictions.map(({ id, shortName, nameEn }) => ({
    value: id,
    label: locale === 'en' ? nameEn : shortName,
  }))
  const choices = {
    supervisingJurisdictionId: bodies,
    locatedDistrictId: bodies,
    businessKind: Object.values(BusinessKind).map((value) => ({ value, label: t(`businessKind.${value}`) })),
    sizeClass: Object.values(SizeClass).map((value) => ({ value, label: t(`sizeClass.${value}`) })),
    standardizationLevel: Object.values(StandardizationLevel).map((value) => ({
      value,
      label: t(`standardizationLevel.${value}`),
    })),
    majorHazardLevel: Object.values(MajorHazardLevel).map((value) => ({
      value,
      label: t(`majorHazardLevel.${value}`),
    })),
  }
  const labels: Record<CorrectionField, string> = {
    name: field('name'),
    creditCode: field('creditCode'),
    shortName: field('shortName'),
    establishment: field('establishment'),
    supervisingJurisdictionId: field('jurisdiction'),
    locatedDistrictId: field('locatedDistrict'),
    address: field('address'),
    businessKind: field('businessKind'),
    industryCode: field('industryCode'),
    employees: field('employees'),
    sizeClass: field('sizeClass'),
    standardizationLevel: field('standardizationLevel'),
    standardizationValidTo: field('standardizationValidTo'),
    majorHazardLevel: field('majorHazardLevel'),
    principalName: field('principalName'),
    principalPhone: field('principalPhone'),
    safetyLeadName: field('safetyLeadName'),
    safetyLeadPhone: field('safetyLeadPhone'),
    note: field('note'),
  }
  return (
    <Words of={['enterprises', 'alliances']}>
      <CorrectForm
        enterpriseId={enterprise.id}
        version={enterprise.version}
        defaults={valuesOf(enterprise)}
        labels={labels}
        choices={choices}
        maskedPhones={{ principal: enterprise.principalPhone, safetyLead: enterprise.safetyLeadPhone }}
        backHref={backHref}
      />
    </Words>
  )
}

const valuesOf = (enterprise: EnterpriseSubject): CorrectionValues => ({
  name: enterprise.name,
  creditCode: enterprise.creditCode,
  shortName: enterprise.shortName ?? '',
  establishment: enterprise.establishment ?? '',
  supervisingJurisdictionId: enterprise.supervisingJurisdictionId,
  locatedDistrictId: enterprise.locatedDistrictId,
  address: enterprise.address,
  businessKind: enterprise.businessKind,
  industryCode: enterprise.industryCode ?? '',
  employees: enterprise.employees,
  sizeClass: enterprise.sizeClass,
  standardizationLevel: enterprise.standardizationLevel,
  standardizationValidTo: enterprise.standardizationValidTo,
  majorHazardLevel: enterprise.majorHazardLevel,
  principalName: enterprise.principalName ?? '',
  principalPhone: '',
  safetyLeadName: enterprise.safetyLeadName ?? '',
  safetyLeadPhone: '',
  note: enterprise.note,
  reason: '',
})
