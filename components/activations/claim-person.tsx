import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Words } from '@/components/layout/words'
import { DescriptionList } from '@/components/list/description-list'
import { Door } from '@/components/users/door'
import { SignOutButton } from '@/components/users/sign-out-button'
import type { Claimable } from '@/lib/activations/claim-queries'
import { ClaimAsMyselfForm, ClaimForm } from './claim-forms'

type Props = {
  claimable: Claimable
  token: string
  /** Who is signed in, if anybody is; `mayClaim` says whether under a hat that can. */
  person: { name: string; hat: string; mayClaim: boolean } | null
}

/** The enterprise behind a right code, and who claims it. */
export async function ClaimPerson({ claimable, token, person }: Props) {
  const t = await getTranslations('activations.claim')
  const { name, establishment, address, jurisdiction } = claimable.enterprise
  return (
    <Door title={t('personTitle')} lead={t('personLead', { enterprise: name })}>
      <DescriptionList
        columns={1}
        entries={[
          { label: t('enterprise'), value: name },
          ...(establishment ? [{ label: t('establishment'), value: establishment }] : []),
          { label: t('address'), value: address },
          { label: t('jurisdiction'), value: jurisdiction },
        ]}
      />
      <p className="text-sm">
        <Link href="/claim" prefetch={false} className="link underline underline-offset-2">
          {t('notYours')}
        </Link>
      </p>
      <Words of={['activations', 'signIn']}>
        {person ? <SignedIn {...{ token, person }} enterprise={name} /> : <Newcomer token={token} />}
      </Words>
    </Door>
  )
}

async function Newcomer({ token }: { token: string }) {
  const t = await getTranslations('activations.claim')
  return (
    <>
      <p className="rounded-md border bg-surface p-4 text-sm">
        {t('knownSignIn')}{' '}
        <Link
          href={`/sign-in?next=${encodeURIComponent('/claim/person')}`}
          prefetch={false}
          className="link whitespace-nowrap underline underline-offset-2"
        >
          {t('signIn')}
        </Link>
      </p>
      <ClaimForm token={token} />
    </>
  )
}

type SignedInProps = { token: string; enterprise: string; person: NonNullable<Props['person']> }

async function SignedIn({ token, enterprise, person }: SignedInProps) {
  const t = await getTranslations('activations.claim')
  if (!person.mayClaim)
    return (
      <div className="flex flex-col items-start gap-3 rounded-md border bg-surface p-4">
        <p className="font-bold">{t('officeTitle')}</p>
        <p>{t('officeText', { hat: person.hat })}</p>
        <SignOutButton />
      </div>
    )
  return (
    <>
      <p>{t('asMyselfText', { name: person.name, enterprise })}</p>
      <ClaimAsMyselfForm token={token} name={person.name} />
      <div className="flex flex-col items-start gap-2 border-t pt-4 text-sm">
        <p>{t('notMe')}</p>
        <SignOutButton />
      </div>
    </>
  )
}
