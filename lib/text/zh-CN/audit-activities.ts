import { attendanceVerbs } from './audit-attendance'

/** What happens to activities, in the words of the trail. */
export const activityVerbs = {
  poll: { open: '征集活动时间', answer: '答复时间征集', 'choose-date': '选定活动时间', cancel: '取消时间征集' },
  plan: { 'create-series': '按周期安排活动', 'copy-dates': '沿用上年活动' },
  activity: {
    schedule: '新建活动',
    copy: '复制活动',
    edit: '编辑活动',
    limit: '设置名额规则',
    publish: '发布活动',
    postpone: '变更时间地点',
    hold: '确认已举办',
    close: '办结活动',
    cancel: '取消活动',
    'write-minutes': '填写会议纪要',
    'write-basics': '填写活动基本信息',
    'write-agenda': '填写议程',
    'write-check-in': '填写报名和名额',
    'pass-section': '核对草稿的一部分',
    'add-file': '上传文件',
    'remove-file': '移除文件',
    'restore-file': '恢复文件',
  },
  registration: {
    register: '报名',
    'name-place': '填写参加人',
    'swap-person': '更换参加人',
    'accept-offer': '确认保留的名额',
    withdraw: '撤回名额',
    'ask-leave': '请假',
    'ask-enterprise-leave': '企业请假',
  },
  robot: {
    set: '接入群机器人',
    remove: '停用群机器人',
    test: '测试群机器人',
    'send-again': '再次发送群消息',
  },
  invitation: {
    answer: '按链接答复',
    revoke: '停用答复链接',
    restore: '恢复答复链接',
    urge: '催办一人',
    'urge-all': '催办未答复人员',
  },
  attendance: attendanceVerbs,
}
