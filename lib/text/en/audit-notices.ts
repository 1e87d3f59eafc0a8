/** What the trail says of announcements, covers and handovers. */
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
