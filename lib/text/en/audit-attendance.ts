import type { attendanceFields as sourceFields, attendanceVerbs as sourceVerbs } from '../zh-CN/audit-attendance'

/** What the audit trail says of coming, staying and leaving. */
export const attendanceVerbs = {
  'check-in': 'Checked in',
  'check-in-at-door': 'Checked somebody in at the door desk',
  'sync-check-in': 'Checked in at a desk that was offline',
  'sync-check-out': 'Checked out at a desk that was offline',
  'sync-undo': 'Took back at a desk that was offline',
  'undo-check-in': 'Undid a check-in',
  add: 'Added a check-in',
  correct: 'Corrected a check-in',
  strike: 'Struck a check-in',
  'check-out': 'Checked out',
  'check-out-at-door': 'Checked somebody out at the door desk',
  'start-spot-check': 'Started a spot check',
  'answer-spot-check': 'Answered a spot check',
  'set-presence-rule': 'Set check-out and time present',
  'import-list': 'Imported an online attendance list',
  'confirm-online': 'Confirmed a person of an online list',
  'confirm-proposals': 'Confirmed people of an online list',
  'set-aside': 'Set a line of an online list aside',
  'take-up': 'Took a line of an online list up again',
  dispute: 'Disputed an attendance',
  'answer-dispute': 'Answered a dispute',
  judge: 'Decided whether an attendance counts',
} satisfies typeof sourceVerbs

export const attendanceFields = {
  checkedOutAt: 'Checked out',
  presenceVerdict: 'Whether it counts',
  tooShort: 'Attendances that were too short',
  checksOut: 'People check out',
  presenceShareMin: 'Least share of the time (%)',
  spotMinutes: 'Minutes of the spot check',
  nameInList: 'Name in the list',
  confirmedPeople: 'People confirmed',
  disputeState: 'State of the dispute',
  answeredAt: 'Answered',
} satisfies typeof sourceFields
