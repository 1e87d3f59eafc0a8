import { changesBetween } from '@/lib/access/audit'
import type { Outcome } from '@/lib/access/perform'
import { toDate, type Day } from '@/lib/core/clock'
import type { Tx } from '@/lib/core/db'
import { Refusal } from '@/lib/core/result'
import { messagesOf } from '@/lib/text/messages'
import type { SettingSubject } from './queries'
import type { ChangeSettingInput } from './schema'

/**
 * Writes what a setting is to be from a day on, as a row beside the older ones. The number of the version is the lock: of
 * two people who start from the same one, the second is shown what the first has set.
 */
export async function changeSetting(
  tx: Tx,
  subject: SettingSubject,
  { version, effectiveFrom, value }: ChangeSettingInput,
  { at, today }: { at: Date; today: Day },
): Promise<Outcome<{ version: number }>> {
  if (effectiveFrom < today) throw new Refusal('INVALID', { effectiveFrom: 'IN_THE_PAST' })
  if (version !== subject.version) throw changedMeanwhile(subject)
  const changes = changesBetween(subject.before, { ...value })
  if (Object.keys(changes).length === 0) return { data: { version }, record: null }
  const { count } = await tx.settingValue.createMany({
    data: [
      {
        key: subject.key,
        version: version + 1,
        value: { ...value },
        effectiveFrom: toDate(effectiveFrom),
        setById: subject.setById,
        setAt: at,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) throw new Refusal('SETTING_CHANGED', {}, { changedBy: '', version: version + 1, value: '' })
  return {
    data: { version: version + 1 },
    record: {
      subjectType: 'setting',
      subjectId: null,
      subjectLabel: messagesOf('zh-CN').settings.name[subject.key],
      changes: { ...changes, ...(effectiveFrom !== today && { effectiveFrom: [null, effectiveFrom] }) },
    },
  }
}

const changedMeanwhile = ({ version, last }: SettingSubject) =>
  new Refusal(
    'SETTING_CHANGED',
    {},
    { changedBy: last?.setBy ?? '', version, value: last ? JSON.stringify(last.value) : '' },
  )
