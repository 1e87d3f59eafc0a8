import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'

/** From the board to the desk of its year, and to copying the present year forward. */
export function DeskLinks({ year, present }: { year: number; present: number }) {
  const t = useTranslations('years')
  const to = Math.min(year === present ? present + 1 : year, present + 1)
  return (
    <>
      <ButtonLink href={`/portal/alliances/years/${year}`}>{t('desk.name')}</ButtonLink>
      <ButtonLink href={`/portal/alliances/copy?from=${to - 1}&to=${to}`}>
        {t('copy.open', { year: String(to) })}
      </ButtonLink>
    </>
  )
}
