/** What the audit trail says of what is shared and told: apart, because its words are many. */
export const practiceVerbs = {
  start: '起草',
  save: '保存草稿',
  revise: '更新为新版',
  consent: '同意分享',
  recall: '收回送审',
  review: '审核',
  'make-public': '向社会公开',
  narrow: '缩小分享范围',
  withdraw: '撤回',
  adopt: '登记在用',
  'end-adoption': '登记不再使用',
  'add-file': '上传附件',
  'remove-file': '移除附件',
}

export const announcementVerbs = {
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
}

export const handoverVerbs = {
  'begin-cover': '安排代班',
  'end-cover': '结束代班',
  'leave-office': '离任交接',
}
