import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Words } from '@/components/layout/words'
import { openAllianceYears } from '@/lib/alliances/actions'

/** All nine in one press; those that have the year stay as they are. */
export function OpenYearsButton({ year }: { year: number }) {
  const t = useTranslations('alliances.years')
  return (
    <Words>
      <ActionButton
        action={openAllianceYears}
        input={{ year }}
        label={t('open', { year })}
        variant="primary"
        confirm={{
          title: t('openConfirm', { year }),
          text: t('openText'),
          confirmLabel: t('open', { year }),
        }}
        say={t('opened', { year })}
      />
    </Words>
  )
}
