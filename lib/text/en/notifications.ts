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
    CLAIM_TRIED: {
      title: 'Somebody tried to activate your enterprise',
      text: '{enterprise} has an administrator. Somebody used an activation code all the same; it opened nothing and is void now. If this is one of your people, name them under people and mandates.',
    },
    PROPOSAL_DECIDED: {
      title: 'Decided: corrections of {enterprise}',
      text: 'The municipal bureau has decided on the corrections that “{enterprise}” proposed: {accepted} accepted, {refused} refused. What was accepted stands in the registry; the reasons are on the page of the proposal.',
    },
  },
  mail: {
    readOn: 'Read on:',
    footer: 'Sent by the portal of the Shanghai safety alliances. Please do not reply.',
  },
  refusals: {},
} satisfies typeof source
