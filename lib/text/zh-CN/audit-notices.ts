/** What the trail says of topics, announcements, covers and handovers: apart, because its words are many. */
export const topicVerbs = {
  plan: '新增课题',
  copy: '结转上年课题',
  revise: '修改课题',
  'report-progress': '填报课题进展',
  'plan-milestone': '新增课题节点',
  'revise-milestone': '调整课题节点',
  'finish-milestone': '完成课题节点',
  'reopen-milestone': '重新打开课题节点',
  'remove-milestone': '移除课题节点',
}

export const noticeVerbs = {
  announcement: {
    draft: '起草公告',
    revise: '修改公告',
    publish: '发布公告',
    schedule: '定时发布公告',
    unschedule: '取消定时发布',
    withdraw: '撤回公告',
    pin: '调整置顶',
    note: '标记公告已阅',
    'add-file': '添加公告附件',
    'remove-file': '移除公告附件',
    'restore-file': '恢复公告附件',
  },
  handover: {
    'begin-cover': '安排代班',
    'end-cover': '结束代班',
    'leave-office': '离任交接',
  },
}

export const noticeFields = {
  cover: '代班人',
  successor: '接任人',
  activities: '活动',
  announcements: '公告',
  covers: '代班',
  registrations: '报名',
  audience: '发布范围',
  addressees: '发布对象',
  publishAt: '发布时间',
  pinnedUntil: '置顶至',
  body: '正文',
}
