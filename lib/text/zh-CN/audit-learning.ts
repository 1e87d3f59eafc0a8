/** What the trail says of experts, courses, quizzes, feedback and accident cases: apart, because its words are many. */
export const learningNouns = {
  certificate: '培训证书',
  expert: '专家',
  course: '培训课程',
  quiz: '随堂测试',
  feedback: '活动评价',
  case: '事故案例',
}

export const learningSubjects = { expert: '专家', case: '事故案例' }

export const learningVerbs = {
  certificate: { issue: '发放培训证书', revoke: '撤销培训证书' },
  expert: {
    register: '登记专家',
    revise: '修改专家信息',
    retire: '专家出库',
    reinstate: '恢复专家在库',
    'unmask-phone': '查看专家完整电话',
  },
  course: {
    plan: '增加课程',
    revise: '修改课程',
    remove: '移除课程',
    'explain-regulation': '登记解读的法规标准',
    'drop-regulation': '移除解读的法规标准',
  },
  quiz: {
    write: '随堂测试出题',
    open: '开放随堂测试',
    close: '截止随堂测试',
    start: '开始作答',
    submit: '交卷',
  },
  feedback: { give: '评价活动' },
  case: {
    add: '登记事故案例',
    revise: '修改事故案例',
    explain: '登记讲解的案例',
    drop: '移除讲解的案例',
    send: '下发对照自查',
    answer: '提交对照自查',
    urge: '催办对照自查',
  },
}

export const learningFields = {
  organization: '单位',
  fields: '专业领域',
  otherFields: '其他专业词',
  phone: '联系电话',
  retiredOn: '出库时间',
  course: '课程',
  lecturer: '讲师',
  regulation: '法规标准',
  regulationNumber: '文号或标准号',
  effectiveOn: '施行日期',
  points: '条款和要点',
  quiz: '随堂测试',
  questions: '题目数',
  passMark: '合格分',
  attemptsMax: '作答次数上限',
  isRequired: '通过后发证',
  attempt: '作答次序',
  score: '得分',
  accidentCase: '事故案例',
  happenedOn: '事故日期',
  happened: '事故经过',
  causes: '事故原因',
  lessons: '教训和防范措施',
  source: '资料来源',
  couldHappen: '答“会”的问题数',
}
