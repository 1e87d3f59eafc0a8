import { type notifications as source } from '../zh-CN/notifications'

export const notifications = {
  title: 'Notifications',
  note: 'Places from the waiting list, changes, cancellations, closed activities, corrected check-ins',
  unread: 'Unread',
  all: 'All',
  bell: 'Notifications',
  bellUnread: '{count} unread notifications',
  many: '99+',
  markAllRead: 'Mark all as read',
  markRead: 'Mark as read',
  marked: 'Marked as read',
  gone: 'What this speaks of has been moved, or you may not see it any more',
  emptyTitle: 'No notifications yet',
  emptyText: 'You will be told here about what concerns you',
  emptyUnreadTitle: 'Nothing unread',
  emptyUnreadText: 'You have read everything',
  kind: {
    COVERAGE_ENDS: {
      title: '{title} will have no coordinator',
      text: 'From {from} on, {title} has no insurer’s coordinator in office (notice 4(1)). Please appoint an insurer or another coordinator in time.',
    },
    PASSWORD_CHANGED: {
      title: 'Your password was changed',
      text: 'The password of your account was changed at {changedAt}, and other devices were signed out. If it was not you, tell your administrator at once.',
    },
    CONTACT_CHANGED: {
      title: 'Your contacts were changed',
      text: 'The mail address or number of your account was changed at {changedAt}. If it was not you, tell your administrator at once.',
    },
    CODES_ON: {
      title: 'One-time codes are on',
      text: 'One-time codes were turned on for your account at {changedAt}, and other devices were signed out. If it was not you, tell your administrator at once.',
    },
    CODES_OFF: {
      title: 'One-time codes are off',
      text: 'One-time codes were turned off for your account at {changedAt}. If it was not you, tell your administrator at once.',
    },
    CODES_RESET: {
      title: 'An administrator reset your one-time codes',
      text: 'An administrator reset your one-time codes at {changedAt}, and all devices were signed out. If you did not ask for it, tell your administrator at once.',
    },
    ACTIVITY_INVITED: {
      title: 'You are invited: {title}',
      text: 'Your enterprise is invited to “{title}”. Time: {when}, place: {place}. Please register on the page of the activity; if nobody can come, ask for leave there.',
    },
    PLACE_GIVEN: {
      title: 'You have a place: {title}',
      text: 'A place at “{title}” has become free and is yours. Time: {when}. If you cannot come, please withdraw or ask for leave in time, so that the next one on the waiting list moves up.',
    },
    ACTIVITY_CHANGED: {
      title: 'Changed: {title}',
      text: 'Time, place or mode of “{title}” have changed. New time: {when}, place: {place}. Your registration stays valid.',
    },
    ACTIVITY_CANCELLED: {
      title: 'Cancelled: {title}',
      text: '“{title}”, which was to take place on {when}, has been cancelled. Reason: {reason}. There is nothing else you need to do.',
    },
    ACTIVITY_REVIEWED: {
      title: 'Closed: {title}',
      text: '“{title}” is closed; its minutes and materials can be read on the page of the activity.',
    },
    ATTENDANCE_REVIEWED: {
      title: 'Your check-in was corrected: {title}',
      text: 'The organiser corrected your check-in at “{title}”. Reason: {reason}. If you disagree, please contact the organiser.',
    },
    ANNOUNCEMENT_PUBLISHED: {
      title: 'Announcement: {title}',
      text: '“{title}” was published. Please read it; enterprises mark it as noted on its page.',
    },
    ENTERPRISE_MOVED: {
      title: 'Moved: {enterprise}',
      text: '{place} now supervises “{enterprise}”. Reason: {reason}.',
    },
    ENTERPRISE_CLOSED: {
      title: 'Closed: {enterprise}',
      text: '“{enterprise}” has been closed; its memberships and mandates end with it. Reason: {reason}.',
    },
    LICENCE_EXPIRING: {
      title: 'A licence runs out: {enterprise}',
      text: 'Licence {number} of “{enterprise}” ends on {day}, in at most {days} days. Please renew it in time; if you have a new one, propose a correction of the entry.',
    },
    LICENCES_EXPIRING: {
      title: '{count} licences end within {days} days',
      text: '{count} licences of enterprises that you supervise end within {days} days. Please see that they are renewed.',
    },
    CLAIM_TRIED: {
      title: 'Somebody tried to activate your enterprise',
      text: '{enterprise} has an administrator. Somebody used an activation code all the same; it opened nothing and is void now. If this is one of your people, name them under people and mandates.',
    },
    PRACTICE_APPROVED: {
      title: 'Practice approved: {enterprise}',
      text: 'A practice of “{enterprise}” was approved and is shared as far as you agreed.',
    },
    PRACTICE_RETURNED: {
      title: 'Practice returned: {enterprise}',
      text: 'A practice of “{enterprise}” was returned; the comments are on its page. It can be changed and handed in again.',
    },
    PRACTICE_WITHDRAWN: {
      title: 'A practice that you use was withdrawn: {enterprise}',
      text: 'A practice of “{enterprise}” that your enterprise uses was withdrawn; text and files are no longer there.',
    },
    PRACTICE_TAKEN_DOWN: {
      title: 'The municipal bureau withdrew a practice: {enterprise}',
      text: 'The municipal bureau withdrew a practice of “{enterprise}”. Reason: {reason}.',
    },
    PROBLEM_SENT: {
      title: 'Common problem: {title}',
      text: 'Your alliance sent the common problem “{title}” with a recommendation. Please check it against your site and answer by {day}; if it does not apply, say why.',
    },
    PROBLEM_URGED: {
      title: 'Please answer: {title}',
      text: 'The common problem “{title}” is due by {day}, and your enterprise has not answered or is not done. Please see to it soon.',
    },
    PROBLEM_RETURNED: {
      title: 'Your answer was sent back: {title}',
      text: 'Your answer to the common problem “{title}” was sent back. Reason: {reason}. Please add what is missing and answer again.',
    },
    PROBLEMS_OVERDUE: {
      title: '{count} to-dos of common problems are overdue by more than {days} days',
      text: 'Enterprises of your jurisdiction have {count} to-dos of common problems that are overdue by more than {days} days. Please see the overdue list and urge them.',
    },
    PROPOSAL_DECIDED: {
      title: 'Decided: corrections of {enterprise}',
      text: 'The municipal bureau has decided on the corrections that “{enterprise}” proposed: {accepted} accepted, {refused} refused. What was accepted stands in the registry; the reasons are on the page of the proposal.',
    },
  },
  test: {
    subject: 'Test message',
    body: 'This is a test message of the safety alliance portal. That it came shows that the mail server is set up; there is nothing else to do.\n',
  },
  mail: {
    readOn: 'Read on:',
    answer:
      'Open this link to say whether you attend, send someone else or ask for leave, without signing in (it is yours alone; please do not pass it on):',
    footer: 'Sent by the portal of the Shanghai safety alliances. Please do not reply.',
  },
  refusals: {},
} satisfies typeof source
