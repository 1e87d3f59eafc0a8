import type * as source from '../zh-CN/audit-administration'

/** What the audit trail says of accounts, sign-ins and settings: apart, because its words are many. */
export const sessionVerbs = {
  open: 'Signed in',
  'open-with-code': 'Signed in with a one-time code',
  close: 'Signed out',
  end: 'Signed a device out',
  'end-others': 'Signed the other devices out',
  'wear-hat': 'Changed the office acted for',
} satisfies typeof source.sessionVerbs

export const userVerbs = {
  invite: 'Invited a person',
  activate: 'Activated the account',
  'become-first-administrator': 'Became the first administrator',
  appoint: 'Added an appointment',
  'end-appointment': 'Ended an appointment',
  rename: 'Corrected a name',
  disable: 'Disabled an account',
  enable: 'Enabled an account',
  'issue-link': 'Issued a link for activation or reset',
  'request-reset': 'Asked for a password reset',
  'reset-password': 'Reset the password',
  'change-password': 'Changed the password',
  'request-mail': 'Asked for a new mail address',
  'confirm-mail': 'Changed the mail address',
  'change-phone': 'Changed the mobile number',
  'start-codes': 'Began to set up one-time codes',
  'confirm-codes': 'Turned one-time codes on',
  'renew-recovery-codes': 'Made new recovery codes',
  'put-away-recovery-codes': 'Put recovery codes away',
  'stop-codes': 'Turned one-time codes off',
  'reset-codes': 'Reset one-time codes',
  'choose-language': 'Chose a language',
} satisfies typeof source.userVerbs

export const settingVerbs = {
  change: 'Changed a setting',
  'add-holiday': 'Added a holiday',
  'remove-holiday': 'Removed a holiday',
  'import-holidays': 'Imported holidays',
  'test-mail': 'Sent a test message',
  'send-mail-again': 'Sent a mail again',
} satisfies typeof source.settingVerbs

export const settingFields = {
  oneTimeCodes: 'One-time codes',
  recoveryCodes: 'Recovery codes',
  codeKind: 'Proved by',
  icp: 'ICP filing number',
  publicSecurity: 'Public security filing number',
  host: 'Host organisation',
  phone: 'Phone',
  email: 'Mail',
  accessLogDays: 'Days of the access log',
  notificationDays: 'Days of notifications',
  outboxDays: 'Days of mails',
  signInDays: 'Days of sign-ins',
  linkDays: 'Days of links',
  resultFileDays: 'Days of error files',
  senderName: 'Sender’s name',
  subjectPrefix: 'Prefix of subjects',
  lengthMin: 'Least characters of a password',
  signInDaysMax: 'Longest sign-in in days',
  ofBureaus: 'One-time codes for bureaus',
  ofInsurers: 'One-time codes for insurers',
  effectiveFrom: 'Holds from',
  holidayKind: 'Kind',
  days: 'Days',
} satisfies typeof source.settingFields
