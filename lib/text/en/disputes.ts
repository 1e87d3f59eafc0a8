import type { disputes as source } from '../zh-CN/disputes'

export const disputes = {
  title: 'Disputed attendance',
  none: 'Nothing is disputed',
  noneText: 'Enterprises may dispute within ten days of the close',
  own: 'What your enterprise disputes',
  open: 'Disputes to be answered',
  link: 'Disputes ({count})',
  state: { OPEN: 'To be answered', ACCEPTED: 'Accepted', REJECTED: 'Rejected' },
  filed: 'Filed by {by} on {at}',
  answered: 'Answered by {by} on {at}: {answer}',
  filing: {
    open: 'There and not counted? You may dispute until {day}',
    person: 'Who was not counted',
    reason: 'Reason',
    reasonHint: 'Such as: stayed to the end, the phone ran empty before the check-out; colleagues can say so',
    submit: 'Dispute',
    done: 'Filed; the organiser will answer',
  },
  answering: {
    answer: 'Answer',
    ACCEPTED: 'Accept, it counts',
    REJECTED: 'Reject',
    reason: 'Reason',
    reasonHint: 'The enterprise and the person are told; it is written into the audit trail',
    submit: 'Answer',
    done: 'Answered',
  },
  refusals: {
    DISPUTE_NOT_CLOSED: 'Only closed activities can be disputed',
    DISPUTE_TOO_LATE: 'More than ten days have passed since the close. Speak to the organiser',
    DISPUTE_OPEN: 'A dispute of your enterprise about this activity waits for its answer',
    DISPUTE_ANSWERED: 'This dispute is answered already. Reload the page',
    DISPUTE_WITHOUT_MANDATE:
      'The person had no valid mandate of the enterprise on the day, so it cannot count. Reject it and say why',
  },
} satisfies typeof source
