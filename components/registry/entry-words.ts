import { getTranslations } from 'next-intl/server'
import { SizeClass } from '@/lib/core/prisma/enums'
import { proposableFields, type EntryValue, type ProposableField } from '@/lib/registry/rules'

export type EntryWords = {
  labels: Record<ProposableField, string>
  /** A value in words; what is empty says so. */
  said: (field: ProposableField, value: EntryValue) => string
}

/** Fields and values of an entry, as the registry names them. */
export async function entryWords(): Promise<EntryWords> {
  const [field, t, own] = await Promise.all([
    getTranslations('imports.field'),
    getTranslations('enterprises'),
    getTranslations('registry.proposals'),
  ])
  const labels = Object.fromEntries(proposableFields.map((name) => [name, field(name)])) as EntryWords['labels']
  const size = (value: string) => Object.values(SizeClass).find((one) => one === value)
  return {
    labels,
    said: (name, value) => {
      if (value === null || value === '') return own('blank')
      const chosen = name === 'sizeClass' ? size(String(value)) : undefined
      return chosen ? t(`sizeClass.${chosen}`) : String(value)
    },
  }
}
