import type { slots as source } from '../zh-CN/slots'

export const slots = {
  title: 'Slots of the exchange visit',
  none: 'No member has offered a slot yet',
  left: '{left} of {seats} seats left',
  full: 'Full',
  booked: '{enterprise}: {seats} booked',
  offer: {
    open: 'Offer a slot',
    topic: 'Topic',
    topicHint: 'For example: lightning protection of a tank farm, to be seen on site',
    startsAt: 'Starts',
    endsAt: 'Ends',
    place: 'Where guests are received',
    seats: 'People you can receive',
    submit: 'Offer slot',
    done: 'The slot is offered; other members can book it',
  },
  book: {
    seats: 'People',
    submit: 'Book',
    done: '“{topic}” is booked; the host is told',
    cancel: 'Cancel booking',
    cancelTitle: 'Cancel the booking of “{topic}”?',
    cancelText: 'Others can book the seats, and the host is told.',
    cancelled: 'Booking cancelled',
  },
  withdraw: {
    open: 'Cancel the slot',
    reason: 'Reason',
    reasonHint: 'Shown to those who have booked',
    submit: 'Cancel slot and tell guests',
    done: 'The slot is cancelled',
  },
  refusals: {
    ACTIVITY_TAKES_NO_SLOTS: 'Slots are offered for a published exchange visit that is not over',
    SLOT_OUTSIDE_ACTIVITY: 'A slot lies between start and end of the activity',
    SLOT_BEGUN: 'The slot has begun',
    SLOT_NOT_BOOKABLE: 'The slot has begun or is cancelled',
    SLOT_FULL: 'There are not enough seats left; book fewer or another slot',
  },
} satisfies typeof source
