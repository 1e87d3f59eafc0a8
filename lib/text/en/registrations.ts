import { type registrations as source } from '../zh-CN/registrations'

export const registrations = {
  state: { PLACED: 'Registered', WAITING: 'On the waiting list', WITHDRAWN: 'Withdrawn', ON_LEAVE: 'On leave' },
  refusals: {
    REGISTRATION_NOT_YET_OPEN: 'Registration has not opened yet; please come back when it has',
    REGISTRATION_OVER: 'Registration is over. Please contact the organiser for any change',
    ENTERPRISE_NOT_CONCERNED:
      'Your enterprise is not in an alliance that this activity is open to on its day, so it cannot register',
    PERSON_SENT_BY_ANOTHER:
      '{name} is registered by another enterprise already. One person takes one place; at check-in they may choose several enterprises',
    PERSON_ALREADY_REGISTERED: 'This person is registered already; please choose another one',
    PLACE_ALREADY_NAMED: 'This place has a person already; use “Swap” to change it',
    PLACE_NOT_HELD: 'This place was withdrawn or excused; please reload and register again',
    PLACE_WITHOUT_NAME: 'Nobody is named for this place yet; please withdraw it instead',
    ALREADY_CHECKED_IN: 'The person has checked in already, so the registration cannot change any more',
  },
} satisfies typeof source
