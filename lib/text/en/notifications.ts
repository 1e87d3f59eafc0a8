import { type notifications as source } from '../zh-CN/notifications'
import { visitNotices } from './notification-visits'

export const notifications = {
  title: 'Notifications',
  note: 'Invitations, reminders, changes and cancellations, results, announcements',
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
    INVITATION_ENDED: {
      title: 'Your invitation has ended: {title}',
      text: 'You are no longer among those whom “{title}” ({when}) is for. Your invitation and its link have ended, and no answer is needed. If this surprises you, ask the organiser.',
    },
    ANSWER_DUE: {
      title: 'Awaiting your answer: {title}',
      text: '“{title}” takes place on {when}, place: {place}. An enterprise that you represent has not answered yet. Please register; if nobody can come, ask for leave.',
    },
    ANSWER_URGED: {
      title: 'Please answer: {title}',
      text: 'The organiser asks for your answer to the invitation to “{title}”. Time: {when}, place: {place}. Please register; if nobody can come, ask for leave.',
    },
    ACTIVITY_IN_A_WEEK: {
      title: 'Coming up: {title}',
      text: '“{title}”, for which you are registered, takes place on {when}, place: {place}. If you cannot come, please send someone else or ask for leave in time, so that the next one moves up. The calendar file and the materials are on the page of the activity.',
    },
    ACTIVITY_IN_A_DAY: {
      title: 'Very soon: {title}',
      text: '“{title}”, for which you are registered, takes place on {when}, place: {place}. Please scan the check-in code when you arrive. If you cannot come after all, send someone else or ask for leave on the page of the activity.',
    },
    ACTIVITY_BEGINS: {
      title: 'About to begin: {title}',
      text: '“{title}” is about to begin. Time: {when}, place: {place}. Please scan the check-in code when you arrive.',
    },
    PLACE_GIVEN: {
      title: 'You have a place: {title}',
      text: 'A place at “{title}” has become free and is yours. Time: {when}. If you cannot come, please withdraw or ask for leave in time, so that the next one on the waiting list moves up.',
    },
    PLACE_OFFERED: {
      title: 'A place is free, please confirm: {title}',
      text: 'A place at “{title}” has become free and is kept for you until {untilAt}. Time: {when}. Please confirm by then; after that it goes to the next one on the waiting list.',
    },
    OFFER_LAPSED: {
      title: 'The place kept for you has lapsed: {title}',
      text: 'The place at “{title}” that was kept for you was not confirmed in time and has gone to the next one. If you still want to come, you may register again.',
    },
    SLOT_BOOKED: {
      title: 'A slot is booked: {title}',
      text: '{enterprise} has booked “{title}”, which you offer. Time: {when}. The list of guests is on the page of the activity.',
    },
    BOOKING_CANCELLED: {
      title: 'A booking is cancelled: {title}',
      text: '{enterprise} has cancelled its booking of “{title}”. Time: {when}.',
    },
    SLOT_WITHDRAWN: {
      title: 'A slot is cancelled: {title}',
      text: '{enterprise} has cancelled “{title}”, which was to be on {when}. Reason: {reason}. Other slots can be booked on the page of the activity.',
    },
    ...visitNotices,
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
      text: '“{title}” is closed; its minutes and materials can be read on the page of the activity. If you were there, please say on the same page what you thought of it; it takes less than a minute.',
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
    DISPUTE_FILED: {
      title: 'Attendance disputed: {title}',
      text: '“{enterprise}” disputes its attendance of “{title}”: {reason}. Look into it and answer on the page of the activity.',
    },
    DISPUTE_ACCEPTED: {
      title: 'Dispute accepted: {title}',
      text: 'The dispute of “{enterprise}” about “{title}” was accepted, and the attendance counts. Answer: {reason}',
    },
    DISPUTE_REJECTED: {
      title: 'Dispute rejected: {title}',
      text: 'The dispute of “{enterprise}” about “{title}” was rejected. Answer: {reason}',
    },
    ACTION_ITEM_GIVEN: {
      title: 'For you to do: {title}',
      text: '“{title}” gave “{enterprise}” something to do: {item}. Please complete it by {day} and report it on the page of the activity.',
    },
    ACTION_ITEM_RETURNED: {
      title: 'Sent back to be continued: {title}',
      text: 'The organiser sent back what “{enterprise}” has to do: {item}. Please complete it and report it again on the page of the activity.',
    },
    CERTIFICATES_ISSUED: {
      title: 'Certificate issued: {title}',
      text: 'Your certificate of “{title}” was issued. Download it under “My account”; the QR code on it verifies it.',
    },
    CERTIFICATE_REVOKED: {
      title: 'Certificate revoked: {title}',
      text: 'Your certificate {number} of “{title}” was revoked. Reason: {reason}. If you disagree, please contact the organiser.',
    },
    CERTIFICATE_ENDS: {
      title: 'Your certificate ends soon: {title}',
      text: 'Your certificate {number} of “{title}” holds until {day}. Please look for the next training of your alliance.',
    },
    CERTIFICATES_END: {
      title: '{count} certificates end soon',
      text: '{count} certificates of people of your enterprise end within {days} days, the first on {day}. Please send them to a training in time.',
    },
    SELF_CHECK_SENT: {
      title: 'Self-check: {title}',
      text: 'Your alliance asks of the accident “{title}”: could it happen here? Please compare each question with your site and answer by {day}.',
    },
    SELF_CHECK_URGED: {
      title: 'Please answer the self-check: {title}',
      text: 'Your enterprise has not yet answered the self-check on “{title}”. Please answer by {day}.',
    },
    DATE_POLL_OPENED: {
      title: 'Which date suits you: {title}',
      text: 'Your alliance looks for a date for “{title}”. Please say by {day} which ones suit you; answers can be changed until then.',
    },
    DATE_POLL_CLOSES: {
      title: 'Last call for dates: {title}',
      text: 'The choice of a date for “{title}” closes on {day}, and you have not answered yet. Please say which dates suit you.',
    },
    DATE_POLL_SETTLED: {
      title: 'Date chosen: {title}',
      text: '“{title}”, about which you answered, will take place {when}. The invitation follows when it is published.',
    },
    DATE_POLL_CANCELLED: {
      title: 'Date poll cancelled: {title}',
      text: 'The date poll for “{title}” was cancelled. Reason: {reason}',
    },
    QUIZ_OPENED: {
      title: 'Quiz: {title}',
      text: 'The quiz of the training “{title}” that you attended is open. Please answer it on your phone; you have {count} attempts.',
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
    PROBLEM_WITHDRAWN: {
      title: 'Common problem withdrawn: {title}',
      text: 'The common problem “{title}” was withdrawn. Your enterprise need not answer it or do anything about it. Reason: {reason}.',
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
  choices: {
    title: 'How you are told',
    lead: 'Everything you are told is in the portal. For the groups below you may choose whether a mail is sent as well. Between 21:00 and 7:30 no mail leaves, but for reminders two hours before an activity, and changes and cancellations',
    way: { MAIL: 'By mail, at once', DIGEST: 'In one mail a day, at 8:00', PORTAL: 'In the portal only' },
    group: {
      INVITATIONS: 'Invitations',
      REMINDERS: 'Reminders',
      RESULTS: 'Results',
      ANNOUNCEMENTS: 'Announcements',
      CHANGES: 'Changes of activities',
      DUTIES: 'Supervision and duties',
      SECURITY: 'Security of your account',
    },
    what: {
      INVITATIONS:
        'Invitations, those not answered a week before, and the organiser asking for an answer. A mail at once carries a link that answers without signing in; the daily mail does not',
      REMINDERS:
        'Seven days, one day and two hours before an activity for which you are registered. What a daily mail would tell too late comes at once',
      RESULTS:
        'Closed activities, certificates, corrections that were decided, practices that were approved or returned',
      ANNOUNCEMENTS: 'What bureaus and insurers announce',
      CHANGES: 'Another time or place, cancellations, places from the waiting list, corrected check-ins',
      DUTIES:
        'Action items, revoked certificates, licences that run out, another supervising bureau, closed enterprises, withdrawn practices, an alliance without a coordinator',
      SECURITY: 'Another password, contact or one-time code, and attempts to activate your enterprise',
    },
    save: 'Save',
    saved: 'Saved',
    fixedTitle: 'Always sent',
    fixedLead:
      'These concern whether you can attend, your duties, or the security of your account. They come by mail and cannot be turned off',
    notSetUp:
      'This portal sends no mail at present: everything is shown in the portal only. What you choose holds as soon as it does',
    noAddress: 'Your account has no mail address: everything is shown in the portal only',
    addAddress: 'Add an address',
  },
  refusals: {},
} satisfies typeof source
