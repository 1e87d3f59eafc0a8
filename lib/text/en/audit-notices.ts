/** What the trail says of topics, announcements, covers and handovers: apart, because its words are many. */
export const topicVerbs = {
  plan: 'Planned a topic',
  copy: 'Took topics over from the year before',
  revise: 'Revised a topic',
  'report-progress': 'Reported progress',
  'plan-milestone': 'Planned a milestone',
  'revise-milestone': 'Revised a milestone',
  'finish-milestone': 'Finished a milestone',
  'reopen-milestone': 'Reopened a milestone',
  'remove-milestone': 'Removed a milestone',
}

export const noticeVerbs = {
  announcement: {
    draft: 'Draft announcement',
    revise: 'Revise announcement',
    publish: 'Publish announcement',
    schedule: 'Schedule announcement',
    unschedule: 'Unschedule announcement',
    withdraw: 'Withdraw announcement',
    pin: 'Change pinning',
    note: 'Mark announcement as noted',
    'add-file': 'Add file to announcement',
    'remove-file': 'Remove file of announcement',
    'restore-file': 'Restore file of announcement',
  },
  handover: {
    'begin-cover': 'Arrange cover',
    'end-cover': 'End cover',
    'leave-office': 'Leave and hand over',
  },
}

export const noticeFields = {
  cover: 'Stands in',
  successor: 'Successor',
  activities: 'Activities',
  announcements: 'Announcements',
  covers: 'Covers',
  registrations: 'Registrations',
  audience: 'Audience',
  addressees: 'Addressed to',
  publishAt: 'Publish at',
  pinnedUntil: 'Pinned until',
  body: 'Text',
}
