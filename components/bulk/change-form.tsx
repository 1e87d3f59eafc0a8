import { getLocale, getTranslations } from 'next-intl/server'
import { describedBy, FieldFrame, inputClass } from '@/components/form/field-frame'
import { PlainField } from '@/components/form/plain-field'
import { queryValue, type Query } from '@/components/list/href'
import { Button } from '@/components/ui/button'
import { reasonLengthMax } from '@/lib/bulk/rules'
import type { Act } from '@/lib/bulk/schema'
import { SizeClass, StandardizationLevel } from '@/lib/core/prisma/enums'
import type { RegistryPlaces } from '@/lib/enterprises/place-queries'

type Props = {
  act: Exclude<Act, 'export'>
  query: Query
  places: RegistryPlaces
  today: string
  /** Name of the field → code of what is wrong with it. */
  errors: Record<string, string>
}

/** Fields that are the change; all others of the address are the selection and travel along. */
const ownFields = ['to', 'on', 'newSize', 'newLevel', 'until', 'reason', 'check']

/** A GET form: what is filled in is in the address, so that the check can be gone back from, and works before script. */
export async function ChangeForm({ act, query, places, today, errors }: Props) {
  const [t, invalid] = await Promise.all([getTranslations('bulk'), getTranslations('forms.invalid')])
  const carried = Object.entries(query).flatMap(([name, value]) =>
    ownFields.includes(name) ? [] : [value ?? []].flat().map((text) => ({ name, text })),
  )
  const said = (name: string) => {
    const code = errors[name]
    return code === undefined ? undefined : invalid(invalid.has(code) ? code : 'INVALID')
  }
  return (
    <form action="/portal/enterprises/bulk" className="flex max-w-2xl flex-col gap-5">
      {carried.map(({ name, text }) => (
        <input key={`${name}-${text}`} type="hidden" name={name} value={text} />
      ))}
      <input type="hidden" name="check" value="1" />
      {(act === 'admit' || act === 'release') && (
        <>
          <Choice
            name="to"
            label={t('field.to')}
            error={said('to')}
            query={query}
            options={await allianceOptions(places)}
          />
          <PlainField
            name="on"
            type="date"
            label={act === 'admit' ? t('field.joinedOn') : t('field.leftOn')}
            defaultValue={queryValue(query, 'on') ?? today}
            error={said('on')}
          />
        </>
      )}
      {act === 'size' && (
        <Choice
          name="newSize"
          label={t('field.newSize')}
          error={said('newSize')}
          query={query}
          options={await sizeOptions()}
        />
      )}
      {act === 'standardize' && (
        <>
          <Choice
            name="newLevel"
            label={t('field.newLevel')}
            error={said('newLevel')}
            query={query}
            options={await levelOptions()}
          />
          <PlainField
            name="until"
            type="date"
            label={t('field.until')}
            hint={t('field.untilHint')}
            defaultValue={queryValue(query, 'until') ?? ''}
            error={said('until')}
          />
        </>
      )}
      <Reason label={t('field.reason')} hint={t('field.reasonHint')} query={query} error={said('reason')} />
      <div>
        <Button type="submit" variant="primary">
          {t('check')}
        </Button>
      </div>
    </form>
  )
}

type Option = { value: string; label: string }

async function allianceOptions({ alliances }: RegistryPlaces): Promise<Option[]> {
  const isEnglish = (await getLocale()) === 'en'
  return alliances.map(({ id, name, nameEn }) => ({ value: id, label: isEnglish ? nameEn : name }))
}

async function sizeOptions(): Promise<Option[]> {
  const t = await getTranslations('enterprises.sizeClass')
  return Object.values(SizeClass).map((value) => ({ value, label: t(value) }))
}

async function levelOptions(): Promise<Option[]> {
  const t = await getTranslations('enterprises.standardizationLevel')
  return Object.values(StandardizationLevel).map((value) => ({ value, label: t(value) }))
}

type ChoiceProps = { name: string; label: string; error: string | undefined; query: Query; options: Option[] }

async function Choice({ name, label, error, query, options }: ChoiceProps) {
  const t = await getTranslations('forms')
  const id = `bulk-${name}`
  return (
    <FieldFrame id={id} label={label} error={error}>
      <select
        id={id}
        name={name}
        defaultValue={queryValue(query, name) ?? ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, null, error)}
        className={inputClass}
      >
        <option value="">{t('choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

type ReasonProps = { label: string; hint: string; query: Query; error: string | undefined }

const Reason = ({ label, hint, query, error }: ReasonProps) => (
  <FieldFrame id="bulk-reason" label={label} hint={hint} error={error}>
    <textarea
      id="bulk-reason"
      name="reason"
      rows={3}
      maxLength={reasonLengthMax}
      defaultValue={queryValue(query, 'reason') ?? ''}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy('bulk-reason', hint, error)}
      className={inputClass}
    />
  </FieldFrame>
)
