import type { useTranslations } from 'next-intl'
import { fieldsOf, type SettingKey } from '@/lib/settings/rules'

type Words = ReturnType<typeof useTranslations<'settings'>>

type FieldWord = Parameters<Words>[0] extends infer Key ? (Key extends `field.${infer Name}` ? Name : never) : never

/** The label of a field; the plan names no field without words (tests/settings). */
export const fieldWord = (t: Words, name: string): string => t(`field.${name as FieldWord}`)

/** One value of a setting in words. */
export function valueWord(t: Words, value: unknown): string {
  if (typeof value === 'boolean') return value ? t('on') : t('off')
  return value === null || value === undefined || value === '' ? t('empty') : String(value)
}

/** A whole value, field by field. */
export const valueLines = (t: Words, key: SettingKey, value: Record<string, unknown>) =>
  fieldsOf(key).map(([name]) => ({ label: fieldWord(t, name), text: valueWord(t, value[name]) }))
