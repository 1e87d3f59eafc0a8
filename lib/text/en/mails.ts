/** What the portal writes into its mails around what they tell. */
export const mails = {
  digest: {
    subject: 'What is new ({count})',
    lead: 'This is what you were told since the last of these mails.',
    more: 'There are {count} more in the portal.',
    all: 'Everything you were told:',
    choices: 'To choose how you are told:',
  },
  test: {
    subject: 'Test message',
    body: 'This is a test message of the safety alliance portal. That it came shows that the mail server is set up; there is nothing else to do.\n',
  },
  readOn: 'Read on:',
  answer:
    'Open this link to say whether you attend, send someone else or ask for leave, without signing in (it is yours alone; please do not pass it on):',
  calendar: {
    REQUEST: 'The attached activity.ics puts the activity into your calendar, or moves it there.',
    CANCEL: 'The attached activity.ics takes the activity out of your calendar.',
  },
  footer: 'Sent by the portal of the Shanghai safety alliances. Please do not reply.',
  refusals: {},
}
