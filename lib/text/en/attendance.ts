import { type attendance as source } from '../zh-CN/attendance'

export const attendance = {
  method: { CODE_SCANNED: 'Code scanned', CODE_TYPED: 'Code typed', DOOR_DESK: 'Door desk', CORRECTION: 'Correction' },
  refusals: {
    PERSON_NOT_AT_DOOR:
      'The door desk cannot find this person. They may scan the code themselves, or be registered first',
    UNDO_TOO_LATE: 'More than {minutes} minutes have passed. Correct it on the check-in tab, with a reason',
    NOT_THEIR_ENTERPRISE: 'This person could not stand for that enterprise on the day. Choose again',
    ALREADY_CHECKED_IN: 'This person is checked in already. Correct the line that is there',
  },
} satisfies typeof source
