import { z } from 'zod'
import { isDay } from '@/lib/core/clock'
import { HolidayKind } from '@/lib/core/prisma/enums'
import { holidayNameLengthMax, settingFields, type FieldPlan, type SettingKey, type Settings } from './rules'

/** One line without control characters and without marks that turn the writing direction. */
const line = (lengthMax: number) =>
  z
    .string()
    .trim()
    .max(lengthMax)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, 'INVALID')

function fieldSchema(plan: FieldPlan): z.ZodType {
  if (plan.kind === 'switch') return z.boolean()
  if (plan.kind === 'text')
    return plan.inputType === 'email' ? z.union([z.literal(''), z.email().max(plan.lengthMax)]) : line(plan.lengthMax)
  const number = z.int().min(plan.min).max(plan.max)
  return plan.isOptional ? number.nullable() : number
}

const valueSchema = <Key extends SettingKey>(key: Key) =>
  z.strictObject(
    Object.fromEntries(Object.entries<FieldPlan>(settingFields[key]).map(([name, plan]) => [name, fieldSchema(plan)])),
  ) as unknown as z.ZodType<Settings[Key], Settings[Key]>

export const settingSchemas: { [Key in SettingKey]: z.ZodType<Settings[Key], Settings[Key]> } = {
  footer: valueSchema('footer'),
  retention: valueSchema('retention'),
  mail: valueSchema('mail'),
  passwords: valueSchema('passwords'),
  codes: valueSchema('codes'),
  year: valueSchema('year'),
}

const day = z.string().refine(isDay, 'NOT_A_DAY')

const change = <Key extends SettingKey>(key: Key) =>
  z.strictObject({
    key: z.literal(key),
    /** The version that the form was drawn from; 0 where nothing was set yet. */
    version: z.int().min(0),
    effectiveFrom: day,
    value: settingSchemas[key],
  })

export const changeSettingInput = z.discriminatedUnion('key', [
  change('footer'),
  change('retention'),
  change('mail'),
  change('passwords'),
  change('codes'),
  change('year'),
])

export type ChangeSettingInput = z.output<typeof changeSettingInput>

const holidayDay = day.refine((text) => text >= '2024-01-01' && text <= '2100-12-31', 'NOT_A_DAY')

export const addHolidayInput = z.strictObject({
  day: holidayDay,
  kind: z.enum(HolidayKind),
  name: line(holidayNameLengthMax).min(1),
})

export type AddHolidayInput = z.output<typeof addHolidayInput>

export const removeHolidayInput = z.strictObject({ day })

export const importHolidaysInput = z.strictObject({ year: z.int().min(2024).max(2100) })
