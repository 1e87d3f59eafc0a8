/** What people thought of an activity. */
export const feedback = {
  title: '活动评价',
  own: '我的评价',
  note: '不记名显示给组织方，满 3 份才显示分数和意见',
  until: '已评价，{day}前可以修改',
  question: { content: '内容', organization: '组织', gain: '收获' },
  score: { s1: '1 很差', s2: '2 较差', s3: '3 一般', s4: '4 较好', s5: '5 很好' },
  remark: '意见和建议',
  remarkHint: '不要写姓名和企业名称，组织方会看到原文',
  give: '提交评价',
  change: '修改评价',
  given: '已提交评价，谢谢',
  answers: '签到 {came} 人，收到 {answers} 份评价',
  tooFew: '满 3 份后显示分数和意见',
  remarks: '意见和建议',
  refusals: {
    FEEDBACK_NOT_HELD: '活动举办后才能评价',
    FEEDBACK_FIXED: '评价的时间已过：首次评价在活动结束后 60 天内，修改在提交后 14 天内',
  },
}
