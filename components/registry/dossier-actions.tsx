import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'

type Props = { enterpriseId: string; mayCorrect: boolean; mayPropose: boolean; mayMove: boolean }

/** What there is to do with an entry, for whoever may. */
export async function DossierActions({ enterpriseId, mayCorrect, mayPropose, mayMove }: Props) {
  const [t, correction] = await Promise.all([getTranslations('registry'), getTranslations('enterprises.correction')])
  const path = `/portal/enterprises/${enterpriseId}`
  return (
    <>
      {mayPropose && <ButtonLink href={`${path}/propose`}>{t('propose.action')}</ButtonLink>}
      {mayMove && <ButtonLink href={`${path}/standing`}>{t('standing.action')}</ButtonLink>}
      {mayCorrect && <ButtonLink href={`${path}/correct`}>{correction('action')}</ButtonLink>}
    </>
  )
}
