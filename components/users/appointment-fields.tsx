'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'

export type OfficeOption = { value: string; label: string }

/** `fixed`: the one office that the inviter administers, or the enterprise whose page led here. */
export type OfficePlan = { options: OfficeOption[]; fixed: OfficeOption | null; isPortalWide: boolean }

/** Which office, with what say, from when until when. */
export function AppointmentFields({ plan }: { plan: OfficePlan }) {
  const t = useTranslations('users')
  return (
    <>
      {plan.fixed ? (
        <p>
          <span className="font-bold">{t('field.office')}</span>
          <span className="block">{plan.fixed.label}</span>
        </p>
      ) : (
        <Field
          type="select"
          name="office"
          label={t('field.office')}
          hint={t('field.officeHint')}
          options={plan.options}
        />
      )}
      <Field
        type="checkbox"
        name="isAdministrator"
        label={t('field.isAdministrator')}
        hint={plan.isPortalWide ? t('field.isPortalAdministratorHint') : t('field.isAdministratorHint')}
      />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <Field type="date" name="startsOn" label={t('field.startsOn')} />
        <Field type="date" name="endsOn" label={t('field.endsOn')} hint={t('field.endsOnHint')} isOptional />
      </div>
    </>
  )
}
