'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { fieldsOf, type SettingKey, type SettingScalar } from '@/lib/settings/rules'
import { fieldWord, valueWord } from './setting-words'

type Value = Record<string, SettingScalar>

type Props = {
  settingKey: SettingKey
  /** What the refusal carries: by whom, which version, and the value as JSON (empty where it is not known). */
  params: Record<string, string | number>
  yours: Value
  /** A choice was made: the next press saves. */
  isSettled: boolean
  onTakeTheirs: (theirs: Value) => void
  onKeepOwn: () => void
}

/** Two versions of one setting beside each other, and a choice. Fields that agree are not shown. */
export function SettingConflict({ settingKey, params, yours, isSettled, onTakeTheirs, onKeepOwn }: Props) {
  const t = useTranslations('settings')
  const theirs = params['value'] ? (JSON.parse(String(params['value'])) as Value) : null
  const different = theirs ? fieldsOf(settingKey).filter(([name]) => theirs[name] !== yours[name]) : []
  return (
    <section className="flex flex-col gap-3 rounded-md border-l-4 border-warning bg-warning-soft p-4">
      <h3>{t('conflict.title', { name: String(params['changedBy'] || t('conflict.someone')) })}</h3>
      <p>{isSettled ? t('conflict.settled') : t('conflict.text')}</p>
      {different.length > 0 && (
        <div className="ledger-frame">
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('item')}</th>
                <th scope="col">{t('conflict.theirs')}</th>
                <th scope="col">{t('conflict.yours')}</th>
              </tr>
            </thead>
            <tbody>
              {different.map(([name]) => (
                <tr key={name}>
                  <th scope="row">{fieldWord(t, name)}</th>
                  <td className="l">{valueWord(t, theirs?.[name])}</td>
                  <td className="l">{valueWord(t, yours[name])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {theirs && <Button onClick={() => onTakeTheirs(theirs)}>{t('conflict.takeTheirs')}</Button>}
        <Button onClick={onKeepOwn}>{t('conflict.keepYours')}</Button>
      </div>
    </section>
  )
}
