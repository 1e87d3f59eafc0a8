import { getLocale, getTranslations } from 'next-intl/server'
import { type ReactNode } from 'react'
import { Section } from '@/components/layout/page-header'
import { Words } from '@/components/layout/words'
import { Badge } from '@/components/ui/badge'
import type { SlotRow } from '@/lib/slots/queries'
import { seatsLeft } from '@/lib/slots/rules'
import { formatRange } from '@/lib/text/format'
import { BookSlotForm, CancelBookingButton, OfferSlotForm, WithdrawSlotForm } from './slot-forms'

/** A slot with what the reader may do about it. */
export type SlotView = SlotRow & { mayBook: boolean; mayWithdraw: boolean; mayCancel: (bookingId: string) => boolean }

type Props = { activityId: string; slots: SlotView[]; offer: { place: string } | null }

/** What members offer for an exchange visit, and the way to offer something oneself. */
export async function SlotList({ activityId, slots, offer }: Props) {
  const t = await getTranslations('slots')
  return (
    <Section title={t('title')}>
      <Words of={['slots']}>
        {slots.length === 0 && <p className="text-sm text-muted">{t('none')}</p>}
        {slots.length > 0 && (
          <ul className="divide-y rounded-md border bg-surface text-sm">
            {slots.map((slot) => (
              <Slot key={slot.id} slot={slot} />
            ))}
          </ul>
        )}
        {offer && (
          <Fold summary={t('offer.open')}>
            <OfferSlotForm activityId={activityId} place={offer.place} />
          </Fold>
        )}
      </Words>
    </Section>
  )
}

async function Slot({ slot }: { slot: SlotView }) {
  const [t, locale] = await Promise.all([getTranslations('slots'), getLocale()])
  const { id, topic, hostEnterprise, startsAt, endsAt, place, seats } = slot
  const left = seatsLeft(slot)
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-bold">{topic}</span>
        <Badge tone={left > 0 ? 'primary' : 'neutral'}>{left > 0 ? t('left', { left, seats }) : t('full')}</Badge>
      </p>
      <p className="text-muted">
        {[hostEnterprise.name, formatRange(locale, startsAt, endsAt), place].filter(Boolean).join(' · ')}
      </p>
      {slot.bookings.length > 0 && (
        <ul className="flex flex-col gap-1">
          {slot.bookings.map((booking) => (
            <li key={booking.id} className="flex flex-wrap items-center gap-3">
              <span>{t('booked', { enterprise: booking.enterprise.name, seats: booking.seats })}</span>
              {slot.mayCancel(booking.id) && (
                <CancelBookingButton id={booking.id} topic={topic} enterprise={booking.enterprise.name} />
              )}
            </li>
          ))}
        </ul>
      )}
      {slot.mayBook && <BookSlotForm id={id} topic={topic} />}
      {slot.mayWithdraw && (
        <Fold summary={t('withdraw.open')}>
          <WithdrawSlotForm id={id} />
        </Fold>
      )}
    </li>
  )
}

const Fold = ({ summary, children }: { summary: string; children: ReactNode }) => (
  <details className="text-sm">
    <summary className="link inline-flex min-h-6 items-center pointer-coarse:min-h-(--target)">{summary}</summary>
    <div className="pt-2">{children}</div>
  </details>
)
