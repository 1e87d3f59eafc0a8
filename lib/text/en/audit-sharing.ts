/** What the audit trail says of what is shared and told: apart, because its words are many. */
export const practiceVerbs = {
  start: 'Draft',
  save: 'Save a draft',
  revise: 'New version',
  consent: 'Agree to share',
  recall: 'Take back',
  review: 'Review',
  'make-public': 'Publish to everybody',
  narrow: 'Narrow',
  withdraw: 'Withdraw',
  adopt: 'Adopt',
  'end-adoption': 'End adoption',
  'add-file': 'Add a file',
  'remove-file': 'Remove a file',
}

export const announcementVerbs = {
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
}

export const handoverVerbs = {
  'begin-cover': 'Arrange cover',
  'end-cover': 'End cover',
  'leave-office': 'Leave and hand over',
}
