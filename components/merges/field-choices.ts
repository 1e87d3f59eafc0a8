import { getLocale, getTranslations } from 'next-intl/server'
import { fromDate } from '@/lib/core/clock'
import type { MergeSide } from '@/lib/duplicates/merge-queries'
import { mergeFieldNames, type MergeField } from '@/lib/duplicates/rules'
import { formatDay } from '@/lib/text/format'

/** A field in which two entries differ: what each says, in words, and whose word stands unless somebody chooses. */
export type FieldChoice = { field: MergeField; label: string; kept: string; gone: string; preset: 'KEPT' | 'GONE' }

/** The fields of which the entry that goes has something else to say. */
export async function fieldChoices(kept: MergeSide, gone: MergeSide): Promise<FieldChoice[]> {
  const [t, label, say] = await Promise.all([getTranslations('merges'), getTranslations('imports.field'), sayings()])
  return mergeFieldNames.flatMap((field) => {
    const [stays, goes] = [say[field](kept), say[field](gone)]
    if (!goes || goes === stays) return []
    const preset = stays ? ('KEPT' as const) : ('GONE' as const)
    return [{ field, label: label(field), kept: stays ?? t('blank'), gone: goes, preset }]
  })
}

type Say = Record<MergeField, (side: MergeSide) => string | null>

async function sayings(): Promise<Say> {
  const [t, words, locale] = await Promise.all([getTranslations('merges'), getTranslations('enterprises'), getLocale()])
  const person = (name: string | null, phone: string | null) =>
    name && phone ? t('withPhone', { name, phone }) : (name ?? phone)
  return {
    shortName: (side) => side.shortName,
    establishment: (side) => side.establishment,
    address: (side) => side.address || null,
    locatedDistrict: ({ locatedDistrict: place }) => place && (locale === 'en' ? place.nameEn : place.shortName),
    businessKind: (side) => words(`businessKind.${side.businessKind}`),
    industryCode: (side) => side.industryCode,
    employees: ({ employees }) => (employees === null ? null : String(employees)),
    sizeClass: ({ sizeClass }) => sizeClass && words(`sizeClass.${sizeClass}`),
    standardizationLevel: ({ standardizationLevel, standardizationValidTo: until }) => {
      const level = standardizationLevel && words(`standardizationLevel.${standardizationLevel}`)
      return level && until ? t('withDay', { level, day: formatDay(locale, fromDate(until)) }) : level
    },
    majorHazardLevel: ({ majorHazardLevel }) => majorHazardLevel && words(`majorHazardLevel.${majorHazardLevel}`),
    principalName: (side) => person(side.principalName, side.principalPhone),
    safetyLeadName: (side) => person(side.safetyLeadName, side.safetyLeadPhone),
    note: (side) => side.note || null,
  }
}
