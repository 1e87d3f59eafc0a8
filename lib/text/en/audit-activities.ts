import { attendanceVerbs } from './audit-attendance'

/** What happens to activities, in the words of the trail. */
export const activityVerbs = {
  poll: {
    open: 'Asked for a date',
    answer: 'Answered a date poll',
    'choose-date': 'Chose a date',
    cancel: 'Cancelled a date poll',
  },
  plan: { 'create-series': 'Planned a series', 'copy-dates': 'Copied last year’s activities' },
  activity: {
    schedule: 'Scheduled an activity',
    copy: 'Copied an activity',
    edit: 'Edited an activity',
    limit: 'Limited places',
    publish: 'Published an activity',
    postpone: 'Changed time or place',
    hold: 'Confirmed that it was held',
    close: 'Closed an activity',
    cancel: 'Cancelled an activity',
    'write-minutes': 'Wrote minutes',
    'write-basics': 'Filled in basics',
    'write-agenda': 'Filled in agenda',
    'write-check-in': 'Filled in registration and places',
    'pass-section': 'Went through a section',
    'add-file': 'Added a file',
    'remove-file': 'Removed a file',
    'restore-file': 'Put a file back',
  },
  registration: {
    register: 'Registered',
    'name-place': 'Named a person for a place',
    'swap-person': 'Swapped the person of a place',
    'accept-offer': 'Confirmed a place that was kept',
    withdraw: 'Withdrew a place',
    'ask-leave': 'Asked for leave',
    'ask-enterprise-leave': 'Asked for leave of the enterprise',
  },
  robot: {
    set: 'Connected a group robot',
    remove: 'Disconnected a group robot',
    test: 'Tested a group robot',
    'send-again': 'Sent a group message again',
  },
  invitation: {
    answer: 'Answered by link',
    revoke: 'Shut an answer link',
    restore: 'Opened an answer link again',
    urge: 'Urged somebody to answer',
    'urge-all': 'Urged all who had not answered',
  },
  attendance: attendanceVerbs,
}
