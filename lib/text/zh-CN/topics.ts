export const topics = {
  source: { ANNEX: '通知附件', OWN: '联盟自选' },
  state: { PLANNED: '计划', RUNNING: '进行', DONE: '完成', DROPPED: '终止' },
  refusals: {},
}
