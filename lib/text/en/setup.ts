import type { setup as source } from '../zh-CN/setup'

export const setup = {
  title: 'Fill in the activity',
  note: 'Fill in the parts in any order; they save themselves. Members see nothing before it is published',
  section: {
    BASICS: 'Basics',
    HOST: 'Host',
    AUDIENCE: 'Audience',
    AGENDA: 'Agenda and materials',
    CHECK_IN: 'Registration and check-in',
    NOTICES: 'Notices',
  },
  hint: {
    BASICS: 'Kind, title, time, place and description',
    HOST: 'Ask a member to receive the visit; it sets the limit and the rules of its gate',
    AUDIENCE: 'Which alliances, enterprises and people, with a live count',
    AGENDA: 'Agenda, speakers and materials',
    CHECK_IN: 'Places, registration window and how people check in',
    NOTICES: 'Who is told, when they are reminded, the text of the invitation',
  },
  state: { DONE: 'Done', TODO: 'To do' },
  progress: '{done} of {total} done',
  review: 'Check and publish',
  next: 'Save and continue',
  back: 'Back to the list',
  pass: 'Looked through, continue',
  save: {
    idle: 'What you type saves itself',
    unsaved: 'Changes not saved yet',
    saving: 'Saving…',
    saved: 'Saved {time}',
    failed: 'Not saved: {why}',
    invalid: 'Something is not filled in yet; it saves itself once it is',
    changed:
      'Somebody else has just changed this draft; what is on this page is not saved. Copy what you need, then reload',
  },
  checkIn: {
    how: 'How people check in',
    howText:
      'By the rotating code on the projector (scanned or typed on a phone), or at the door desk by name or pinyin; whoever comes without registering is entered as a walk-in.',
    limits: 'Places per alliance and enterprise, and how long an offered place is kept',
  },
  notices: {
    who: 'Told when it is published',
    whoText:
      '{count}, in the portal and by mail; the mail carries each person’s own answer link. Chat groups of the alliances that have a robot are told too',
    when: 'Reminders',
    reminder: '{at}',
    over: ' (past, not sent)',
    whenText:
      'Those registered get each reminder; those who have not answered get the one seven days before. No mail from 21:00 to 7:30.',
    file: 'Notice of meeting (Word)',
  },
  checked: {
    title: 'Check and publish',
    note: 'This is what members will see. Check each part; nothing is sent before you publish',
    change: 'Change',
    missing: 'Still needed before it can be published:',
    unseen: 'Not filled in or looked through yet:',
    lack: {
      NO_PLACE: 'Enter the place',
      NO_ADDRESS: 'Enter the meeting link',
      NO_HOST: 'Ask a host and get its agreement',
      OVER: 'Choose another time: it is already over',
    },
    nobody: 'The audience meets nobody; nobody would be told',
    told: '{people} people will be told ({enterprises} member enterprises)',
    noAgenda: 'No agenda',
    files: '{count} materials',
    noFiles: 'No materials',
    rule: {
      everyone: 'All members of its alliances',
      untrained: 'Not yet trained this year',
      excluded: 'Without {names}',
    },
    publish: 'Publish and tell {people} people',
    publishTitle: 'Publish “{title}”?',
    publishText:
      '{people} people are told at once. The kind cannot be changed afterwards, and everybody is told of another time or place.',
    publishLabel: 'Publish',
    published: 'Published; notices are being sent',
  },
  refusals: {},
} satisfies typeof source
