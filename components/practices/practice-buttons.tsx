import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Words } from '@/components/layout/words'
import { ButtonLink } from '@/components/ui/button'
import type { PracticeShareClass } from '@/lib/core/prisma/enums'
import { makePracticePublic, narrowPractice, recallPractice, revisePractice } from '@/lib/practices/actions'

export type PracticeRights = {
  edit: boolean
  revise: boolean
  recall: boolean
  review: boolean
  makePublic: boolean
  narrowTo: PracticeShareClass[]
  withdraw: boolean
  readers: boolean
}

type Props = { practiceId: string; versionId: string; path: string; may: PracticeRights; wasReturned: boolean }

/** What can be done with the version that is shown. */
export async function PracticeButtons({ practiceId, versionId, path, may, wasReturned }: Props) {
  const [t, common] = await Promise.all([getTranslations('practices.detail'), getTranslations('common')])
  return (
    <Words>
      {may.readers && <ButtonLink href={`${path}/readers`}>{t('readers')}</ButtonLink>}
      {may.withdraw && <ButtonLink href={`${path}/withdraw`}>{t('withdraw')}</ButtonLink>}
      {may.narrowTo.map((scope) => (
        <NarrowButton key={scope} practiceId={practiceId} scope={scope} />
      ))}
      {may.recall && (
        <ActionButton action={recallPractice} input={{ versionId }} label={t('recall')} say={t('recalled')} />
      )}
      {may.revise && (
        <ActionButton
          action={revisePractice}
          input={{ practiceId }}
          label={t(wasReturned ? 'reviseAgain' : 'revise')}
          {...(wasReturned && { variant: 'primary' as const })}
          say={t('revised')}
          goTo={`${path}/edit`}
        />
      )}
      {may.edit && <ButtonLink href={`${path}/edit`}>{t('edit')}</ButtonLink>}
      {may.edit && (
        <ButtonLink href={`${path}/consent`} variant="primary">
          {t('consentGo')}
        </ButtonLink>
      )}
      {may.review && (
        <ButtonLink href={`${path}/review`} variant="primary">
          {t('review')}
        </ButtonLink>
      )}
      {may.makePublic && (
        <ActionButton
          action={makePracticePublic}
          input={{ versionId }}
          label={t('makePublic')}
          variant="primary"
          confirm={{ title: t('makePublicTitle'), text: t('makePublicText'), confirmLabel: common('confirm') }}
          say={t('madePublic')}
        />
      )}
    </Words>
  )
}

async function NarrowButton({ practiceId, scope }: { practiceId: string; scope: PracticeShareClass }) {
  const [t, names, common] = await Promise.all([
    getTranslations('practices.detail'),
    getTranslations('practices.shareClass'),
    getTranslations('common'),
  ])
  const named = { scope: names(scope) }
  return (
    <ActionButton
      action={narrowPractice}
      input={{ practiceId, shareClass: scope }}
      label={t('narrowTo', named)}
      confirm={{ title: t('narrowTitle', named), text: t('narrowText'), confirmLabel: common('confirm') }}
      say={t('narrowed', named)}
    />
  )
}
