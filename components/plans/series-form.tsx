import { useTranslations } from 'next-intl'
import { type ReactNode } from 'react'
import { FieldNotes, inputClass } from '@/components/form/field-frame'
import { Banner } from '@/components/layout/banner'
import { Button } from '@/components/ui/button'
import { activityKinds } from '@/lib/activities/rules'
import { ActivityMode } from '@/lib/core/prisma/enums'
import { nthMax, seriesSteps, seriesTitleLengthMax } from '@/lib/plans/rules'

type Props = {
  path: string
  year: number
  values: Record<string, string>
  /** Field → what is wrong with it. */
  errors: Record<string, string>
}

/** What a series is made of. A GET form: the preview is an address, and works before any script has come. */
export function SeriesForm({ path, year, values, errors }: Props) {
  const [t, kinds] = [useTranslations('plans.series'), useTranslations('activities')]
  const range = (to: number) => Array.from({ length: to }, (_, index) => String(index + 1))
  const shared = { values, errors }
  return (
    <form action={path} className="no-print flex flex-col gap-4 rounded-md border bg-surface p-4">
      <input type="hidden" name="year" value={year} />
      {Object.keys(errors).length > 0 && <Banner tone="danger">{t('invalid')}</Banner>}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Choose
          {...shared}
          name="kind"
          label={t('kind')}
          options={activityKinds.map((kind) => [kind, kinds(`kind.${kind}`)])}
        />
        <Text {...shared} name="title" label={t('name')} hint={t('nameHint')} lengthMax={seriesTitleLengthMax} />
        <Choose
          {...shared}
          name="mode"
          label={t('mode')}
          options={Object.values(ActivityMode).map((mode) => [mode, kinds(`mode.${mode}`)])}
        />
        <Text {...shared} name="place" label={t('place')} hint={t('placeHint')} lengthMax={200} />
      </div>
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-5">
        <Choose
          {...shared}
          name="firstMonth"
          label={t('firstMonth')}
          options={range(12).map((month) => [month, t('month', { month })])}
        />
        <Choose
          {...shared}
          name="every"
          label={t('every')}
          options={seriesSteps.map((step) => [String(step), t(`everyName.${step}`)])}
        />
        <Choose {...shared} name="count" label={t('count')} options={range(12).map((count) => [count, count])} />
        <Text {...shared} name="startTime" label={t('startTime')} type="time" />
        <Text {...shared} name="endTime" label={t('endTime')} type="time" />
      </div>
      <fieldset className="grid gap-4 lg:grid-cols-2">
        <legend className="mb-2 font-bold">{t('on')}</legend>
        <Rule on="WEEKDAY" chosen={values.on} label={t('onName.WEEKDAY')}>
          <Choose
            {...shared}
            name="nth"
            label={t('nth')}
            options={range(nthMax).map((nth) => [nth, t(`nthName.${nth as '1'}`)])}
          />
          <Choose
            {...shared}
            name="weekday"
            label={t('weekday')}
            options={range(5).map((weekday) => [weekday, t(`weekdayName.${weekday as '1'}`)])}
          />
        </Rule>
        <Rule on="DAY" chosen={values.on} label={t('onName.DAY')}>
          <Choose
            {...shared}
            name="day"
            label={t('day')}
            hint={t('dayHint')}
            options={range(31).map((day) => [day, day])}
          />
        </Rule>
      </fieldset>
      <div>
        <Button type="submit" variant="primary">
          {t('preview')}
        </Button>
      </div>
    </form>
  )
}

/** One of the two ways to say which day of a month. */
function Rule({
  on,
  chosen,
  label,
  children,
}: {
  on: string
  chosen: string | undefined
  label: string
  children: ReactNode
}) {
  return (
    <div className="flex flex-col gap-2 rounded-md border p-3">
      <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-(--target)">
        <input type="radio" name="on" value={on} defaultChecked={chosen === on} className="accent-primary" />
        {label}
      </label>
      <div className="grid grid-cols-2 gap-3">{children}</div>
    </div>
  )
}

type Control = Pick<Props, 'values' | 'errors'> & { name: string; label: string; hint?: string }

function Frame({ name, label, hint, errors, children }: Omit<Control, 'values'> & { children: ReactNode }) {
  const t = useTranslations('forms.invalid')
  const code = errors[name]
  return (
    <div className="flex min-w-0 flex-col gap-1 text-sm">
      <label htmlFor={`series-${name}`} className="font-bold">
        {label}
      </label>
      {children}
      <FieldNotes id={`series-${name}`} hint={hint} error={code && t(code as 'INVALID')} />
    </div>
  )
}

const shownAs = ({ name, values, errors, hint }: Control) => ({
  id: `series-${name}`,
  name,
  defaultValue: values[name],
  className: inputClass,
  'aria-invalid': errors[name] ? (true as const) : undefined,
  'aria-describedby':
    [hint && `series-${name}-hint`, errors[name] && `series-${name}-error`].filter(Boolean).join(' ') || undefined,
})

function Choose({ options, ...control }: Control & { options: [value: string, label: string][] }) {
  return (
    <Frame {...control}>
      <select {...shownAs(control)}>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

function Text({ type = 'text', lengthMax, ...control }: Control & { type?: 'text' | 'time'; lengthMax?: number }) {
  return (
    <Frame {...control}>
      <input type={type} maxLength={lengthMax} {...shownAs(control)} />
    </Frame>
  )
}
