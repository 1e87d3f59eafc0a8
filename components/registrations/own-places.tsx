import { getLocale, getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Badge } from '@/components/ui/badge'
import type { PlaceRow } from '@/lib/registrations/own-queries'
import { isOpen } from '@/lib/registrations/rules'
import { formatInstant } from '@/lib/text/format'
import { AcceptButton, LeaveForm, PersonForm, WithdrawButton } from './place-forms'
import { EnterpriseLeaveForm, RegisterForm, type Candidate } from './register-form'

type Props = {
  activity: {
    id: string
    registrationOpensAt: Date | null
    registrationClosesAt: Date | null
    startsAt: Date
    perEnterprise: number | null
  }
  enterpriseId: string
  places: PlaceRow[]
  people: Candidate[]
  /** Whether new places can be taken, and whether those that are held can still change hands. */
  isRegistering: boolean
  isChangeable: boolean
  /** The audience leaves it out, and nothing stands for it. */
  isOutside: boolean
}

const tones = { PLACED: 'success', WAITING: 'warning', ON_LEAVE: 'neutral', WITHDRAWN: 'neutral' } as const

/** What an enterprise holds at an activity, and what it can do about it. */
export async function OwnPlaces({ activity, enterpriseId, places, people, ...may }: Props) {
  const { isRegistering, isChangeable, isOutside } = may
  const [t, audience, locale] = await Promise.all([
    getTranslations('registrations.own'),
    getTranslations('audiences'),
    getLocale(),
  ])
  const outside = audience('outside')
  const standing = { activityId: activity.id, enterpriseId }
  const held = places.filter(({ state }) => isOpen(state))
  const free = people.filter(({ id }) => !held.some(({ user }) => user?.id === id))
  const closesAt = activity.registrationClosesAt ?? activity.startsAt
  return (
    <Section title={t('title')}>
      <Words of={['registrations']}>
        {places.length === 0 && <p className="text-sm text-muted">{t('none')}</p>}
        {places.length > 0 && (
          <ul className="divide-y rounded-md border bg-surface text-sm">
            {places.map((place) => (
              <Place key={place.id} place={place} people={free} isChangeable={isChangeable} />
            ))}
          </ul>
        )}
        {isRegistering ? (
          <>
            <p className="text-sm text-muted">
              {t('closesAt', { at: formatInstant(locale, closesAt) })}
              {activity.perEnterprise !== null && ` · ${t('most', { most: activity.perEnterprise })}`}
            </p>
            <RegisterForm
              key={places.map(({ id }) => id).join()}
              standing={standing}
              people={free}
              unnamed={held.filter(({ user }) => !user).length}
            />
          </>
        ) : (
          <p className="text-sm text-muted">{isOutside ? outside : t('closed')}</p>
        )}
        {isChangeable && !isOutside && places.length === 0 && (
          <Fold summary={t('leaveAll')}>
            <EnterpriseLeaveForm standing={standing} />
          </Fold>
        )}
      </Words>
    </Section>
  )
}

type PlaceProps = { place: PlaceRow; people: Candidate[]; isChangeable: boolean }

async function Place({ place, people, isChangeable }: PlaceProps) {
  const [t, states, locale] = await Promise.all([
    getTranslations('registrations.own'),
    getTranslations('registrations.state'),
    getLocale(),
  ])
  const { offeredUntil } = place
  const name = place.user?.name ?? t('unnamedPlace')
  const canChange = isChangeable && isOpen(place.state)
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-3">
        <span className="font-bold">{name}</span>
        <Badge tone={offeredUntil ? 'warning' : tones[place.state]}>
          {offeredUntil ? t('offeredState') : states(place.state)}
        </Badge>
        {place.leaveReason && <span className="text-muted">{place.leaveReason}</span>}
        {canChange && (
          <span className="ml-auto flex gap-2">
            {offeredUntil && <AcceptButton id={place.id} />}
            <WithdrawButton id={place.id} name={name} />
          </span>
        )}
      </div>
      {offeredUntil && <p className="text-muted">{t('offered', { at: formatInstant(locale, offeredUntil) })}</p>}
      {canChange && people.length > 0 && (
        <Fold summary={place.user ? t('swap') : t('name')}>
          <PersonForm id={place.id} isNamed={place.user !== null} people={people} />
        </Fold>
      )}
      {canChange && place.user && (
        <Fold summary={t('leave')}>
          <LeaveForm id={place.id} />
        </Fold>
      )}
    </li>
  )
}

const Fold = ({ summary, children }: { summary: string; children: ReactNode }) => (
  <details className="text-sm">
    <summary className="link inline-flex min-h-6 items-center pointer-coarse:min-h-(--target)">{summary} ▾</summary>
    <div className="pt-3">{children}</div>
  </details>
)
