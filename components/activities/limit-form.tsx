'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { useActionForm } from '@/components/form/use-action-form'
import { limitPlaces } from '@/lib/activities/actions'
import { offerHoursMax } from '@/lib/activities/rules'

type AllianceLimit = { allianceId: string; name: string; taken: number; capacity: number | null }

type Values = {
  perEnterprise: number | null
  offerHours: number | null
  alliances: { capacity: number | null }[]
}

type Props = {
  id: string
  version: number
  alliances: AllianceLimit[]
  defaults: Omit<Values, 'alliances'>
}

/** What one enterprise may hold, how long a free place is kept, and, with several alliances, what each of them may hold. */
export function LimitPlacesForm({ id, version, alliances, defaults }: Props) {
  const t = useTranslations('activities.limits')
  const form = useActionForm({
    action: limitPlaces,
    defaults: { ...defaults, alliances: alliances.map(({ capacity }) => ({ capacity })) } as Values,
    toInput: (values: Values) => ({
      id,
      version,
      perEnterprise: values.perEnterprise,
      offerHours: values.offerHours,
      alliances: alliances.map(({ allianceId }, index) => ({
        allianceId,
        capacity: values.alliances[index]?.capacity ?? null,
      })),
    }),
    say: t('done'),
    goTo: () => `/portal/activities/${id}`,
  })
  const places = { type: 'number', min: 1, inputMode: 'numeric', isOptional: true } as const
  return (
    <Form form={form} submitLabel={t('submit')}>
      <Field {...places} name="perEnterprise" label={t('perEnterprise')} hint={t('perEnterpriseHint')} />
      <Field {...places} name="offerHours" max={offerHoursMax} label={t('offerHours')} hint={t('offerHoursHint')} />
      {alliances.length > 1 && (
        <fieldset className="flex flex-col gap-3">
          <legend className="font-bold">{t('alliances')}</legend>
          <p className="text-sm text-muted">{t('alliancesHint')}</p>
          <div className="grid gap-3 sm:grid-cols-2">
            {alliances.map(({ allianceId, name, taken }, index) => (
              <Field
                {...places}
                key={allianceId}
                name={`alliances.${index}.capacity`}
                label={name}
                hint={t('allianceTaken', { taken })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </Form>
  )
}
