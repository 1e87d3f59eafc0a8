export const topics = {
  source: { ANNEX: '通知附件', OWN: '联盟自选' },
  state: { PLANNED: '计划', RUNNING: '进行', DONE: '完成', DROPPED: '终止' },
  refusals: {
    TOPIC_YEAR_CLOSED: '该年度已经结束，课题不能再修改',
    TOPIC_ALREADY_PLANNED: '本年度已有同名课题，请换一个题目',
    TOPIC_OWNER_NOT_A_MEMBER: '承担企业应是本联盟的现有企业，请重新选择',
    TOPIC_CHANGED: '在您编辑期间，{changedBy}更新了这个课题。请对照两个版本后再保存，您填写的内容仍在本页',
    TOPIC_STATE_DOES_NOT_FOLLOW: '课题不能从目前的状态直接改为所选状态，请刷新后核对',
    TOPIC_HAS_OPEN_MILESTONES: '还有节点没有完成，请先登记节点完成情况，再将课题改为“完成”',
    MILESTONE_IN_THE_FUTURE: '完成日期不能晚于今天',
    MILESTONE_DONE: '该节点已经完成，不能移除',
  },
}
