import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/form/action-button'
import { Words } from '@/components/layout/words'
import { ButtonLink } from '@/components/ui/button'
import { closeAllianceYear, startAllianceYear } from '@/lib/alliances/actions'
import { daysBetween, daysOfYear } from '@/lib/alliances/rules'
import type { Day } from '@/lib/core/clock'
import type { BoardLine } from './alliance-board'
import { OpenYearsButton } from './open-years-button'

type Props = {
  line: BoardLine
  year: number
  today: Day
  may: { open: boolean; configure: boolean; start: boolean; close: boolean }
}

/** What can be done with the year just now: one primary button, whichever step comes next. */
export function YearActions({ line, year, today, may }: Props) {
  const t = useTranslations('alliances.years')
  if (!line.year) return may.open ? <OpenYearsButton year={year} /> : null
  const { id, state } = line.year
  return (
    <>
      {may.configure && state !== 'CLOSED' && (
        <ButtonLink href={`/portal/alliances/${line.slug}/year?year=${year}`}>{t('configure')}</ButtonLink>
      )}
      <Words>
        {may.start && state === 'PLANNED' && (
          <ActionButton
            action={startAllianceYear}
            input={{ allianceYearId: id }}
            label={t('start')}
            variant="primary"
            say={t('started')}
          />
        )}
        {may.close && state === 'RUNNING' && <CloseButton line={line} year={year} today={today} id={id} />}
      </Words>
    </>
  )
}

/** Cannot be undone, so the name and the year are typed out. */
function CloseButton({ line, year, today, id }: Omit<Props, 'may'> & { id: string }) {
  const t = useTranslations('alliances.years')
  const days = daysBetween(today, daysOfYear(year).to)
  const typed = `${line.title} ${year}`
  return (
    <ActionButton
      action={closeAllianceYear}
      input={{ allianceYearId: id }}
      label={t('close')}
      confirm={{
        title: t('closeConfirm', { name: line.title, year }),
        text: days > 0 ? t('closeText', { days }) : t('closeTextOver'),
        confirmLabel: t('close'),
        tone: 'danger',
        typed: { label: t('closeTyped', { text: typed }), text: typed },
      }}
      say={t('closed')}
    />
  )
}
