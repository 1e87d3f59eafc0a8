export const registrations = {
  state: { PLACED: '已报名', WAITING: '候补', WITHDRAWN: '已撤回', ON_LEAVE: '请假' },
  refusals: {
    REGISTRATION_NOT_YET_OPEN: '报名尚未开始，请在开放时间后再来',
    REGISTRATION_OVER: '报名已经截止。如需调整，请联系主办方',
    ENTERPRISE_NOT_CONCERNED: '活动当日贵单位不在本次活动面向的联盟内，不能报名',
    PERSON_SENT_BY_ANOTHER: '{name}已由另一家单位报名，一人占一个名额；签到时可以选择代表多家单位',
    PERSON_ALREADY_REGISTERED: '此人已经报名，请另选一位',
    PLACE_ALREADY_NAMED: '这个名额已有参加人，如需调整请用“换人”',
    PLACE_NOT_HELD: '这个名额已经撤回或请假，请刷新后重新报名',
    PLACE_WITHOUT_NAME: '这个名额还没有填写参加人，请直接撤回名额',
    ALREADY_CHECKED_IN: '参加人已经签到，报名信息不能再改动',
  },
}
