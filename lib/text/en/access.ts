import { type access as source } from '../zh-CN/access'

export const access = {
  refusals: {
    SIGNED_OUT: 'Your session has ended. Sign in again; what you typed on this page is kept',
    FORBIDDEN:
      'You do not have the right to do this. If you need it, ask the account administrator of your organisation',
    NOT_FOUND: 'This could not be found. It may have been moved, or you may not have the right to see it',
    FOREIGN_ORIGIN: 'This request did not come from the portal. Please start again from a page of this site',
    BUSY: 'Somebody else was doing the same at this moment. Please submit once more',
    UNEXPECTED:
      'Something went wrong on our side. What you typed is still on this page; try again, and tell the administrator if it persists',
    OUTDATED_PAGE: 'The portal has just been updated. Copy what you typed, then reload this page',
    NO_CONNECTION: 'No connection. What you typed is still on this page; submit again in a moment',
    INVALID: 'Some entries need to be changed. Correct what is marked and submit again',
    ALREADY_EXISTS: 'This exists already. Please check and try again',
    CONFLICT: 'Somebody else changed this while you were editing. Check the latest version before you save',
    TOO_MANY_REQUESTS: 'Too many attempts. Please try again in a little while',
  },
} satisfies typeof source
