/** What the audit trail says of coming, staying and leaving. */
export const attendanceVerbs = {
  'check-in': '签到',
  'check-in-at-door': '签到台签到',
  'undo-check-in': '撤销签到',
  add: '补签到',
  correct: '更正签到',
  strike: '删去签到',
  'check-out': '签退',
  'check-out-at-door': '签到台签退',
  'start-spot-check': '开始抽查',
  'answer-spot-check': '响应抽查',
  'set-presence-rule': '设置签退与在场时长',
  'import-list': '导入线上参会名单',
  'confirm-online': '确认线上参会人员',
  'confirm-proposals': '批量确认线上参会人员',
  'set-aside': '线上参会人员不记录',
  'take-up': '重新处理线上参会人员',
  judge: '认定是否计入',
}

export const attendanceFields = {
  checkedOutAt: '签退时间',
  presenceVerdict: '是否计入',
  tooShort: '在场时间不足的人次',
  checksOut: '离场时签退',
  presenceShareMin: '最低在场比例（%）',
  spotMinutes: '抽查时长（分钟）',
  nameInList: '名单中的姓名',
  confirmedPeople: '确认的人员',
  answeredAt: '响应时间',
}
