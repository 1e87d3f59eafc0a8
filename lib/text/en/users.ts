import { type users as source } from '../zh-CN/users'

export const users = {
  role: {
    MUNICIPAL: 'Municipal bureau',
    JURISDICTION: 'Supervising jurisdiction',
    INSURER: 'Insurer',
    ENTERPRISE: 'Enterprise',
  },
  mail: {
    INVITATION: {
      subject: 'Your invitation to the Safety Alliance Portal',
      body: 'Dear {name},\n\nYou have been invited to the portal of Shanghai’s industry safety alliances. Open this link within {hours} hours to set a password and start using your account:\n\n{link}\n\nThe link works once; please do not pass it on. If this is not meant for you, ignore this message.',
    },
    RESET: {
      subject: 'A new password for the Safety Alliance Portal',
      body: 'Dear {name},\n\nOpen this link within {hours} hours to set a new password:\n\n{link}\n\nThe link works once; please do not pass it on. If you did not ask for it, ignore this message: your password stays as it is.',
    },
  },
  refusals: {
    LAST_ADMINISTRATOR:
      'The municipal bureau needs at least one administrator without an end date. Appoint another one first',
    USER_DISABLED: 'This account is disabled. Enable it first',
    USER_NOT_DISABLED: 'This account is not disabled',
    APPOINTMENT_ENDED: 'This appointment has ended already',
    APPOINTMENTS_DO_NOT_OVERLAP: 'This person already holds the office in that period. Check the dates',
  },
} satisfies typeof source
