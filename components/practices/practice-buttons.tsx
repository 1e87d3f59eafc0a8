import { ChevronDown } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/form/action-button'
import { Words } from '@/components/layout/words'
import { ButtonLink, buttonClass } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
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
      <NarrowChoice practiceId={practiceId} scopes={may.narrowTo} />
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

type NarrowProps = { practiceId: string; scopes: PracticeShareClass[] }

/** The smaller share classes in a menu: they are rarely wanted, and beside each other they look like the main thing to do. */
async function NarrowChoice({ practiceId, scopes }: NarrowProps) {
  const t = await getTranslations('practices.detail')
  if (scopes.length === 0) return null
  return (
    <Disclosure
      summaryClass={buttonClass()}
      summary={
        <>
          {t('narrow')}
          <ChevronDown aria-hidden className="size-4" />
        </>
      }
    >
      <ul className="absolute left-0 z-20 mt-1 min-w-40 rounded-md border border-input bg-surface p-1">
        {scopes.map((scope) => (
          <li key={scope}>
            <NarrowButton practiceId={practiceId} scope={scope} />
          </li>
        ))}
      </ul>
    </Disclosure>
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
      variant="quiet"
      confirm={{ title: t('narrowTitle', named), text: t('narrowText'), confirmLabel: common('confirm') }}
      say={t('narrowed', named)}
    />
  )
}
