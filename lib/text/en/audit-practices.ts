/** What the audit trail says of practices: apart, because its words are many. */
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
