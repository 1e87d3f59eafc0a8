import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/layout/page-header'
import { DescriptionList, type Entry } from '@/components/list/description-list'
import type { Contact, EnterpriseDetail } from '@/lib/enterprises/queries'
import type { ContactPerson } from '@/lib/enterprises/schema'
import { formatDay, formatInstant, formatNumber } from '@/lib/text/format'
import { PhoneNumber } from './phone-number'

type Props = { enterprise: EnterpriseDetail }

/** What the registry says of an enterprise, as far as the viewer may know it. What no source said shows as such. */
export async function BasicFacts({ enterprise: { name, profile, dossier } }: Props) {
  const [t, field, locale] = await Promise.all([
    getTranslations('enterprises'),
    getTranslations('imports.field'),
    getLocale(),
  ])
  if (!profile) return null
  const place = (found: { shortName: string; nameEn: string } | null) =>
    found && (locale === 'en' ? found.nameEn : found.shortName)
  const level = profile.standardizationLevel && t(`standardizationLevel.${profile.standardizationLevel}`)
  const always: Entry[] = [
    { label: field('name'), value: name, isWide: true },
    { label: field('shortName'), value: profile.shortName },
    { label: field('establishment'), value: profile.establishment },
    { label: field('jurisdiction'), value: place(profile.jurisdiction) },
    { label: field('businessKind'), value: t(`businessKind.${profile.businessKind}`) },
    { label: field('sizeClass'), value: profile.sizeClass && t(`sizeClass.${profile.sizeClass}`) },
    { label: field('standardizationLevel'), value: level },
  ]
  const kept: Entry[] = dossier
    ? [
        {
          label: field('standardizationValidTo'),
          value: dossier.standardizationValidTo && formatDay(locale, dossier.standardizationValidTo),
        },
        {
          label: field('majorHazardLevel'),
          value: dossier.majorHazardLevel && t(`majorHazardLevel.${dossier.majorHazardLevel}`),
        },
        { label: field('industryCode'), value: dossier.industryCode },
        { label: field('employees'), value: dossier.employees === null ? null : formatNumber(dossier.employees) },
        { label: field('locatedDistrict'), value: place(dossier.locatedDistrict) },
        { label: t('field.updatedAt'), value: formatInstant(locale, dossier.updatedAt) },
        { label: field('address'), value: dossier.address, isWide: true },
        { label: field('note'), value: dossier.note, isWide: true },
      ]
    : []
  const code: Entry[] = dossier
    ? [{ label: field('creditCode'), value: <code className="font-mono">{dossier.creditCode}</code> }]
    : []
  return (
    <Section title={t('detail.basics')}>
      <div className="rounded-md border bg-surface px-4 py-1">
        <DescriptionList entries={[...always.slice(0, 1), ...code, ...always.slice(1), ...kept]} />
      </div>
      {!dossier && <p className="text-sm text-muted">{t('detail.profileOnly')}</p>}
    </Section>
  )
}

/** The two people whom the registry names; their numbers are masked until somebody asks, and asking is written down. */
export async function PeopleFacts({ enterprise: { id, contact } }: Props) {
  const [t, field] = await Promise.all([getTranslations('enterprises'), getTranslations('imports.field')])
  if (!contact) return null
  const number = (person: ContactPerson, role: string, { phone }: Contact) =>
    phone && <PhoneNumber enterpriseId={id} person={person} role={role} masked={phone} canUnmask={contact.canUnmask} />
  return (
    <Section title={t('detail.people')}>
      <div className="rounded-md border bg-surface px-4 py-1">
        <DescriptionList
          entries={[
            { label: field('principalName'), value: contact.principal.name },
            {
              label: field('principalPhone'),
              value: number('PRINCIPAL', field('principalName'), contact.principal),
            },
            { label: field('safetyLeadName'), value: contact.safetyLead.name },
            {
              label: field('safetyLeadPhone'),
              value: number('SAFETY_LEAD', field('safetyLeadName'), contact.safetyLead),
            },
          ]}
        />
      </div>
      {contact.canUnmask && <p className="no-print text-sm text-muted">{t('phone.logged')}</p>}
    </Section>
  )
}
