'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/form/field'

type Person = { id: string; name: string }

/** Coordinator and deputy, both of one insurer's people. */
export function PeopleFields({ people, isChosen }: { people: Person[]; isChosen: boolean }) {
  const t = useTranslations('memberships.insurer')
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  const emptyLabel = isChosen ? undefined : t('choosePeople')
  const empty = emptyLabel === undefined ? {} : { emptyLabel }
  return (
    <>
      {isChosen && people.length === 0 && <p className="text-warning">{t('noPeople')}</p>}
      <Field name="coordinatorId" type="select" label={t('coordinator')} options={options} {...empty} />
      <Field name="deputyId" type="select" label={t('deputy')} options={options} isOptional {...empty} />
    </>
  )
}
