import type { feedback as source } from '../zh-CN/feedback'

export const feedback = {
  title: 'Feedback',
  own: 'My feedback',
  note: 'Shown to the organiser without names, and only from three answers on',
  until: 'Given; it may be changed until {day}',
  question: { content: 'Content', organization: 'Organisation', gain: 'Gain' },
  score: { s1: '1 very poor', s2: '2 poor', s3: '3 fair', s4: '4 good', s5: '5 very good' },
  remark: 'Remarks',
  remarkHint: 'No names of people or enterprises, please: the organiser reads it as it is',
  give: 'Give feedback',
  change: 'Change feedback',
  given: 'Given, thank you',
  answers: '{came} came, {answers} gave feedback',
  tooFew: 'Scores and remarks are shown from three answers on',
  remarks: 'Remarks',
  refusals: {
    FEEDBACK_NOT_HELD: 'Feedback is given once the activity was held',
    FEEDBACK_FIXED:
      'It is too late: the first feedback is taken for 60 days after the activity, and it may be changed for 14 days',
  },
} satisfies typeof source
