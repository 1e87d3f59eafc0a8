export const learningNouns = {
  certificate: 'Certificates',
  expert: 'Expert',
  course: 'Course',
  quiz: 'Quiz',
  feedback: 'Feedback',
  case: 'Accident case',
}

export const learningSubjects = { expert: 'Expert', case: 'Accident case' }

export const learningVerbs = {
  certificate: { issue: 'Issued certificates', revoke: 'Revoked a certificate' },
  expert: {
    register: 'Add expert',
    revise: 'Revise expert',
    retire: 'Retire expert',
    reinstate: 'Reinstate expert',
    'unmask-phone': 'Look at the telephone of an expert',
  },
  course: {
    plan: 'Add course',
    revise: 'Revise course',
    remove: 'Remove course',
    'explain-regulation': 'Note a regulation explained',
    'drop-regulation': 'Remove a regulation explained',
  },
  quiz: {
    write: 'Write quiz',
    open: 'Open quiz',
    close: 'Close quiz',
    start: 'Begin an attempt',
    submit: 'Hand in an attempt',
  },
  feedback: { give: 'Give feedback' },
  case: {
    add: 'Add accident case',
    revise: 'Revise accident case',
    explain: 'Note a case explained',
    drop: 'Remove a case explained',
    send: 'Send self-check',
    answer: 'Answer self-check',
    urge: 'Urge self-check',
  },
}

export const learningFields = {
  organization: 'Organisation',
  fields: 'Fields',
  otherFields: 'Other subjects',
  phone: 'Telephone',
  retiredOn: 'Retired',
  course: 'Course',
  lecturer: 'Lecturer',
  regulation: 'Regulation',
  regulationNumber: 'Number',
  effectiveOn: 'In force from',
  points: 'Points',
  quiz: 'Quiz',
  questions: 'Questions',
  passMark: 'Pass mark',
  attemptsMax: 'Attempts at most',
  isRequired: 'Needed for the certificate',
  attempt: 'Attempt',
  score: 'Score',
  accidentCase: 'Accident case',
  happenedOn: 'Date of the accident',
  happened: 'What happened',
  causes: 'Causes',
  lessons: 'Lessons',
  source: 'Source',
  couldHappen: 'Answered yes',
}
